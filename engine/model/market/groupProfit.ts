/** What one product would earn at another cost where buyers differ by income. Section 8 of docs/model.md. */
import { exp, pow } from '../../math/elementary.ts'
import type { WorkingEquilibrium } from './equilibrium.ts'
import type { GroupWork } from './groupWork.ts'
import type { BuyerGroups, DemandMarket } from './market.ts'

/**
 * Profit at a level of cost with the markup in dollars kept, summed over groups: in each the product's own weight in its nest
 * moves and the group's total does not; see `profitAtCost`.
 */
export function groupProfitAtCost(
  market: DemandMarket,
  groups: BuyerGroups,
  eq: WorkingEquilibrium,
  product: number,
  cost: number,
): number {
  const { sigma, size } = market
  const markup = eq.markup[product]
  const appeal = market.delta[product]
  if (appeal === -Infinity || cost === Infinity) return 0
  const { nestTop, nestSum, nestShare, inclusiveValue } = eq.groups
  const cell = eq.productNest[product] * groups.count
  const scale = 1 / (1 - sigma)
  const at = placeOf(eq.groups, product, market.structure.productType[product])
  let bought = 0
  for (let r = 0; r < groups.count; r++) {
    const exponent = (appeal - groups.slope[r] * (cost + markup)) * scale
    const sum = nestSum[cell + r]
    if (sum === 0) {
      // Without anyone else in the nest its sum is this product's own exponential.
      bought += groups.weight[r] * exp((1 - sigma) * exponent + groups.shift[r] - inclusiveValue[r])
      continue
    }
    const ratio = exp(exponent - nestTop[cell + r]) / sum
    const before = at < 0 ? 0 : eq.groups.weight[at * eq.groups.stride + r] / sum
    bought += groups.weight[r] * nestShare[cell + r] * ratio * pow(1 - before + ratio, -sigma)
  }
  return size * bought * markup
}

/** Place of a product among those on sale, -1 if it is not. */
function placeOf({ typeStart, product }: GroupWork, i: number, type: number): number {
  for (let at = typeStart[type]; at < typeStart[type + 1]; at++) if (product[at] === i) return at
  return -1
}

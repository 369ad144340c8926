/**
 * Where the markets would settle under a regime with quotas on the present map, and the quota rents that a place would earn.
 * Section 8 of docs/model.md; the same search as within a simulated year, but at fully adjusted prices.
 */
import { indexLines } from '../cost/costIndex.ts'
import { hasQuota, setMargins, setPaid, quotaOf, settledRent } from '../cost/quotas.ts'
import { beginSearch, searchOn, shareOutside } from '../cost/quotaSearch.ts'
import type { QuotaSpace } from '../cost/setting.ts'
import { type ExpectedEconomy, plannedPlace } from './outlook.ts'
import { solveRegime } from './solveRegime.ts'
import { marketCount, placeCount } from '../inputs/sets.ts'
import { shareFactor } from '../cost/split.ts'

/**
 * Fills the equilibria of the three markets under regime r, at the marginal costs at which its quotas (if it has any) are just
 * used up. Returns false if any market did not converge.
 */
export function solveWithQuotas(economy: ExpectedEconomy, r: number): boolean {
  const { setting, outlook } = economy
  const { quotas } = setting
  if (quotas === undefined || !hasQuota(quotas.policy, r)) return solveRegime(economy, r)
  const { search, policy, outsideShare } = quotas
  beginSearch(search, policy.quotaVolume, r)
  let converged = true
  do {
    setMargins(quotas, setting.tables, r)
    // Costs of all products change with the margins, not only those of lines that have moved.
    outlook.solvedAt[r] = -1
    converged = solveRegime(economy, r)
    measureClaims(economy, quotas, r)
  } while (searchOn(search))
  const count = policy.quotas.length
  for (let q = 0; q < count; q++) outsideShare[r * count + q] = shareOutside(search, q)
  setPaid(quotas, setting.tables, r)
  indexLines(setting, quotas.sales, r, outlook)
  return converged
}

/** Vehicles that would use each quota at the equilibrium and the split of the last solve. */
function measureClaims({ setting, plants, outlook }: ExpectedEconomy, quotas: QuotaSpace, r: number): void {
  const { search, policy } = quotas
  const { industry, cost0 } = setting
  const lines = industry.lines.length
  const products = industry.products.length
  search.volume.fill(0)
  for (let m = 0; m < marketCount; m++) {
    const { quantity } = outlook.equilibria[r * marketCount + m]
    for (let j = 0; j < lines; j++) {
      const i = industry.lineProduct[j]
      if (cost0[m * products + i] === 0 || !(quantity[i] > 0)) continue
      const cell = ((r * marketCount + m) * lines + j) * placeCount + plannedPlace(plants, j)
      const q = quotaOf(policy, setting.tables, cell)
      if (q >= 0) search.volume[q] += outlook.split.weights[m * lines + j] * quantity[i]
    }
  }
}

/**
 * Yearly quota rents of the product of line j in market m under regime r if that line were built at o, thousand USD; 0 in a
 * scenario without quotas. Reads the split that `productCostWith` has just left in `outlook.split.weights`.
 *
 * @param quantity vehicles of the product sold in the market
 */
export function rentsAt(
  { setting, plants, outlook }: ExpectedEconomy,
  r: number,
  m: number,
  j: number,
  o: number,
  quantity: number,
): number {
  const { industry, share0, thetaSplit, quotas } = setting
  if (quotas === undefined) return 0
  const i = industry.lineProduct[j]
  const from = industry.lineOff[i]
  const to = industry.lineOff[i + 1]
  if (to - from === 1) return quantity * settledRent(setting, quotas, r, m, j, o)
  const offset = m * industry.lines.length
  let rents = 0
  for (let line = from; line < to; line++) {
    const weight = outlook.split.weights[offset + line]
    if (weight === 0) continue
    const rent = settledRent(setting, quotas, r, m, line, line === j ? o : plannedPlace(plants, line))
    if (rent > 0) rents += quantity * weight * shareFactor(weight, share0[offset + line], thetaSplit) * rent
  }
  return rents
}

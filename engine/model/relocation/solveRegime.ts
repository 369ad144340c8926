/**
 * The equilibrium of a regime on the present map of plants: product costs at the cheapest split over lines, then prices.
 * Section 8 of docs/model.md. Under quotas `quotaOutlook` calls it again and again.
 */
import { costAt } from '../cost/costAt.ts'
import { cheapestSplit } from '../cost/split.ts'
import { addedAt } from '../customs/subsidies.ts'
import { marketCount } from '../inputs/sets.ts'
import { solvePrices } from '../market/pricing.ts'
import { type ExpectedEconomy, plannedPlace } from './outlook.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const markets = marketCount

/** Fills the equilibria of the three markets under regime r on the present map. Returns false if any did not converge. */
export function solveRegime(economy: ExpectedEconomy, r: number): boolean {
  const { setting, outlook } = economy
  let converged = true
  for (let m = 0; m < markets; m++) {
    costProducts(economy, r, m)
    const equilibrium = outlook.equilibria[r * markets + m]
    const start = (r * markets + m) * setting.industry.products.length
    solvePrices(setting.markets[m], outlook.productCost, start, equilibrium)
    if (equilibrium.converged === 0) converged = false
  }
  outlook.solvedAt[r] = outlook.changes
  return converged
}

/** Unit costs, in market m, of the products whose lines have moved since the regime was last solved. */
function costProducts({ setting, plants, outlook }: ExpectedEconomy, r: number, m: number): void {
  const { industry, cost0, subsidies } = setting
  const lines = industry.lines.length
  const products = industry.products.length
  const start = (r * markets + m) * products
  for (let i = 0; i < products; i++) {
    if (outlook.changedAt[i] <= outlook.solvedAt[r]) continue
    if (cost0[m * products + i] === 0) {
      outlook.productCost[start + i] = Infinity
      continue
    }
    const from = industry.lineOff[i]
    const to = industry.lineOff[i + 1]
    for (let j = from; j < to; j++) {
      const o = plannedPlace(plants, j)
      outlook.split.cost[m * lines + j] = costAt(setting, r, m, j, o)
      if (subsidies !== undefined) subsidies.considered[m * lines + j] = addedAt(subsidies, lines, r, m, j, o)
    }
    outlook.productCost[start + i] = cheapestSplit(
      setting,
      outlook.split,
      cost0[m * products + i],
      m * lines + from,
      m * lines + to,
    )
  }
}

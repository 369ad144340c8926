/**
 * What a line would earn at a place: the yearly profit of its product with the line built there, rivals' prices, markups
 * and the market's aggregates held at the regime's equilibrium. Section 8 of docs/model.md.
 */
import { pow } from '../../math/elementary.ts'
import { profitAtCost, marginAtCost } from '../market/demand.ts'
import { rentsAt } from './quotaOutlook.ts'
import type { Setting } from '../cost/setting.ts'
import { type ExpectedEconomy, plannedPlace } from './outlook.ts'
import { costAt, rowCostAt } from '../cost/costAt.ts'
import { marketCount } from '../inputs/sets.ts'
import { cheapestSplit } from '../cost/split.ts'
import { addedAt } from '../customs/subsidies.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const markets = marketCount

/** Yearly profit of the product of line j in all destinations if j were built at o under regime r, thousand USD. */
export function placeProfit(economy: ExpectedEconomy, r: number, j: number, o: number): number {
  const { setting, outlook } = economy
  const { industry } = setting
  const i = industry.lineProduct[j]
  const products = industry.products.length
  let profit = 0
  for (let m = 0; m < markets; m++) {
    if (setting.cost0[m * products + i] === 0) continue
    const cost = productCostWith(economy, r, m, j, o)
    if (cost === Infinity) continue
    const eq = outlook.equilibria[r * markets + m]
    const earned = profitAtCost(setting.markets[m], eq, i, cost)
    profit += earned
    if (setting.quotas === undefined) continue
    const sold = earned / marginAtCost(setting.markets[m], eq, i, cost)
    profit += rentsAt(economy, r, m, j, o, sold)
  }
  return profit + rowProfit(setting, r, j, o)
}

/**
 * Cost in market m under regime r of the product of line j if that line were built at o: thousand USD per vehicle, at the
 * cheapest split over the product's lines, less subsidies to buyers. Infinity where it could not be sold. Leaves the split in
 * `outlook.weights`.
 */
export function productCostWith(
  { setting, plants, outlook }: ExpectedEconomy,
  r: number,
  m: number,
  j: number,
  o: number,
): number {
  const { industry, cost0, subsidies } = setting
  const lines = industry.lines.length
  const i = industry.lineProduct[j]
  const from = industry.lineOff[i]
  const to = industry.lineOff[i + 1]
  if (to - from === 1) {
    return costAt(setting, r, m, j, o) - (subsidies === undefined ? 0 : addedAt(subsidies, lines, r, m, j, o))
  }
  for (let line = from; line < to; line++) {
    const at = line === j ? o : plannedPlace(plants, line)
    outlook.split.cost[m * lines + line] = costAt(setting, r, m, line, at)
    if (subsidies !== undefined) subsidies.considered[m * lines + line] = addedAt(subsidies, lines, r, m, line, at)
  }
  const baseCost = cost0[m * industry.products.length + i]
  return cheapestSplit(setting, outlook.split, baseCost, m * lines + from, m * lines + to)
}

/**
 * Yearly profit of line j's exports out of the region if it were built at o under regime r, thousand USD. Demand there has a
 * constant elasticity eta: price = cost * eta/(eta-1), so profit is quantity * cost/(eta-1).
 */
export function rowProfit(setting: Setting, r: number, j: number, o: number): number {
  const exported = setting.exports0[j]
  if (exported === 0) return 0
  const eta = setting.rowElasticity
  const before = setting.rowCost0[j]
  return ((exported * before) / (eta - 1)) * pow(rowCostAt(setting, r, j, o) / before, 1 - eta)
}

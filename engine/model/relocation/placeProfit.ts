/**
 * What a line would earn at a place: the yearly profit of its product with the line built there, rivals' prices, markups
 * and the market's aggregates held at the regime's equilibrium. Section 8 of docs/model.md.
 */
import { pow } from '../../math/elementary.ts'
import { profitAtCost, marginAtCost } from '../market/demand.ts'
import type { PlantState } from '../plants/plantState.ts'
import { rentsAt } from './quotaOutlook.ts'
import type { Setting } from '../cost/setting.ts'
import { type RegimeOutlook, plannedPlace } from './outlook.ts'
import { costAt, rowCostAt } from '../cost/costAt.ts'
import { marketCount } from '../inputs/sets.ts'
import { cheapestSplit } from '../cost/split.ts'
import { addedAt } from '../customs/subsidies.ts'

/** Yearly profit of the product of line j in all destinations if j were built at o under regime r, thousand USD. */
export function placeProfit(
  setting: Setting,
  plants: PlantState,
  outlook: RegimeOutlook,
  r: number,
  j: number,
  o: number,
): number {
  const { industry } = setting
  const i = industry.lineProduct[j]
  const products = industry.products.length
  let profit = 0
  for (let m = 0; m < marketCount; m++) {
    if (setting.cost0[m * products + i] === 0) continue
    const cost = productCostWith(setting, plants, outlook, r, m, i, j, o)
    if (cost === Infinity) continue
    const eq = outlook.equilibria[r * marketCount + m]
    const earned = profitAtCost(setting.markets[m], eq, i, cost)
    profit += earned
    if (setting.quotas === undefined) continue
    const sold = earned / marginAtCost(setting.markets[m], eq, i, cost)
    profit += rentsAt(setting, setting.quotas, plants, outlook, r, m, i, j, o, sold)
  }
  return profit + rowProfit(setting, r, j, o)
}

/** Cost of product i if its line j were built at o, its volume split anew, less subsidies to buyers. */
export function productCostWith(
  setting: Setting,
  plants: PlantState,
  outlook: RegimeOutlook,
  r: number,
  m: number,
  i: number,
  j: number,
  o: number,
): number {
  const { industry, share0, cost0, thetaSplit, subsidies } = setting
  const lines = industry.lines.length
  const from = industry.lineOff[i]
  const to = industry.lineOff[i + 1]
  if (to - from === 1) {
    return costAt(setting, r, m, j, o) - (subsidies === undefined ? 0 : addedAt(subsidies, lines, r, m, j, o))
  }
  for (let line = from; line < to; line++) {
    const at = line === j ? o : plannedPlace(plants, line)
    outlook.lineCost[line] = costAt(setting, r, m, line, at)
    if (subsidies !== undefined) subsidies.sums[m * lines + line] = addedAt(subsidies, lines, r, m, line, at)
  }
  const offset = m * lines
  return cheapestSplit(
    share0,
    offset,
    cost0[m * industry.products.length + i],
    outlook.lineCost,
    from,
    to,
    thetaSplit,
    outlook.weights,
    offset,
    subsidies?.sums,
  )
}

/** Constant-elasticity exports: price = cost * eta/(eta-1), so profit is quantity * cost/(eta-1). */
export function rowProfit(setting: Setting, r: number, j: number, o: number): number {
  const exported = setting.exports0[j]
  if (exported === 0) return 0
  const eta = setting.rowElasticity
  const before = setting.rowCost0[j]
  return ((exported * before) / (eta - 1)) * pow(rowCostAt(setting, r, j, o) / before, 1 - eta)
}

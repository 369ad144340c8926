/**
 * Makes sure that, under the base policy, no line would earn more elsewhere. Section 7 of docs/model.md.
 *
 * Location efficiencies are drawn so that the observed place has the lowest mean cost over the line's markets. Profit is
 * convex in cost, so a place that is much cheaper in one market and much dearer in another can still earn more. There
 * the efficiency factor is raised until it does not: the map of the base year was the makers' choice.
 */
import { placeProfit } from './placeProfit.ts'
import type { Setting } from '../cost/setting.ts'
import { type ExpectedEconomy, resetOutlook } from './outlook.ts'
import { solveRegime } from './solveRegime.ts'
import { costAt, rowCostAt } from '../cost/costAt.ts'
import { placeCount, marketCount } from '../inputs/sets.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const markets = marketCount
const places = placeCount

const halvings = 30
/** Upper end of the first bracket, relative to the drawn factor. */
const largestRise = 4

/**
 * Raises cost factors of places until no line would earn more elsewhere than at its observed place.
 *
 * @param economy calibrated industry on the base-year map; regime 0 of its outlook is solved here
 * @returns false if prices did not converge
 */
export function anchorLocations(economy: ExpectedEconomy): boolean {
  const { setting, plants, outlook } = economy
  resetOutlook(outlook)
  const converged = solveRegime(economy, 0)
  const { locationFactor } = setting.scales
  for (let j = 0; j < setting.industry.lines.length; j++) {
    const home = plants.linePlace[j]
    let stay = -1
    for (let o = 0; o < places; o++) {
      if (o === home || locationFactor[j * places + o] === Infinity || isDearerEverywhere(setting, j, home, o)) continue
      if (stay < 0) stay = placeProfit(economy, 0, j, home)
      if (placeProfit(economy, 0, j, o) > stay) raiseUntil(economy, j, o, stay)
    }
  }
  return converged
}

/** Whether a place delivers at a higher cost to every destination of the line, so that it cannot earn more. */
function isDearerEverywhere(setting: Setting, j: number, home: number, o: number): boolean {
  const lines = setting.industry.lines.length
  for (let m = 0; m < markets; m++) {
    if (setting.share0[m * lines + j] > 0 && costAt(setting, 0, m, j, o) < costAt(setting, 0, m, j, home)) return false
  }
  return setting.exports0[j] === 0 || rowCostAt(setting, 0, j, o) >= setting.rowCost0[j]
}

/**
 * Sets line j's cost factor at place o to the lowest at which the place earns no more than staying (`stay`, thousand USD a
 * year): by bisection, taking the upper end of the last bracket.
 */
function raiseUntil(economy: ExpectedEconomy, j: number, o: number, stay: number): void {
  const { locationFactor } = economy.setting.scales
  const cell = j * places + o
  let low = locationFactor[cell]
  let high = locationFactor[cell] * largestRise
  for (let n = 0; n < halvings; n++) {
    locationFactor[cell] = (low + high) / 2
    if (placeProfit(economy, 0, j, o) > stay) low = locationFactor[cell]
    else high = locationFactor[cell]
  }
  locationFactor[cell] = high
}

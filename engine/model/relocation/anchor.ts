/**
 * Makes sure that, under the base policy, no line would earn more elsewhere. Section 7 of docs/model.md.
 *
 * Location efficiencies are drawn so that the observed place has the lowest mean cost over the line's markets. Profit is
 * convex in cost, so a place that is much cheaper in one market and much dearer in another can still earn more. There
 * the efficiency factor is raised until it does not: the map of the base year was the makers' choice.
 */
import { placeProfit } from './placeProfit.ts'
import type { PlantState } from '../plants/plantState.ts'
import type { Setting } from '../cost/setting.ts'
import { type RegimeOutlook, forgetOutlook, solveRegime } from './outlook.ts'
import { costAt, rowCostAt } from '../cost/costAt.ts'
import { placeCount, marketCount } from '../inputs/sets.ts'

const halvings = 30
const largestRise = 4

/**
 * @param outlook of a scenario on the base-year map; its regime 0 is solved here
 * @returns false if prices did not converge
 */
export function anchorLocations(setting: Setting, plants: PlantState, outlook: RegimeOutlook): boolean {
  forgetOutlook(outlook)
  const converged = solveRegime(setting, plants, outlook, 0)
  const { z } = setting.scales
  for (let j = 0; j < setting.industry.lines.length; j++) {
    const home = plants.linePlace[j]
    let stay = -1
    for (let o = 0; o < placeCount; o++) {
      if (o === home || z[j * placeCount + o] === Infinity || isDearerEverywhere(setting, j, home, o)) continue
      if (stay < 0) stay = placeProfit(setting, plants, outlook, 0, j, home)
      if (placeProfit(setting, plants, outlook, 0, j, o) > stay) raiseUntil(setting, plants, outlook, j, o, stay)
    }
  }
  return converged
}

/** Whether a place delivers at a higher cost to every destination of the line, so that it cannot earn more. */
function isDearerEverywhere(setting: Setting, j: number, home: number, o: number): boolean {
  const lines = setting.industry.lines.length
  for (let m = 0; m < marketCount; m++) {
    if (setting.share0[m * lines + j] > 0 && costAt(setting, 0, m, j, o) < costAt(setting, 0, m, j, home)) return false
  }
  return setting.exports0[j] === 0 || rowCostAt(setting, 0, j, o) >= setting.rowCost0[j]
}

/** Least rise of the efficiency factor at which the place earns no more than staying; the upper end of the bracket. */
function raiseUntil(
  setting: Setting,
  plants: PlantState,
  outlook: RegimeOutlook,
  j: number,
  o: number,
  stay: number,
): void {
  const { z } = setting.scales
  const cell = j * placeCount + o
  let low = z[cell]
  let high = z[cell] * largestRise
  for (let n = 0; n < halvings; n++) {
    z[cell] = (low + high) / 2
    if (placeProfit(setting, plants, outlook, 0, j, o) > stay) low = z[cell]
    else high = z[cell]
  }
  z[cell] = high
}

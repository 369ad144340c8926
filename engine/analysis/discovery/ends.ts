/**
 * The single end of a single parameter that tells most: of all boxes that one limit makes, the one whose membership correlates
 * most (phi) with being of interest, the measure by which boxes are chosen (see `choose`).
 */
import { statisticsOf, wholeBox, withLimits } from './box.ts'
import { countOfInterest, type Cases } from './cases.ts'
import type { Step } from './peel.ts'

/**
 * The best box with one limit; none where no limit correlates.
 *
 * @param leastMass least share of the cases that the box keeps
 */
export function endBox(cases: Cases, rows: Int32Array, leastMass: number): readonly Step[] {
  let best: Step | undefined
  for (let parameter = 0; parameter < cases.columns.length; parameter++) {
    const step = bestEnd(cases, rows, parameter, leastMass * rows.length)
    if (step !== undefined && step.statistics.correlation > (best?.statistics.correlation ?? 0)) best = step
  }
  return best === undefined ? [] : [best]
}

function bestEnd(cases: Cases, rows: Int32Array, parameter: number, least: number): Step | undefined {
  const column = cases.columns[parameter]
  const order = rows.toSorted((a, b) => column[a] - column[b])
  const total = order.length
  const failing = countOfInterest(cases, rows)
  const whole = wholeBox(cases.columns.length)
  let best: Step | undefined
  let found = 0
  for (let below = 1; below < total; below++) {
    found += cases.ofInterest[order[below - 1]]
    const [last, next] = [column[order[below - 1]], column[order[below]]]
    const middle = (last + next) / 2
    if (!(last < middle && middle < next)) continue
    const [low, high] = [
      statisticsOf(below, found, total, failing, 1),
      statisticsOf(total - below, failing - found, total, failing, 1),
    ]
    const most = best?.statistics.correlation ?? 0
    if (below >= least && low.correlation > most) {
      best = { box: withLimits(whole, parameter, -Infinity, middle), statistics: low }
    } else if (total - below >= least && high.correlation > most) {
      best = { box: withLimits(whole, parameter, middle, Infinity), statistics: high }
    }
  }
  return best
}

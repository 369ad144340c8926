/**
 * Peeling of the patient rule induction method: J. H. Friedman and N. I. Fisher, "Bump hunting in high-dimensional data",
 * Statistics and Computing 9 (1999). From the box of everything, again and again the thin slice is cut off, at one end of
 * one parameter, that raises the density of cases of interest most. All boxes on the way are the trajectory.
 *
 * A slice is about `alpha` of the cases left. Where values repeat (a parameter of few values) it must be larger, so the
 * gain is counted for each case given up, the lenient criterion of J. H. Kwakkel and M. Jaxa-Rozen, "Improving scenario
 * discovery for handling heterogeneous uncertainties and multinomial classified outcomes", Environmental Modelling &
 * Software 79 (2016). Of equal slices one of a parameter already restricted is taken, then the first.
 */
import {
  isRestricted, restrictedParameters, rowsInside, statisticsOf, wholeBox, withLimits, type Box, type BoxStatistics,
} from './box.ts'
import { countOfInterest, type Cases } from './cases.ts'

export interface PeelingOptions {
  /** Share of the cases in the box that a slice takes, about. */
  readonly alpha: number
  /** Least share of all cases that a box keeps. */
  readonly leastMass: number
}

export interface Step {
  readonly box: Box
  readonly statistics: BoxStatistics
}

/** One end of one parameter cut off. */
interface Slice {
  readonly parameter: number
  readonly low: number
  readonly high: number
  readonly gain: number
  readonly again: boolean
}

/** Boxes from that of everything to the last that may still be cut, or that holds cases of interest only. */
export function peel(cases: Cases, rows: Int32Array, options: PeelingOptions): readonly Step[] {
  let within = rows
  let step = stepOf(cases, rows, wholeBox(cases.columns.length), within)
  const steps = [step]
  while (step.statistics.density < 1) {
    const slice = bestSlice(cases, within, step.box, options, rows.length)
    if (slice === undefined) break
    const box = withLimits(step.box, slice.parameter, slice.low, slice.high)
    within = rowsInside(cases, within, box)
    step = stepOf(cases, rows, box, within)
    steps.push(step)
  }
  return steps
}

/** @param within those of `rows` that the box holds */
function stepOf(cases: Cases, rows: Int32Array, box: Box, within: Int32Array): Step {
  const restricted = restrictedParameters(box).length
  const found = countOfInterest(cases, within)
  return { box, statistics: statisticsOf(within.length, found, rows.length, countOfInterest(cases, rows), restricted) }
}

function bestSlice(
  cases: Cases, within: Int32Array, box: Box, { alpha, leastMass }: PeelingOptions, total: number,
): Slice | undefined {
  const slices = cases.columns.flatMap((_, p) => slicesOf(cases, within, box, p, alpha, leastMass * total))
  return slices.toSorted((a, b) => b.gain - a.gain || Number(b.again) - Number(a.again))[0]
}

/** The slices at both ends of a parameter that leave enough cases and take at least one. */
function slicesOf(
  cases: Cases, within: Int32Array, box: Box, parameter: number, alpha: number, least: number,
): readonly Slice[] {
  const column = cases.columns[parameter]
  const sorted = Float64Array.from(within, (row) => column[row]).toSorted()
  const before = countOfInterest(cases, within)
  const again = isRestricted(box, parameter)
  const low = Math.max(box.low[parameter], limitFromBelow(sorted, alpha))
  const high = Math.min(box.high[parameter], limitFromAbove(sorted, alpha))
  const cuts = [
    { low: box.low[parameter], high },
    { low, high: box.high[parameter] },
  ]
  return cuts.flatMap((cut) => {
    let kept = 0
    let keptOfInterest = 0
    for (let n = 0; n < within.length; n++) {
      const value = column[within[n]]
      if (value < cut.low || value > cut.high) continue
      kept += 1
      keptOfInterest += cases.ofInterest[within[n]]
    }
    if (kept === within.length || kept < least || kept === 0) return []
    const gain = (keptOfInterest / kept - before / within.length) / (within.length - kept)
    return [{ parameter, ...cut, gain, again }]
  })
}

/** Half way between the alpha-quantile's neighbours; upwards past equal values, so that none of them is torn apart. */
function limitFromBelow(sorted: Float64Array, alpha: number): number {
  const position = alpha * (sorted.length - 1)
  const below = Math.floor(position)
  let above = Math.ceil(position)
  while (sorted[above] === sorted[below] && above < sorted.length - 1) above += 1
  return (sorted[below] + sorted[above]) / 2
}

function limitFromAbove(sorted: Float64Array, alpha: number): number {
  const position = (1 - alpha) * (sorted.length - 1)
  const above = Math.ceil(position)
  let below = Math.floor(position)
  while (sorted[below] === sorted[above] && below > 0) below -= 1
  return (sorted[below] + sorted[above]) / 2
}

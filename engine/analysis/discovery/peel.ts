/**
 * Peeling of the patient rule induction method: J. H. Friedman and N. I. Fisher, "Bump hunting in high-dimensional
 * data", Statistics and Computing 9 (1999). From the box of everything, again and again the thin slice is cut off, at
 * one end of one parameter, that raises the density of cases of interest most. All boxes on the way are the
 * trajectory.
 *
 * A slice is about `alpha` of the cases left. Where values repeat (a parameter of few values) it must be larger, so the
 * gain is counted for each case given up, the lenient criterion of J. H. Kwakkel and M. Jaxa-Rozen, "Improving scenario
 * discovery for handling heterogeneous uncertainties and multinomial classified outcomes", Environmental Modelling &
 * Software 79 (2016). Of equal slices one of a parameter already restricted is taken, then the first.
 */
import {
  isRestricted,
  restrictedParameters,
  statisticsOf,
  wholeBox,
  withLimits,
  type Box,
  type BoxStatistics,
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

/** [parameter that may be cut] the cases in the box, by rising value of that parameter. */
type Orders = readonly Int32Array[]

/**
 * Boxes from that of everything to the last that may still be cut, or that holds cases of interest only.
 *
 * @param among numbers of the parameters that may be cut; all of them unless given
 */
export function peel(
  cases: Cases,
  rows: Int32Array,
  { alpha, leastMass }: PeelingOptions,
  among: readonly number[] = Array.from(cases.columns.keys()),
): readonly Step[] {
  let orders: Orders = among.map((p) => rows.toSorted((a, b) => cases.columns[p][a] - cases.columns[p][b]))
  let step = stepOf(cases, rows, wholeBox(cases.columns.length), rows)
  const steps = [step]
  while (step.statistics.density < 1) {
    const slice = bestSlice(cases, orders, among, step, alpha, leastMass * rows.length)
    if (slice === undefined) break
    const { parameter, low, high } = slice
    const column = cases.columns[parameter]
    orders = orders.map((order) => order.filter((row) => column[row] >= low && column[row] <= high))
    step = stepOf(cases, rows, withLimits(step.box, parameter, low, high), orders[0])
    steps.push(step)
  }
  return steps
}

/** @param within those of `rows` that the box holds, in any order */
function stepOf(cases: Cases, rows: Int32Array, box: Box, within: Int32Array): Step {
  const restricted = restrictedParameters(box).length
  const found = countOfInterest(cases, within)
  return { box, statistics: statisticsOf(within.length, found, rows.length, countOfInterest(cases, rows), restricted) }
}

function bestSlice(
  cases: Cases,
  orders: Orders,
  among: readonly number[],
  step: Step,
  alpha: number,
  least: number,
): Slice | undefined {
  const slices = orders.flatMap((order, a) => slicesOf(cases, order, step, among[a], alpha, least))
  return slices.toSorted((a, b) => b.gain - a.gain || Number(b.again) - Number(a.again))[0]
}

/**
 * The slices at both ends of a parameter that leave enough cases. A limit lies half way between the neighbours of the
 * alpha-quantile, or beyond equal values, so that none of them is torn apart.
 */
function slicesOf(
  cases: Cases,
  order: Int32Array,
  { box, statistics }: Step,
  parameter: number,
  alpha: number,
  least: number,
): readonly Slice[] {
  const column = cases.columns[parameter]
  const last = order.length - 1
  const value = (rank: number): number => column[order[rank]]
  const slice = (removed: Int32Array, low: number, high: number): readonly Slice[] => {
    const kept = order.length - removed.length
    if (kept < least) return []
    const density = (statistics.insideOfInterest - countOfInterest(cases, removed)) / kept
    const gain = (density - statistics.density) / removed.length
    return [{ parameter, low, high, gain, again: isRestricted(box, parameter) }]
  }
  const below = Math.floor(alpha * last)
  let above = Math.ceil(alpha * last)
  while (value(above) === value(below) && above < last) above += 1
  const upper = Math.ceil((1 - alpha) * last)
  let lower = Math.floor((1 - alpha) * last)
  while (value(lower) === value(upper) && lower > 0) lower -= 1
  const high = between(value(lower), value(upper))
  const low = between(value(below), value(above))
  return [
    ...(high === undefined ? [] : slice(order.subarray(lower + 1), box.low[parameter], high)),
    ...(low === undefined ? [] : slice(order.subarray(0, above), low, box.high[parameter])),
  ]
}

/** Half way between two values; nothing where no number lies between them. */
function between(a: number, b: number): number | undefined {
  const middle = (a + b) / 2
  return a < middle && middle < b ? middle : undefined
}

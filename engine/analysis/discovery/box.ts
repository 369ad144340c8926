/**
 * A box of parameter values and what it holds, in the words of B. P. Bryant and R. J. Lempert, "Thinking inside the box: a
 * participatory, computer-assisted approach to scenario discovery", Technological Forecasting and Social Change 77 (2010):
 *
 *     coverage = cases of interest in the box / all cases of interest
 *     density  = cases of interest in the box / cases in the box
 *     mass     = cases in the box / all cases
 *
 * The quasi-p-value of a restriction is the chance of as many cases of interest as the box holds, or more, if the
 * restriction told nothing: were they binomial with the density of the box without it. "Quasi" because the limit was
 * sought on the same cases; on cases that took no part in the search it is a p-value.
 */
import { betaCdf } from '../../math/beta.ts'
import { countOfInterest, type Cases } from './cases.ts'

/** Limits [parameter], inclusive; infinite where nothing is restricted. */
export interface Box {
  readonly low: Float64Array
  readonly high: Float64Array
}

export interface BoxStatistics {
  /** Cases in the box, and those of interest among them. */
  readonly inside: number
  readonly insideOfInterest: number
  readonly coverage: number
  /** NaN in an empty box. */
  readonly density: number
  readonly mass: number
  /** Parameters that the box restricts. */
  readonly restricted: number
  /** Correlation (phi) between being in the box and being of interest; 0 where one of them never varies. */
  readonly correlation: number
}

export function wholeBox(parameters: number): Box {
  return { low: new Float64Array(parameters).fill(-Infinity), high: new Float64Array(parameters).fill(Infinity) }
}

/** The box with one parameter's limits replaced. */
export function withLimits({ low, high }: Box, parameter: number, from: number, to: number): Box {
  return { low: low.with(parameter, from), high: high.with(parameter, to) }
}

export function isRestricted({ low, high }: Box, parameter: number): boolean {
  return low[parameter] > -Infinity || high[parameter] < Infinity
}

export function restrictedParameters(box: Box): readonly number[] {
  return Array.from(box.low.keys()).filter((p) => isRestricted(box, p))
}

/** Those of `rows` that lie in the box. */
export function rowsInside({ columns }: Cases, rows: Int32Array, box: Box): Int32Array {
  const restricted = restrictedParameters(box)
  return rows.filter((row) => restricted.every((p) => columns[p][row] >= box.low[p] && columns[p][row] <= box.high[p]))
}

/** What the box holds of `rows`. */
export function boxStatistics(cases: Cases, rows: Int32Array, box: Box): BoxStatistics {
  const within = rowsInside(cases, rows, box)
  return statisticsOf(
    within.length,
    countOfInterest(cases, within),
    rows.length,
    countOfInterest(cases, rows),
    restrictedParameters(box).length,
  )
}

export function statisticsOf(
  inside: number,
  insideOfInterest: number,
  total: number,
  totalOfInterest: number,
  restricted: number,
): BoxStatistics {
  const mass = inside / total
  const share = totalOfInterest / total
  const spread = Math.sqrt(mass * (1 - mass) * share * (1 - share))
  return {
    inside,
    insideOfInterest,
    coverage: insideOfInterest / totalOfInterest,
    density: insideOfInterest / inside,
    mass,
    restricted,
    correlation: spread > 0 ? (insideOfInterest / total - mass * share) / spread : 0,
  }
}

/** Chance of at least `successes` in `trials` at probability p: I_p(successes, trials - successes + 1). */
export function binomialTail(successes: number, trials: number, p: number): number {
  return successes <= 0 ? 1 : betaCdf(p, successes, trials - successes + 1)
}

/** Quasi-p-value of what the box says about one parameter, both its limits together. */
export function quasiP(cases: Cases, rows: Int32Array, box: Box, parameter: number): number {
  const without = boxStatistics(cases, rows, withLimits(box, parameter, -Infinity, Infinity))
  const { inside, insideOfInterest } = boxStatistics(cases, rows, box)
  return inside === 0 ? 1 : binomialTail(insideOfInterest, inside, without.density)
}

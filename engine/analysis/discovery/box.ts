/**
 * A box of parameter values and what it holds, in the words of B. P. Bryant and R. J. Lempert, "Thinking inside the
 * box: a participatory, computer-assisted approach to scenario discovery", Technological Forecasting and Social Change
 * 77 (2010):
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

/** The box that restricts nothing. */
export function wholeBox(parameters: number): Box {
  return { low: new Float64Array(parameters).fill(-Infinity), high: new Float64Array(parameters).fill(Infinity) }
}

/** The box with one parameter's limits replaced. */
export function withLimits({ low, high }: Box, parameter: number, from: number, to: number): Box {
  return { low: low.with(parameter, from), high: high.with(parameter, to) }
}

/** Whether the box leaves out any value of a parameter. */
export function isRestricted({ low, high }: Box, parameter: number): boolean {
  return low[parameter] > -Infinity || high[parameter] < Infinity
}

/** Positions of the parameters that the box restricts. */
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

/** How a box does over all cases, from counts of cases and of cases of interest inside it and in all. */
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

/**
 * [parameter] quasi-p-values of what the box says about each parameter, both its limits together; 1 for those that it
 * does not restrict, and all 1 in an empty box.
 *
 * @param effect by which counts are divided where cases are not independent: see `clusters`
 */
export function quasiPs(
  { columns, ofInterest }: Cases,
  rows: Int32Array,
  { low, high }: Box,
  effect: number = 1,
): Float64Array {
  // Cases that one restriction alone keeps out of the box, by parameter, and those of interest among them.
  const keptOut = new Float64Array(columns.length)
  const keptOutOfInterest = new Float64Array(columns.length)
  const restricted = restrictedParameters({ low, high })
  let inside = 0
  let found = 0
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n]
    let against = 0
    let last = 0
    for (let r = 0; r < restricted.length && against < 2; r++) {
      const value = columns[restricted[r]][row]
      if (value >= low[restricted[r]] && value <= high[restricted[r]]) continue
      against += 1
      last = restricted[r]
    }
    if (against === 0) {
      inside += 1
      found += ofInterest[row]
    } else if (against === 1) {
      keptOut[last] += 1
      keptOutOfInterest[last] += ofInterest[row]
    }
  }
  return keptOut.map((count, p) =>
    inside === 0 || count === 0
      ? 1
      : binomialTail(found / effect, inside / effect, (found + keptOutOfInterest[p]) / (inside + count)),
  )
}

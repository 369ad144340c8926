/**
 * Options judged by several outcomes at once: which are on the front, on which no other option is at least as good in the mean
 * of every outcome and better in one (V. Pareto, "Manuale di economia politica", 1906). Needs no weights.
 *
 * Means of finitely many replicates have an error, so that an option that is on the front of these replicates may not be on
 * that of endless ones. How surely it is: the share of bootstrap samples of replicates on whose front it is, all options and
 * outcomes resampled together, so that common draws stay common (the chance of not being dominated of J. Teich, "Pareto-front
 * exploration with uncertain objectives", and E. J. Hughes, "Evolutionary multi-objective ranking with uncertainty and noise",
 * both EMO 2001). Another thing is the share of replicates in each of which it is on the front: it says how far the answer hangs
 * on what nobody knows, and more replicates do not bring it to 0 or 1.
 *
 * Every pair of options is compared, so the front is exact for the options that there are, and knows nothing of others.
 */
import { mean as meanOf } from '../../math/accumulate.ts'
import { wilsonInterval } from '../../math/samplingError.ts'
import type { Key } from '../../math/streams.ts'
import type { Chance } from '../decisions/compareOptions.ts'
import { resample, resampledMean } from '../resample.ts'
import { realDifference } from '../rounding.ts'

/** [outcome][option][replicate], turned so that more is better; all columns of the same replicates. */
export type Judged = readonly (readonly Float64Array[])[]

export interface FrontRow {
  /** On the front of the means of these replicates. */
  readonly isOnFront: boolean
  /** Share of resamples on whose front it is. */
  readonly chance: number
  /** Share of replicates on whose own front it is. */
  readonly inReplicates: Chance
  /** Numbers of the options that dominate it in the means. */
  readonly dominatedBy: readonly number[]
}

/** Resamples that chances are shares of: one of .95 is known to .01. */
export const frontResamples = 400

/** A row an option. @throws RangeError where there is no outcome, no option or no replicate */
export function frontOf(judged: Judged, root: Key, resamples: number = frontResamples): readonly FrontRow[] {
  const options = judged.at(0)?.length ?? 0
  const replicates = judged.at(0)?.at(0)?.length ?? 0
  if (options === 0 || replicates === 0) {
    throw new RangeError(
      `front: an outcome of one option in one replicate is needed; given: ${judged.length}, ${options}, ${replicates}`,
    )
  }
  const chances = bootstrapChances(judged, root, resamples)
  const counts = replicateCounts(judged)
  const means = judged.map((columns) => Float64Array.from(columns, (column) => meanOf(column)))
  return Array.from({ length: options }, (_, o): FrontRow => {
    const dominatedBy = numbers(options).filter((other) => dominates(means, other, o))
    return {
      isOnFront: dominatedBy.length === 0,
      chance: chances[o],
      inReplicates: { value: counts[o] / replicates, ...wilsonInterval(counts[o], replicates, 0.95) },
      dominatedBy,
    }
  })
}

/**
 * Whether an option is at least as good as another in every outcome, and better in one. What differs by rounding alone is the
 * same.
 *
 * @param values [outcome][option]
 */
export function dominates(values: readonly Float64Array[], option: number, other: number): boolean {
  let isBetter = false
  for (const ofOutcome of values) {
    const difference = realDifference(ofOutcome[option], ofOutcome[other])
    if (difference < 0) return false
    if (difference > 0) isBetter = true
  }
  return isBetter
}

function bootstrapChances(judged: Judged, root: Key, resamples: number): Float64Array {
  const options = judged[0].length
  const counts = new Float64Array(judged[0][0].length)
  const on = new Float64Array(options)
  const means = judged.map(() => new Float64Array(options))
  for (let round = 0; round < resamples; round++) {
    resample(counts, root, round, 'front')
    judged.forEach((columns, k) => columns.forEach((column, o) => (means[k][o] = resampledMean(column, counts))))
    countFront(means, on)
  }
  return on.map((count) => count / resamples)
}

/** [option] replicates on whose own front it is. */
function replicateCounts(judged: Judged): Float64Array {
  const options = judged[0].length
  const on = new Float64Array(options)
  const values = judged.map(() => new Float64Array(options))
  for (let d = 0; d < judged[0][0].length; d++) {
    judged.forEach((columns, k) => columns.forEach((column, o) => (values[k][o] = column[d])))
    countFront(values, on)
  }
  return on
}

/** Adds 1 to each option that none dominates. Options are dominated by the front if at all, so the best by the first go first. */
function countFront(values: readonly Float64Array[], on: Float64Array): void {
  const order = numbers(on.length).toSorted((one, other) => values[0][other] - values[0][one])
  const front: number[] = []
  for (const option of order) if (!front.some((other) => dominates(values, other, option))) front.push(option)
  // Among those that are equal by the first but for rounding, a later one may dominate an earlier one.
  for (const option of front) if (!front.some((other) => dominates(values, other, option))) on[option] += 1
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => n)
}

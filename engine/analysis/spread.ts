/** What a handful of replicates says of one figure: where most of them lie, and how far their mean may be off. */
import { mean as meanOf, quantile } from '../math/accumulate.ts'
import { type Interval, meanStandardError } from '../math/samplingError.ts'
import { normalQuantile } from '../math/normalQuantile.ts'
import { highProbability, lowProbability } from './summary.ts'

export interface Spread {
  readonly n: number
  readonly mean: number
  /** Quantiles 5% and 95%. */
  readonly interval: Interval
  /** Values in the interval, its ends among them. */
  readonly inside: number
  /** How far the mean may be off, at 90%; NaN for fewer than two values. */
  readonly meanReach: number
}

/** @param values at least one */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).toSorted()
  const interval = { low: quantile(sorted, lowProbability), high: quantile(sorted, highProbability) }
  return {
    n: values.length,
    mean: meanOf(sorted),
    interval,
    inside: values.filter((value) => value >= interval.low && value <= interval.high).length,
    meanReach: normalQuantile(highProbability) * meanStandardError(sorted),
  }
}

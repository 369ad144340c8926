/**
 * A statistic of a column of replicates and the half width of its interval: how far the figure of an endless run may
 * lie away. Intervals are
 *
 * * of a mean, and of a mean paired difference: z times the standard error;
 * * of a quantile: between two order statistics, whatever the law (`math/samplingError.ts`);
 * * of a probability, the share of values above `above`: Wilson's.
 *
 * The half width of the last two, which are not symmetric, is half their length.
 */
import { mean as meanOf, quantile } from '../../math/accumulate.ts'
import { normalQuantile } from '../../math/normalQuantile.ts'
import { meanStandardError, quantileInterval, wilsonInterval } from '../../math/samplingError.ts'

export type Statistic =
  | { readonly statistic: 'mean' | 'difference' }
  /** `probability` is that below the quantile, as 0.05. */
  | { readonly statistic: 'quantile'; readonly probability: number }
  /** Share of values above `above`. */
  | { readonly statistic: 'probability'; readonly above: number }

export interface StatisticEstimate {
  readonly estimate: number
  /** In the unit of the statistic; infinite where so few replicates bound nothing. */
  readonly halfWidth: number
  readonly n: number
}

/**
 * @param values [good replicate]; for `difference` the paired difference
 * @throws RangeError if confidence, or a quantile's probability, is not strictly between 0 and 1
 */
export function estimateOf(values: Float64Array, statistic: Statistic, confidence: number): StatisticEstimate {
  const n = values.length
  if (n === 0) return { estimate: NaN, halfWidth: Infinity, n }
  if (statistic.statistic === 'quantile') return quantileEstimate(values, statistic.probability, confidence)
  if (statistic.statistic === 'probability') return shareEstimate(values, statistic.above, confidence)
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence: a number strictly between 0 and 1 is needed; given: ${confidence}`)
  }
  const z = -normalQuantile((1 - confidence) / 2)
  return { estimate: meanOf(values), halfWidth: n < 2 ? Infinity : z * meanStandardError(values), n }
}

function quantileEstimate(values: Float64Array, probability: number, confidence: number): StatisticEstimate {
  const sorted = values.toSorted()
  const { low, high } = quantileInterval(sorted, probability, confidence)
  return { estimate: quantile(sorted, probability), halfWidth: (high - low) / 2, n: values.length }
}

function shareEstimate(values: Float64Array, above: number, confidence: number): StatisticEstimate {
  const n = values.length
  const count = values.filter((value) => value > above).length
  const { low, high } = wilsonInterval(count, n, confidence)
  return { estimate: count / n, halfWidth: (high - low) / 2, n }
}

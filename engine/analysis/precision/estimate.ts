/**
 * A statistic of a column of replicates and the half width of its interval: how far the figure of an endless run may
 * lie away. Intervals are
 *
 * * of a mean, and of a mean paired difference: z times the standard error;
 * * of a quantile: between two order statistics, whatever the law (`math/samplingError.ts`);
 * * of a probability, the share of values above `above`: Wilson's.
 *
 * The half width of the last two, which are not symmetric, is half their length. Where groups of replicates are what is
 * independent, as in Latin hypercubes and scrambled Sobol' points, half widths come from the differences between groups:
 * the errors of `math/groupError.ts` times Student's t.
 */
import { mean as meanOf, quantile } from '../../math/accumulate.ts'
import { groupMeanError, groupQuantileError, usedGroups, type Groups } from '../../math/groupError.ts'
import { normalQuantile } from '../../math/normalQuantile.ts'
import { meanStandardError, quantileInterval, wilsonInterval } from '../../math/samplingError.ts'
import { studentReach } from '../../math/studentT.ts'

export type Statistic =
  | { readonly statistic: 'mean' | 'difference' }
  /** `probability` is that below the quantile, as 0.05. */
  | { readonly statistic: 'quantile'; readonly probability: number }
  /** Share of values above `above`. */
  | { readonly statistic: 'probability'; readonly above: number }
  /** The same above 0: of paired differences, turned so that more is better. */
  | { readonly statistic: 'probabilityBetter' }

export interface StatisticEstimate {
  readonly estimate: number
  /** In the unit of the statistic; infinite where so few replicates bound nothing. */
  readonly halfWidth: number
  readonly n: number
}

/**
 * @param values [good replicate]; for `difference` and `probabilityBetter` the paired difference
 * @param groups of the same replicates; undefined where each is independent of the others
 * @throws RangeError if confidence, or a quantile's probability, is not strictly between 0 and 1
 */
export function estimateOf(
  values: Float64Array,
  statistic: Statistic,
  confidence: number,
  groups?: Groups,
): StatisticEstimate {
  const n = values.length
  if (n === 0) return { estimate: NaN, halfWidth: Infinity, n }
  if (groups !== undefined) return groupEstimate(values, statistic, confidence, groups)
  if (statistic.statistic === 'quantile') return quantileEstimate(values, statistic.probability, confidence)
  if (statistic.statistic === 'probability') return shareEstimate(values, statistic.above, confidence)
  if (statistic.statistic === 'probabilityBetter') return shareEstimate(values, 0, confidence)
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

/** Fewer than two groups bound nothing. */
function groupEstimate(
  values: Float64Array,
  statistic: Statistic,
  confidence: number,
  groups: Groups,
): StatisticEstimate {
  const n = values.length
  const used = usedGroups(groups)
  const reach = studentReach(used - 1, confidence)
  if (statistic.statistic === 'quantile') {
    const { probability } = statistic
    const halfWidth = used < 2 ? Infinity : reach * groupQuantileError(values, groups, probability)
    return { estimate: quantile(values.toSorted(), probability), halfWidth, n }
  }
  const isShare = statistic.statistic === 'probability' || statistic.statistic === 'probabilityBetter'
  const above = statistic.statistic === 'probability' ? statistic.above : 0
  const counted = isShare ? values.map((value) => (value > above ? 1 : 0)) : values
  const estimate = meanOf(counted)
  // A share of 0 or 1 is the same in all groups, which says nothing of its error; there Wilson's stands.
  if (isShare && (estimate === 0 || estimate === 1)) return shareEstimate(values, above, confidence)
  return { estimate, halfWidth: used < 2 ? Infinity : reach * groupMeanError(counted, groups), n }
}

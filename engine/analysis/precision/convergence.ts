/**
 * How an estimate settled as the run grew: the statistic and its half width at the batch boundaries. The rows share
 * their replicates, so they wander less than independent runs of those sizes would.
 */
import { groupsOf, type Groups } from '../../math/groupError.ts'
import { estimateOf, type StatisticEstimate, type Statistic } from './estimate.ts'

/**
 * @param values [replicate] of the whole run
 * @param status [replicate] 0 where the replicate is good
 * @param boundaries numbers of replicates, each at most that of the run
 * @param groups of the whole run, from `samplingGroups`; undefined where replicates are independent
 * @throws RangeError if a boundary lies beyond the run
 */
export function convergenceOf(
  values: Float64Array,
  status: Uint8Array,
  statistic: Statistic,
  confidence: number,
  boundaries: readonly number[],
  groups?: Groups,
): readonly StatisticEstimate[] {
  return boundaries.map((boundary) => {
    if (!(boundary > 0 && boundary <= values.length)) {
      throw new RangeError(`convergence: a boundary must lie in the ${values.length} replicates; given: ${boundary}`)
    }
    const isGood = (d: number): boolean => d < boundary && status[d] === 0
    return estimateOf(
      values.filter((_, d) => isGood(d)),
      statistic,
      confidence,
      groups && groupsOf(groups, isGood),
    )
  })
}

/** The batch boundaries of a run, doubling from the first batch, and its end. */
export function doublingBoundaries(batch: number, done: number): readonly number[] {
  const boundaries: number[] = []
  for (let boundary = batch; boundary < done; boundary *= 2) boundaries.push(boundary)
  return [...boundaries, done]
}

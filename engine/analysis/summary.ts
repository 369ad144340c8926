/**
 * What a column of replicates says about one outcome: mean, spread, quantiles, and how exactly the run knows the mean.
 *
 * Two different things are kept apart. The interval from the 5% to the 95% quantile is how far replicates lie from each
 * other: uncertain parameters and what differs between lines. The Monte Carlo standard error is how far the mean of
 * this run may lie from the mean of an endless one, and shrinks with the square root of the number of replicates; where a
 * design makes replicates depend on each other it comes from independent groups of them (see `math/groupError`).
 *
 * Sums run over replicates in their order, so a result does not depend on how the work was divided.
 */
import { mean as meanOf, quantile, standardDeviation as deviationOf } from '../math/accumulate.ts'
import { groupMeanError, groupsOf, usedGroups, type Groups } from '../math/groupError.ts'

export interface Summary {
  readonly mean: number
  readonly standardDeviation: number
  /** Monte Carlo standard error of the mean; NaN for fewer than two replicates, or groups. */
  readonly standardError: number
  readonly low: number
  readonly median: number
  readonly high: number
  /** Replicates used. */
  readonly n: number
  /** Replicates left out because they failed. */
  readonly failed: number
  /** Groups that the standard error comes from; left out where replicates are independent. */
  readonly groups?: number
}

export const lowProbability = 0.05
export const highProbability = 0.95

/**
 * Summary of the replicates whose status is 0.
 *
 * @param values [replicate]
 * @param status [replicate] 0 where the replicate is good
 * @param scratch [replicate] overwritten
 * @param groups of the design, from `samplingGroups`; undefined where replicates are independent
 */
export function summarise(values: Float64Array, status: Uint8Array, scratch: Float64Array, groups?: Groups): Summary {
  let n = 0
  for (let d = 0; d < values.length; d++) if (status[d] === 0) scratch[n++] = values[d]
  const goodGroups = groups && groupsOf(groups, (d) => status[d] === 0)
  return summariseGood(scratch.subarray(0, n), values.length - n, goodGroups)
}

/** The same for values that are all good, with the group of each. `good` is left sorted. */
export function summariseGood(good: Float64Array, failed: number, groups?: Groups): Summary {
  const n = good.length
  const mean = meanOf(good)
  const standardDeviation = deviationOf(good)
  const standardError = groups === undefined ? standardDeviation / Math.sqrt(n) : groupMeanError(good, groups)
  good.sort()
  return {
    mean,
    standardDeviation,
    standardError,
    low: quantile(good, lowProbability),
    median: quantile(good, 0.5),
    high: quantile(good, highProbability),
    n,
    failed,
    ...(groups === undefined ? {} : { groups: usedGroups(groups) }),
  }
}

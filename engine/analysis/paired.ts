/**
 * A scenario against its baseline, replicate by replicate. Both ran with the same draws, so what they share drops out of
 * the difference and its standard error is far smaller than that of either mean.
 *
 * A replicate that failed in either is left out of the pair, and counted.
 */
import { mean as meanOf, standardDeviation as deviationOf } from '../math/accumulate.ts'
import { groupMeanError, groupsOf, groupStandardError, type Groups } from '../math/groupError.ts'
import { summariseGood, type Summary } from './summary.ts'

export type Direction = 'up' | 'down' | 'neither'

/** A share of replicates with its Monte Carlo standard error. */
export interface Probability {
  readonly value: number
  readonly standardError: number
}

export interface PairedSummary {
  /** Of the scenario less the baseline. */
  readonly difference: Summary
  /** Means over the replicates of the pair. */
  readonly baselineMean: number
  readonly scenarioMean: number
  /**
   * Mean difference as a share of the size of the baseline's mean, so that it has the sign of the difference where levels are
   * below 0 too; NaN where the baseline is not of one sign in all replicates.
   */
  readonly relative: number
  readonly relativeStandardError: number
  /** Replicates in which the scenario is strictly better; undefined where no direction is better. */
  readonly better: Probability | undefined
  /** Replicates in which nothing differs, to the bit. */
  readonly same: number
}

/** One outcome of all replicates. */
export interface OutcomeValues {
  /** [replicate] in the outcome's unit. */
  readonly values: Float64Array
  /** [replicate] 0 where the replicate is good, as for `summarise`. */
  readonly status: Uint8Array
}

/**
 * @param baseline and `scenario`: the same outcome in both, on the same draws
 * @param good which direction counts as better
 * @param scratch [2 x replicate] overwritten
 * @param groups as for `summarise`
 */
export function comparePairs(
  baseline: OutcomeValues,
  scenario: OutcomeValues,
  good: Direction,
  scratch: Float64Array,
  groups?: Groups,
): PairedSummary {
  const replicates = baseline.values.length
  const before = scratch.subarray(0, replicates)
  const difference = scratch.subarray(replicates, 2 * replicates)
  let n = 0
  let up = 0
  let down = 0
  for (let d = 0; d < replicates; d++) {
    if (baseline.status[d] !== 0 || scenario.status[d] !== 0) continue
    before[n] = baseline.values[d]
    difference[n] = scenario.values[d] - baseline.values[d]
    if (difference[n] > 0) up += 1
    if (difference[n] < 0) down += 1
    n += 1
  }
  const pairs = before.subarray(0, n)
  const differences = difference.subarray(0, n)
  const pairGroups = groups && groupsOf(groups, (d) => baseline.status[d] === 0 && scenario.status[d] === 0)
  const baselineMean = meanOf(pairs)
  const relative = isOfOneSign(pairs) ? meanOf(differences) / Math.abs(baselineMean) : NaN
  const relativeStandardError = ratioStandardError(
    differences,
    pairs,
    relative * Math.sign(baselineMean),
    baselineMean,
    pairGroups,
  )
  const better = good === 'neither' ? undefined : shareBetter(differences, good === 'up' ? up : down, good, pairGroups)
  const summary = summariseGood(differences, replicates - n, pairGroups)
  return {
    difference: summary,
    baselineMean,
    scenarioMean: baselineMean + summary.mean,
    relative,
    relativeStandardError,
    better,
    same: n - up - down,
  }
}

/** Whether a relative change has a meaning: the baseline is above 0 in all replicates, or below 0 in all. */
function isOfOneSign(values: Float64Array): boolean {
  return values.every((value) => value > 0) || values.every((value) => value < 0)
}

/**
 * Standard error of a ratio of two means, R = mean(difference) / mean(baseline), by linearisation: the standard deviation of
 * `difference - R * baseline` over the baseline's mean and the root of n (Cochran, Sampling Techniques, 1977, section 6.4).
 * Overwrites `baseline`.
 */
function ratioStandardError(
  difference: Float64Array,
  baseline: Float64Array,
  ratio: number,
  mean: number,
  groups: Groups | undefined,
): number {
  for (let d = 0; d < baseline.length; d++) baseline[d] = difference[d] - ratio * baseline[d]
  if (groups !== undefined) return groupStandardError(baseline, groups, mean * baseline.length)
  return deviationOf(baseline) / (Math.abs(mean) * Math.sqrt(baseline.length))
}

/** A share of 0 or 1 is so in all groups, which says nothing of its error; there it is that of `probability`. */
function shareBetter(
  difference: Float64Array,
  count: number,
  good: 'up' | 'down',
  groups: Groups | undefined,
): Probability {
  const independent = probability(count, difference.length)
  if (groups === undefined || count === 0 || count === difference.length) return independent
  const isBetter = difference.map((change) => ((good === 'up' ? change > 0 : change < 0) ? 1 : 0))
  return { value: independent.value, standardError: groupMeanError(isBetter, groups) }
}

/**
 * Share of `count` in `n` with a standard error that does not vanish at 0 and 1: half the width of Wilson's 95% interval
 * over 1.96 (Wilson, Journal of the American Statistical Association 22, 1927).
 */
export function probability(count: number, n: number): Probability {
  const z = 1.959963984540054
  const value = count / n
  const inside = (value * (1 - value)) / n + (z * z) / (4 * n * n)
  return { value, standardError: Math.sqrt(inside) / (1 + (z * z) / n) }
}

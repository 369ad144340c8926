/**
 * How far a figure may lie from that of an endless run when replicates are not independent but groups of them are:
 * batches of a Latin hypercube, scramblings of Sobol' points. What groups differ by is then the error of their mean:
 * Owen, "Monte Carlo variance of scrambled net quadrature", SIAM Journal on Numerical Analysis 34 (1997). Intervals are
 * Student's, as L'Ecuyer, Nakayama, Owen and Tuffin find best in "Confidence intervals for randomized quasi-Monte Carlo
 * estimators", Proceedings of the Winter Simulation Conference (2023).
 */
import { mean, quantile } from './accumulate.ts'
import type { Sampling } from './sampling.ts'
import type { Interval } from './samplingError.ts'
import { studentReach } from './studentT.ts'

/** Which independent group each replicate belongs to. */
export interface Groups {
  readonly count: number
  /** [replicate] 0 to count - 1 */
  readonly of: Int32Array
}

/** Groups of a run's first replicates; undefined where each is independent of the others, or none is (a table). */
export function samplingGroups(sampling: Sampling, replicates: number): Groups | undefined {
  switch (sampling.kind) {
    case 'latin-hypercube': {
      const of = Int32Array.from({ length: replicates }, (_, d) => Math.floor(d / sampling.strata))
      return { count: Math.ceil(replicates / sampling.strata), of }
    }
    case 'sobol': {
      const of = Int32Array.from({ length: replicates }, (_, d) => d % sampling.scramblings)
      return { count: Math.min(sampling.scramblings, replicates), of }
    }
    case 'monte-carlo':
    case 'table':
      return undefined
    default:
      return sampling satisfies never
  }
}

/** Groups that at least one replicate belongs to: some are left without when replicates fail. */
export function usedGroups(groups: Groups): number {
  const seen = new Uint8Array(groups.count)
  for (let d = 0; d < groups.of.length; d++) seen[groups.of[d]] = 1
  let used = 0
  for (let g = 0; g < seen.length; g++) used += seen[g]
  return used
}

/** The groups of the replicates for which `kept` is true, in their order. */
export function groupsOf(groups: Groups, kept: (replicate: number) => boolean): Groups {
  return { count: groups.count, of: groups.of.filter((_, d) => kept(d)) }
}

/**
 * Standard error of a ratio of sums, sum(a) / sum(b), from its residuals e = a - ratio * b, with the G groups as what
 * is sampled (W. G. Cochran, "Sampling Techniques", 1977, chapter 9A, by the linearisation of section 6.4):
 *
 *     sqrt( G / (G - 1) * sum_g ( sum_{d in g} e_d )^2 ) / |sum(b)|
 *
 * For a mean b is 1 everywhere; with groups of one size this is the deviation of their means over the root of G.
 *
 * @param residuals [replicate]
 * @param total sum of b: the number of replicates, for a mean
 * @returns NaN for fewer than two groups
 */
export function groupStandardError(residuals: Float64Array, groups: Groups, total: number): number {
  const used = usedGroups(groups)
  if (used < 2) return NaN
  const sums = new Float64Array(groups.count)
  for (let d = 0; d < residuals.length; d++) sums[groups.of[d]] += residuals[d]
  let squares = 0
  for (let g = 0; g < sums.length; g++) squares += sums[g] * sums[g]
  return Math.sqrt((used / (used - 1)) * squares) / Math.abs(total)
}

/** The same for the mean of some numbers. */
export function groupMeanError(values: Float64Array, groups: Groups): number {
  const centre = mean(values)
  return groupStandardError(
    values.map((value) => value - centre),
    groups,
    values.length,
  )
}

/**
 * Standard error of the p-quantile of all replicates. Groups say how far the share of replicates below the quantile may
 * lie from p, and the column itself how far the quantile moves with that share: R. S. Woodruff, "Confidence intervals
 * for medians and other position measures", Journal of the American Statistical Association 47 (1952). The share is not
 * taken for better known than half a replicate.
 *
 * @returns NaN for fewer than two groups
 * @throws RangeError if p is not in [0, 1]
 */
export function groupQuantileError(values: Float64Array, groups: Groups, p: number): number {
  if (usedGroups(groups) < 2) return NaN
  const sorted = values.toSorted()
  const centre = quantile(sorted, p)
  const below = values.map((value) => (value <= centre ? 1 : 0))
  const error = Math.max(groupMeanError(below, groups), 0.5 / values.length)
  return (quantile(sorted, Math.min(1, p + error)) - quantile(sorted, Math.max(0, p - error))) / 2
}

/** Interval around a figure whose error comes from `used` groups: Student's t with one degree of freedom less. */
export function groupInterval(figure: number, standardError: number, used: number, confidence: number): Interval {
  const reach = standardError === 0 ? 0 : studentReach(used - 1, confidence) * standardError
  return { low: figure - reach, high: figure + reach }
}

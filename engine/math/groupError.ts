/**
 * How far a figure may lie from that of an endless run when replicates are not independent but groups of them are:
 * batches of a Latin hypercube, scramblings of Sobol' points. What groups differ by is then the error of their mean. A.
 * B. Owen, "Monte Carlo variance of scrambled net quadrature", SIAM Journal on Numerical Analysis 34 (1997), section 2;
 * with t intervals, P. L'Ecuyer, M. K. Nakayama, A. B. Owen and B. Tuffin, "Confidence intervals for randomized
 * quasi-Monte Carlo estimators", Proceedings of the Winter Simulation Conference (2023).
 */
import { mean, quantile, standardDeviation } from './accumulate.ts'
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
  if (sampling.kind === 'latin-hypercube') {
    const of = Int32Array.from({ length: replicates }, (_, d) => Math.floor(d / sampling.strata))
    return { count: Math.ceil(replicates / sampling.strata), of }
  }
  if (sampling.kind === 'sobol') {
    const of = Int32Array.from({ length: replicates }, (_, d) => d % sampling.scramblings)
    return { count: Math.min(sampling.scramblings, replicates), of }
  }
  return undefined
}

/** Groups that at least one replicate belongs to: some are left without when replicates fail. */
export function usedGroups(groups: Groups): number {
  return new Set(groups.of).size
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
  return groupStandardError(values.map((value) => value - centre), groups, values.length)
}

/**
 * Standard error of the p-quantile of all replicates: deviation of the groups' own quantiles over the root of their
 * number. A quantile of a small group is biased, but all groups' are alike, and only their spread is used.
 *
 * @returns NaN for fewer than two groups
 * @throws RangeError if p is not in [0, 1]
 */
export function groupQuantileError(values: Float64Array, groups: Groups, p: number): number {
  const members = new Map<number, number[]>()
  groups.of.forEach((g, d) => {
    const group = members.get(g)
    if (group === undefined) members.set(g, [values[d]])
    else group.push(values[d])
  })
  const quantiles = Float64Array.from(members.values(), (group) => quantile(Float64Array.from(group).toSorted(), p))
  return standardDeviation(quantiles) / Math.sqrt(quantiles.length)
}

/** Interval around a figure whose error comes from `used` groups: Student's t with one degree of freedom less. */
export function groupInterval(figure: number, standardError: number, used: number, confidence: number): Interval {
  const reach = standardError === 0 ? 0 : studentReach(used - 1, confidence) * standardError
  return { low: figure - reach, high: figure + reach }
}

/**
 * Cases that belong together: in a sweep one replicate, with its parameters and its chance, is a case at every point.
 * Such cases are not independent, so halves are made of whole replicates, and counts are judged at their worth.
 *
 * J. N. K. Rao and A. J. Scott, "A simple method for the analysis of clustered binary data", Biometrics 48 (1992):
 * counts of cases and of those of interest are divided by the design effect and then treated as binomial. The design
 * effect is the variance of the share, estimated from how clusters differ, over that of as many independent cases.
 */
import type { Key } from '../../math/streams.ts'
import { halves, type ResamplePurpose } from '../resample.ts'
import type { Cases } from './cases.ts'

/** Two random halves of the cases, each rising; cases of one cluster stay together. */
export function caseHalves(
  { ofInterest, clusters }: Cases,
  root: Key,
  round: number,
  purpose: ResamplePurpose,
): readonly [Int32Array, Int32Array] {
  if (clusters === undefined) return halves(ofInterest.length, root, round, purpose)
  const numbers = [...new Set(clusters)].toSorted((a, b) => a - b)
  const [first] = halves(numbers.length, root, round, purpose)
  const isFirst = new Set(Array.from(first, (n) => numbers[n]))
  const rows = Int32Array.from(ofInterest.keys())
  return [rows.filter((row) => isFirst.has(clusters[row])), rows.filter((row) => !isFirst.has(clusters[row]))]
}

/**
 * Design effect of the share of interest among `rows`: 1 for independent cases, as many as a cluster has where all of
 * it is alike. Never below 1, though levers that oppose each other within a replicate may make it so: that errs on the
 * side of wide intervals.
 */
export function designEffect({ ofInterest, clusters }: Cases, rows: Int32Array): number {
  if (clusters === undefined || rows.length === 0) return 1
  const counts = new Map<number, { cases: number; found: number }>()
  let found = 0
  for (let n = 0; n < rows.length; n++) {
    const count = counts.get(clusters[rows[n]]) ?? { cases: 0, found: 0 }
    count.cases += 1
    count.found += ofInterest[rows[n]]
    found += ofInterest[rows[n]]
    counts.set(clusters[rows[n]], count)
  }
  const share = found / rows.length
  const binomial = share * (1 - share) * rows.length
  const groups = counts.size
  // One cluster says nothing of how clusters differ, and neither does a share of 0 or 1: at worst all of one is alike.
  if (groups < 2 || binomial === 0) return rows.length / groups
  let squares = 0
  for (const { cases, found: hits } of counts.values()) squares += (hits - share * cases) * (hits - share * cases)
  return Math.max(1, (groups * squares) / ((groups - 1) * binomial))
}

/**
 * Standard errors by the jackknife that leaves out one of twenty groups of rows at a time, or one row of fewer: with g
 * groups, the root of (g - 1)/g times the sum of squared deviations of the statistic without a group from their mean
 * (B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 11). For statistics of a plain
 * sample that the bootstrap inflates, since rows that occur twice make parts of the sample differ more than they do.
 */
import { standardDeviation } from '../../math/accumulate.ts'

const mostGroups = 20

/**
 * @param rows how many there are, in independent order
 * @param statistic of the rows that count: [row] 1, or 0 where the row is left out
 */
export function jackknifeError(rows: number, statistic: (counts: Int32Array) => number): number {
  const groups = Math.min(mostGroups, rows)
  const without = new Float64Array(groups)
  const counts = new Int32Array(rows)
  for (let group = 0; group < groups; group++) {
    for (let row = 0; row < rows; row++) counts[row] = row % groups === group ? 0 : 1
    without[group] = statistic(counts)
  }
  // The sum of squared deviations is (g - 1) deviation^2.
  return ((groups - 1) / Math.sqrt(groups)) * standardDeviation(without)
}

/** Changes as shares of the baseline. */
import type { ComparisonRow } from '../data/report.ts'

/**
 * A difference as a share of the baseline's mean, for what cannot be less than nothing: vehicles, jobs, prices. A replicate that
 * loses all of a baseline above the mean loses more than the mean; it is shown as all of it.
 */
export function shareOfBaseline(
  value: number,
  { baselineMean }: Pick<ComparisonRow['paired'], 'baselineMean'>,
): number {
  return Math.max(-1, value / Math.abs(baselineMean))
}

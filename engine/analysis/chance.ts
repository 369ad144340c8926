/**
 * How likely something is in a run: the share of good replicates, with its 95% interval. Wilson's where replicates are
 * independent; where a design makes them depend on each other, Student's from its independent groups (`math/groupError`), unless
 * all groups agree or there is one: then Wilson's, which does not take a share of none for certain.
 */
import { groupInterval, groupMeanError, groupsOf, usedGroups, type Groups } from '../math/groupError.ts'
import { type Interval, wilsonInterval } from '../math/samplingError.ts'

/** A share of replicates with its 95% interval. */
export interface ChanceOf extends Interval {
  readonly value: number
  /** Good replicates, and those left out. */
  readonly n: number
  readonly failed: number
}

const confidence = 0.95

/**
 * @param values [replicate]
 * @param status [replicate] 0 where the replicate is good
 * @param groups of the design, from `samplingGroups`; undefined where replicates are independent
 * @returns NaN for the share and its interval where no replicate is good
 */
export function chanceOf(
  values: Float64Array,
  status: Uint8Array,
  holds: (value: number) => boolean,
  groups?: Groups,
): ChanceOf {
  const good = values.filter((_, d) => status[d] === 0)
  const n = good.length
  const failed = values.length - n
  if (n === 0) return { value: NaN, low: NaN, high: NaN, n, failed }
  const found = good.map((value) => (holds(value) ? 1 : 0))
  const count = found.reduce((sum, one) => sum + one, 0)
  const value = count / n
  const used = groups && groupsOf(groups, (d) => status[d] === 0)
  const error = used === undefined ? NaN : groupMeanError(found, used)
  if (used !== undefined && error > 0) {
    const { low, high } = groupInterval(value, error, usedGroups(used), confidence)
    return { value, low: Math.max(0, low), high: Math.min(1, high), n, failed }
  }
  const { low, high } = wilsonInterval(count, n, confidence)
  return { value, low, high, n, failed }
}

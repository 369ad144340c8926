/**
 * First Sobol' indices from a plain sample, without runs of their own: the share of an outcome's variance that lies
 * between bins of a parameter (E. Plischke, E. Borgonovo and C. L. Smith, "Global sensitivity measures from given
 * data", European Journal of Operational Research 226 (2013)). The raw share is too large, since means of bins differ
 * by chance too; what is expected of that is taken off, as in the analysis of variance (T. L. Kelley, "An unbiased
 * correlation ratio measure", Proceedings of the National Academy of Sciences 21 (1935)):
 *
 *     index = (between - (bins - 1) within / (n - bins)) / (between + within)
 *
 * with sums of squares between and within bins. It is a little low where the mean bends inside a bin. Indices of 0
 * come out on either side of it; `threshold` is what a dummy reaches.
 */
import { mean as meanOf, standardDeviation } from '../../math/accumulate.ts'
import type { Key } from '../../math/streams.ts'
import type { PlainDesign } from './plainDesign.ts'
import { dummyThreshold, goodSample, requireSlices, slicesByRank } from './slices.ts'

export interface BinnedFactor {
  readonly name: string
  /** Share of variance; NaN where the outcome does not vary. */
  readonly first: number
  readonly standardError: number
  /** False where the index is not above the dummy's 95% quantile. */
  readonly isSeen: boolean
}

export interface BinnedResult {
  readonly factors: readonly BinnedFactor[]
  readonly threshold: number
  readonly bins: number
  /** Rows used, and left out because they failed. */
  readonly n: number
  readonly failed: number
}

/**
 * @param outcomes [row of the design] NaN where the run failed
 * @throws RangeError when bins would hold fewer than 2 rows
 */
export function binnedIndices(design: PlainDesign, outcomes: Float64Array, root: Key, bins: number = 16): BinnedResult {
  const { outcomes: good, uniforms, n, failed } = goodSample(design, outcomes)
  requireSlices(bins, n)
  const threshold = dummyThreshold(root, n, bins, (binOf) => shareBetween(good, binOf, bins))
  const factors = uniforms.map((coordinate, f) => {
    const binOf = slicesByRank(coordinate, bins)
    const first = shareBetween(good, binOf, bins)
    return { name: design.names[f], first, standardError: jackknifeError(good, binOf, bins), isSeen: first > threshold }
  })
  return { factors, threshold, bins, n, failed }
}

/** The index of one parameter; rows whose bin is -1 are left out. */
function shareBetween(outcomes: Float64Array, binOf: Int32Array, bins: number): number {
  const count = new Float64Array(bins)
  const sum = new Float64Array(bins)
  const centre = meanOf(outcomes)
  let n = 0
  let total = 0
  let all = 0
  for (let row = 0; row < outcomes.length; row++) {
    const b = binOf[row]
    if (b < 0) continue
    const deviation = outcomes[row] - centre
    count[b] += 1
    sum[b] += deviation
    n += 1
    total += deviation * deviation
    all += deviation
  }
  let between = -(all * all) / n
  for (let b = 0; b < bins; b++) if (count[b] > 0) between += (sum[b] * sum[b]) / count[b]
  const variation = total - (all * all) / n
  const within = variation - between
  return (between - ((bins - 1) * within) / (n - bins)) / variation
}

const groups = 20

/**
 * Standard error by the jackknife that leaves out one of twenty groups of rows at a time: sqrt((g - 1)/g sum (index
 * without - their mean)^2) (Efron and Tibshirani 1993, chapter 11). The bootstrap would not do: rows that occur twice
 * make bins differ.
 */
function jackknifeError(outcomes: Float64Array, binOf: Int32Array, bins: number): number {
  const without = new Float64Array(groups)
  for (let group = 0; group < groups; group++) {
    const kept = binOf.map((b, row) => (row % groups === group ? -1 : b))
    without[group] = shareBetween(outcomes, kept, bins)
  }
  // The sum of squares is (g - 1) deviation^2.
  return ((groups - 1) / Math.sqrt(groups)) * standardDeviation(without)
}

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
import { mean as meanOf } from '../../math/accumulate.ts'
import type { Key } from '../../math/streams.ts'
import { jackknifeError } from './jackknife.ts'
import type { PlainDesign } from './plainDesign.ts'
import { dummyThreshold, goodSample, requireSlices, slicesByRank } from './slices.ts'

export interface BinnedFactor {
  readonly name: string
  /** Share of variance; NaN where the outcome does not vary. */
  readonly first: number
  readonly standardError: number
  /** True where the index is above the threshold. */
  readonly isSeen: boolean
}

export interface BinnedResult {
  readonly factors: readonly BinnedFactor[]
  /** What the largest of as many dummies reaches in 95% of samples. */
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
  const all = new Int32Array(n).fill(1)
  const threshold = dummyThreshold(root, n, bins, uniforms.length, (binOf) => shareBetween(good, binOf, bins, all))
  const factors = uniforms.map((coordinate, f) => {
    const binOf = slicesByRank(coordinate, bins)
    const first = shareBetween(good, binOf, bins, all)
    const standardError = jackknifeError(n, (counts) => shareBetween(good, binOf, bins, counts))
    return { name: design.names[f], first, standardError, isSeen: first > threshold }
  })
  return { factors, threshold, bins, n, failed }
}

/**
 * The index of one parameter.
 * @param counts [row] 1, or 0 where the row is left out
 */
function shareBetween(outcomes: Float64Array, binOf: Int32Array, bins: number, counts: Int32Array): number {
  const size = new Float64Array(bins)
  const sum = new Float64Array(bins)
  const centre = meanOf(outcomes)
  let n = 0
  let all = 0
  let squares = 0
  for (let row = 0; row < outcomes.length; row++) {
    if (counts[row] === 0) continue
    const deviation = outcomes[row] - centre
    size[binOf[row]] += 1
    sum[binOf[row]] += deviation
    n += 1
    all += deviation
    squares += deviation * deviation
  }
  let between = -(all * all) / n
  for (let b = 0; b < bins; b++) if (size[b] > 0) between += (sum[b] * sum[b]) / size[b]
  const variation = squares - (all * all) / n
  const within = variation - between
  return (between - ((bins - 1) * within) / (n - bins)) / variation
}

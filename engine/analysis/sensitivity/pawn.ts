/**
 * PAWN: how far the whole distribution of an outcome moves when one parameter is known, which a variance does not show
 * for a skewed outcome. The sample is cut into slices of a parameter; the index is the median over slices of the
 * largest distance (Kolmogorov-Smirnov) between the outcome's distribution in the slice and in all rows (F. Pianosi
 * and T. Wagener, "A simple and efficient method for global sensitivity analysis based on cumulative distribution
 * functions", Environmental Modelling & Software 67 (2015), and "Distribution-based sensitivity analysis from a
 * generic input-output sample", 108 (2018)).
 *
 * An index of a finite sample is above 0 whatever the parameter does; `threshold` is what a dummy reaches.
 */
import { quantile } from '../../math/accumulate.ts'
import type { Key } from '../../math/streams.ts'
import { bootstrap, type BootstrapOptions, type Estimate } from './bootstrap.ts'
import type { PlainDesign } from './plainDesign.ts'
import { dummyThreshold, goodSample, rankOrder, requireSlices, slicesByRank } from './slices.ts'

export interface PawnFactor {
  readonly name: string
  /** From 0 to 1. */
  readonly index: Estimate
  /** False where the index is not above the dummy's 95% quantile. */
  readonly isSeen: boolean
}

export interface PawnResult {
  readonly factors: readonly PawnFactor[]
  /** 95% quantile of the index of a parameter without effect, in a sample of this size. */
  readonly threshold: number
  readonly slices: number
  /** Rows used, and left out because they failed. */
  readonly n: number
  readonly failed: number
}

/**
 * The interval is the bootstrap's over rows. It leans upwards, as all of these distances do, so judge by the threshold.
 *
 * @param outcomes [row of the design] NaN where the run failed
 * @throws RangeError when slices would hold fewer than 2 rows
 */
export function pawnIndices(
  design: PlainDesign,
  outcomes: Float64Array,
  root: Key,
  slices: number = 10,
  options: BootstrapOptions = {},
): PawnResult {
  const sample = goodSample(design, outcomes)
  requireSlices(slices, sample.n)
  const order = rankOrder(sample.outcomes)
  const once = new Int32Array(sample.n).fill(1)
  const indexOf = (sliceOf: Int32Array, copies: Int32Array): number =>
    medianDistance(sample.outcomes, order, sliceOf, slices, copies)
  const cuts = sample.uniforms.map((uniforms) => slicesByRank(uniforms, slices))
  const copies = new Int32Array(sample.n)
  const estimates = bootstrap(root, sample.n, cuts.length, (picks, into) => {
    copies.fill(0)
    for (let pick = 0; pick < picks.length; pick++) copies[picks[pick]] += 1
    cuts.forEach((sliceOf, f) => (into[f] = indexOf(sliceOf, copies)))
  }, options)
  const threshold = dummyThreshold(root, sample.n, slices, (sliceOf) => indexOf(sliceOf, once))
  const factors = estimates.map((index, f) => ({ name: design.names[f], index, isSeen: index.value > threshold }))
  return { factors, threshold, slices, n: sample.n, failed: sample.failed }
}

/**
 * Median over slices of the largest distance between the distribution function of a slice and that of all rows.
 *
 * Both only rise at rows, so in one pass from the lowest outcome up the largest distance of a slice shows just before
 * one of its own rows or just after it, when all rows with the same outcome are counted.
 *
 * @param order rows from the lowest outcome to the highest
 * @param copies [row] how often it counts
 */
function medianDistance(
  outcomes: Float64Array,
  order: Int32Array,
  sliceOf: Int32Array,
  slices: number,
  copies: Int32Array,
): number {
  const n = order.length
  const size = new Float64Array(slices)
  for (let row = 0; row < n; row++) size[sliceOf[row]] += copies[row]
  const below = new Float64Array(slices)
  const distance = new Float64Array(slices)
  let belowAll = 0
  for (let start = 0, end = 0; start < n; start = end) {
    const outcome = outcomes[order[start]]
    for (end = start; end < n && outcomes[order[end]] === outcome; end++) {
      const s = sliceOf[order[end]]
      distance[s] = Math.max(distance[s], Math.abs(below[s] / size[s] - belowAll / n))
    }
    for (let position = start; position < end; position++) {
      below[sliceOf[order[position]]] += copies[order[position]]
      belowAll += copies[order[position]]
    }
    for (let position = start; position < end; position++) {
      const s = sliceOf[order[position]]
      distance[s] = Math.max(distance[s], Math.abs(below[s] / size[s] - belowAll / n))
    }
  }
  // A resample may leave a slice without a row.
  return quantile(distance.filter((_, s) => size[s] > 0).toSorted(), 0.5)
}

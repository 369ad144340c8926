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
import { jackknifeError } from './jackknife.ts'
import type { PlainDesign } from './plainDesign.ts'
import { dummyThreshold, goodSample, rankOrder, requireSlices, slicesByRank } from './slices.ts'

export interface PawnFactor {
  readonly name: string
  /** From 0 to 1. */
  readonly index: number
  readonly standardError: number
  /** True where the index is above the threshold. */
  readonly isSeen: boolean
}

export interface PawnResult {
  readonly factors: readonly PawnFactor[]
  /** What the largest of as many dummies reaches in 95% of samples. */
  readonly threshold: number
  readonly slices: number
  /** Rows used, and left out because they failed. */
  readonly n: number
  readonly failed: number
}

/**
 * @param outcomes [row of the design] NaN where the run failed
 * @throws RangeError when slices would hold fewer than 2 rows
 */
export function pawnIndices(design: PlainDesign, outcomes: Float64Array, root: Key, slices: number = 10): PawnResult {
  const { outcomes: good, uniforms, n, failed } = goodSample(design, outcomes)
  requireSlices(slices, n)
  const order = rankOrder(good)
  const all = new Int32Array(n).fill(1)
  const threshold = dummyThreshold(root, n, slices, uniforms.length, (sliceOf) =>
    medianDistance(good, order, sliceOf, slices, all),
  )
  const factors = uniforms.map((coordinate, f) => {
    const sliceOf = slicesByRank(coordinate, slices)
    const index = medianDistance(good, order, sliceOf, slices, all)
    const standardError = jackknifeError(n, (counts) => medianDistance(good, order, sliceOf, slices, counts))
    return { name: design.names[f], index, standardError, isSeen: index > threshold }
  })
  return { factors, threshold, slices, n, failed }
}

/**
 * Median over slices of the largest distance between the distribution function of a slice and that of all rows.
 *
 * Both only rise at rows, so in one pass from the lowest outcome up the largest distance of a slice shows just before
 * one of its own rows or just after it, when all rows with the same outcome are counted.
 *
 * @param order rows from the lowest outcome to the highest
 * @param counts [row] 1, or 0 where the row is left out
 */
function medianDistance(
  outcomes: Float64Array,
  order: Int32Array,
  sliceOf: Int32Array,
  slices: number,
  counts: Int32Array,
): number {
  const size = new Float64Array(slices)
  let n = 0
  for (let row = 0; row < order.length; row++) {
    size[sliceOf[row]] += counts[row]
    n += counts[row]
  }
  const below = new Float64Array(slices)
  const distance = new Float64Array(slices)
  let belowAll = 0
  for (let start = 0, end = 0; start < order.length; start = end) {
    const outcome = outcomes[order[start]]
    for (end = start; end < order.length && outcomes[order[end]] === outcome; end++) {
      const s = sliceOf[order[end]]
      distance[s] = Math.max(distance[s], Math.abs(below[s] / size[s] - belowAll / n))
    }
    for (let position = start; position < end; position++) {
      below[sliceOf[order[position]]] += counts[order[position]]
      belowAll += counts[order[position]]
    }
    for (let position = start; position < end; position++) {
      const s = sliceOf[order[position]]
      distance[s] = Math.max(distance[s], Math.abs(below[s] / size[s] - belowAll / n))
    }
  }
  // Rows left out may be all of a small slice.
  return quantile(distance.filter((_, s) => size[s] > 0).toSorted(), 0.5)
}

/**
 * A plain sample cut into slices by one parameter, and the dummy: the same statistic of slices that are cut at random,
 * which shows what a parameter without any effect would get from a sample of this size (F. Khorashadi Zadeh and
 * others, "Comparison of variance-based and moment-independent global sensitivity analysis approaches by application
 * to the SWAT model", Environmental Modelling & Software 91 (2017)). Of
 * many parameters some pass by luck what one dummy rarely does, so estimates are held against the largest of as many
 * dummies.
 */
import { quantile } from '../../math/accumulate.ts'
import { newStream, startStream, type Key } from '../../math/streams.ts'
import { requireCount, requireOutcomes } from './factors.ts'
import type { PlainDesign } from './plainDesign.ts'
import { sensitivityPurpose } from './purposes.ts'
import { fillShuffled } from './shuffle.ts'

export interface SlicedSample {
  /** [good row] */
  readonly outcomes: Float64Array
  /** [factor][good row] uniform of the factor's parameter */
  readonly uniforms: readonly Float64Array[]
  readonly n: number
  readonly failed: number
}

/** The good rows of a plain sample, with the number of those left out. */
export function goodSample(design: PlainDesign, outcomes: Float64Array): SlicedSample {
  requireOutcomes(outcomes, design)
  const rows = Array.from(outcomes.keys()).filter((row) => Number.isFinite(outcomes[row]))
  return {
    outcomes: Float64Array.from(rows, (row) => outcomes[row]),
    uniforms: design.positions.map((position) =>
      Float64Array.from(rows, (row) => design.uniforms[row * design.dimensions + position]),
    ),
    n: rows.length,
    failed: design.rows - rows.length,
  }
}

/** Positions of the values from the lowest to the highest; ties in their order. */
export function rankOrder(values: Float64Array): Int32Array {
  return Int32Array.from(values.keys()).toSorted((a, b) => values[a] - values[b] || a - b)
}

/** [row] slice of each uniform: equal numbers of rows a slice, or one more, by rank. */
export function slicesByRank(uniforms: Float64Array, slices: number): Int32Array {
  const sliceOf = new Int32Array(uniforms.length)
  rankOrder(uniforms).forEach((row, rank) => {
    sliceOf[row] = Math.floor((rank * slices) / uniforms.length)
  })
  return sliceOf
}

/** Slices for a sample: a whole number of at least 2, of at least 2 rows each. */
export function requireSlices(slices: number, n: number): void {
  requireCount('slices', slices, 2)
  if (n < 2 * slices) throw new RangeError(`slices: ${slices} need ${2 * slices} good rows at least; given: ${n}`)
}

const samples = 200
const probability = 0.95

/**
 * What the largest of `dummies` statistics, each of rows cut into slices at random, does not pass in 95% of 200
 * samples: with as many dummies as parameters, no parameter without effect passes it in 95% of analyses.
 */
export function dummyThreshold(
  root: Key,
  n: number,
  slices: number,
  dummies: number,
  statistic: (sliceOf: Int32Array) => number,
): number {
  const stream = newStream()
  const order = new Int32Array(n)
  const largest = new Float64Array(samples).fill(-Infinity)
  for (let sample = 0; sample < samples; sample++) {
    for (let dummy = 0; dummy < dummies; dummy++) {
      startStream(stream, root, sample, sensitivityPurpose.dummy, dummy)
      fillShuffled(order, stream)
      for (let row = 0; row < n; row++) order[row] = Math.floor((order[row] * slices) / n)
      largest[sample] = Math.max(largest[sample], statistic(order))
    }
  }
  return quantile(largest.toSorted(), probability)
}

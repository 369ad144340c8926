/** The front of several outcomes, against what is known of it and a slow twin. */
import { array, assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dominates, frontOf } from '../../../engine/analysis/optimum/front.ts'
import { newStream, rootKey, startStream } from '../../../engine/math/streams.ts'
import { meanStandardError } from '../../../engine/math/samplingError.ts'
import { mean } from '../../../engine/math/accumulate.ts'
import { nextNormal } from '../../reference/normal.ts'

const root = rootKey(1)

/** Standard normal numbers. */
function normals(count: number, seed: number): Float64Array {
  const stream = newStream()
  startStream(stream, rootKey(seed), 0, 0, 0)
  return Float64Array.from({ length: count }, () => nextNormal(stream))
}

/** [outcome][option][one replicate] */
function exact(rows: readonly (readonly number[])[]): Float64Array[][] {
  return rows[0].map((_, k) => rows.map((row) => Float64Array.of(row[k])))
}

function figures(outcomes: number): ReturnType<typeof array<number[]>> {
  const point = array(integer({ min: 0, max: 4 }), { minLength: outcomes, maxLength: outcomes })
  return array(point, { minLength: 1, maxLength: 9 })
}

function better(one: readonly number[], other: readonly number[]): boolean {
  return one.every((value, k) => value >= other[k]) && one.some((value, k) => value > other[k])
}

describe('the front', () => {
  test('has every option that no other is as good as in all outcomes and better in one; equals stand on it together', () => {
    const rows = frontOf(
      exact([
        [3, 1],
        [2, 2],
        [1, 3],
        [1, 2],
        [2, 2],
        [3, 0],
      ]),
      root,
      10,
    )
    expect(rows.map(({ isOnFront }) => isOnFront)).toEqual([true, true, true, false, true, false])
    expect(rows[3].dominatedBy).toEqual([1, 2, 4])
    expect(rows.map(({ chance, inReplicates }) => [chance, inReplicates.value])).toEqual(
      [1, 1, 1, 0, 1, 0].map((share) => [share, share]),
    )
  })

  test('is that of a twin that looks at all pairs, in one outcome as in three', () => {
    for (const outcomes of [1, 3]) {
      assert(
        property(figures(outcomes), (points) => {
          const twin = points.map((point) => !points.some((other) => better(other, point)))
          const rows = frontOf(exact(points), root, 2)
          expect(rows.map(({ isOnFront }) => isOnFront)).toEqual(twin)
          expect(rows.map(({ inReplicates }) => inReplicates.value === 1)).toEqual(twin)
        }),
        { numRuns: 60 },
      )
    }
  })

  test('takes what differs by rounding alone for equal', () => {
    const values = [Float64Array.of(1e6, 1e6 + 1e-7), Float64Array.of(1, 1)]
    expect([dominates(values, 0, 1), dominates(values, 1, 0)]).toEqual([false, false])
  })

  test('has an option with the chance that its mean is better, which is a normal probability', () => {
    // The second is worse in the second outcome, so that it is on the front where its mean in the first is above 0.
    const n = 400
    const noise = normals(n, 2)
    const centred = noise.map((value) => value - mean(noise))
    const error = meanStandardError(centred)
    for (const [distance, chance] of [
      [0, 0.5],
      [1, 0.841],
      [-1, 0.159],
      [3, 0.9987],
    ]) {
      const values = centred.map((value) => value + distance * error)
      const judged = [
        [new Float64Array(n), values],
        [new Float64Array(n), new Float64Array(n).fill(-1)],
      ]
      const [first, second] = frontOf(judged, root, 2000)
      expect(first.chance).toBe(1)
      // Two and a half standard errors of 2000 resamples, and what is left of the normal law.
      expect(Math.abs(second.chance - chance)).toBeLessThan(0.035)
    }
  })

  test('of single replicates is another thing: it stays open however surely the means are ordered', () => {
    const noise = normals(1000, 3)
    const judged = [
      [new Float64Array(1000), noise.map((value) => value - 1)],
      [new Float64Array(1000), new Float64Array(1000).fill(-1)],
    ]
    const [, second] = frontOf(judged, root, 100)
    expect(second.chance).toBe(0)
    // A normal number above 1.
    expect(Math.abs(second.inReplicates.value - 0.1587)).toBeLessThan(0.035)
    expect(second.inReplicates.low).toBeLessThan(0.1587)
    expect(second.inReplicates.high).toBeGreaterThan(0.1587)
  })

  test('of common draws is settled where each option by itself is not', () => {
    const common = normals(100, 4).map((value) => 1000 * value)
    const rows = frontOf([[common, common.map((value) => value - 1)]], root, 100)
    expect(rows.map(({ chance }) => chance)).toEqual([1, 0])
  })

  test('needs an outcome, an option and a replicate', () => {
    expect(() => frontOf([], root)).toThrow('an outcome of one option in one replicate is needed; given: 0, 0, 0')
    expect(() => frontOf([[new Float64Array(0)]], root)).toThrow('given: 1, 1, 0')
  })
})

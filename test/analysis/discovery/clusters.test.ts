import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allRows, type Cases } from '../../../engine/analysis/discovery/cases.ts'
import { caseHalves, designEffect } from '../../../engine/analysis/discovery/clusters.ts'
import { discover, usualDiscovery } from '../../../engine/analysis/discovery/discover.ts'
import { newStream, nextUniform, rootKey, startStream } from '../../../engine/math/streams.ts'

const parameters = 5

/** Each replicate has parameters of its own that tell nothing, and is a case at each of a few points of one lever. */
function noiseByReplicate(replicates: number, points: number, seed: number, alike: boolean): Cases {
  const stream = newStream()
  startStream(stream, rootKey(seed), 0, 0, 0)
  const rows = Array.from({ length: replicates }, (_, replicate) => {
    const drawn = Array.from({ length: parameters }, () => nextUniform(stream))
    const fails = nextUniform(stream) < 0.3
    return Array.from({ length: points }, (_unused, point) => ({
      replicate,
      values: [point, ...drawn],
      fails: alike ? fails : nextUniform(stream) < 0.3,
    }))
  }).flat()
  return {
    parameters: ['lever', ...Array.from({ length: parameters }, (_, p) => `x${p}`)],
    columns: Array.from({ length: parameters + 1 }, (_, p) => Float64Array.from(rows, ({ values }) => values[p])),
    ofInterest: Uint8Array.from(rows, ({ fails }) => Number(fails)),
    leftOut: 0,
    clusters: Int32Array.from(rows, ({ replicate }) => replicate),
  }
}

describe('cases of one replicate', () => {
  test('stay together in halves, which hold every case once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(),
        (replicates, points, seed) => {
          const cases = noiseByReplicate(replicates, points, seed, true)
          const [search, check] = caseHalves(cases, rootKey(seed), 0, 'halves')
          expect([...search, ...check].toSorted((a, b) => a - b)).toEqual([...allRows(cases)])
          const searching = new Set(Array.from(search, (row) => cases.clusters![row]))
          expect(Array.from(check).some((row) => searching.has(cases.clusters![row]))).toBe(false)
          expect(searching.size).toBe(Math.ceil(replicates / 2))
        },
      ),
      { numRuns: 50 },
    )
  })

  test('count as one where they are all alike, and as many where they are independent', () => {
    const alike = noiseByReplicate(400, 8, 1, true)
    expect(designEffect(alike, allRows(alike))).toBeCloseTo(8, 1)
    const independent = noiseByReplicate(400, 8, 1, false)
    expect(designEffect(independent, allRows(independent))).toBeLessThan(1.3)
    const { clusters: _, ...apart } = alike
    expect(designEffect(apart, allRows(apart))).toBe(1)
  })

  test('make no box out of noise that they share, where cases taken for independent make one more often than not', () => {
    const found = (known: boolean): number =>
      Array.from({ length: 20 }, (_unused, seed) => {
        const cases = noiseByReplicate(80, 6, seed, true)
        const { clusters: _, ...apart } = cases
        const options = { ...usualDiscovery, resamples: 0, mostBoxes: 1 }
        return discover(known ? cases : apart, options, rootKey(seed)).boxes.length
      }).reduce((sum, boxes) => sum + boxes, 0)
    expect(found(false)).toBeGreaterThan(10)
    expect(found(true)).toBeLessThanOrEqual(3)
  })
})

import { describe, expect, test } from 'vitest'
import { binnedIndices } from '../../../engine/analysis/sensitivity/binnedIndices.ts'
import { pawnIndices } from '../../../engine/analysis/sensitivity/pawn.ts'
import { plainDesign, type PlainDesign } from '../../../engine/analysis/sensitivity/plainDesign.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { evaluate, ishigami, ishigamiFirst, noise, plainPoints, singles } from './testFunctions.ts'

const root = rootKey(4)

function sampleOf(factors: number, rows: number, seed: number = 1): PlainDesign {
  return plainDesign(singles(factors), factors, rows, plainPoints(rows, factors, seed))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

describe('PAWN', () => {
  test('of an outcome that is one parameter is the distance that slices of it must have', () => {
    const design = sampleOf(2, 2000)
    const result = pawnIndices(
      design,
      evaluate(design, ([x]) => x),
      root,
    )
    // Slice s of 10 lies s/10 from the left: distances 0.9, 0.8, .. 0.5, 0.5, .. 0.9, and their median 0.7.
    expect(result.factors[0].index).toBeCloseTo(0.7, 2)
    expect(result.factors.map(({ isSeen }) => isSeen)).toEqual([true, false])
  })

  test('agrees with a direct count of distribution functions, with ties', () => {
    const design = sampleOf(1, 40)
    const outcomes = evaluate(design, ([x], chance) => Math.round(3 * x + noise(chance)))
    const slices = 4
    const ranked = Array.from(outcomes.keys()).toSorted((a, b) => design.uniforms[a] - design.uniforms[b])
    const share = (rows: readonly number[], y: number): number =>
      rows.filter((row) => outcomes[row] <= y).length / rows.length
    const distances = [0, 1, 2, 3]
      .map((s) => ranked.slice(10 * s, 10 * s + 10))
      .map((rows) => Math.max(...Array.from(outcomes, (y) => Math.abs(share(rows, y) - share(ranked, y)))))
      .toSorted((a, b) => a - b)
    const { factors } = pawnIndices(design, outcomes, root, slices)
    expect(factors[0].index).toBeCloseTo((distances[1] + distances[2]) / 2, 12)
  })

  test('sees the parameter that only widens the outcome, which first indices do not', () => {
    let firsts = 0
    for (let seed = 0; seed < 20; seed++) {
      const design = sampleOf(2, 500, seed)
      const outcomes = evaluate(design, ([x], chance) => 4 * x * noise(chance + 500 * seed))
      expect(pawnIndices(design, outcomes, rootKey(seed)).factors[0].isSeen).toBe(true)
      firsts += binnedIndices(design, outcomes, rootKey(seed)).factors[0].first
    }
    expect(Math.abs(firsts / 20)).toBeLessThan(0.02)
  })

  test('sees any of three parameters without effect in about a twentieth of samples', () => {
    let seen = 0
    for (let seed = 0; seed < 60; seed++) {
      const design = sampleOf(3, 100, seed)
      const outcomes = evaluate(design, (_, chance) => noise(chance + 100 * seed))
      if (pawnIndices(design, outcomes, rootKey(seed), 5).factors.some(({ isSeen }) => isSeen)) seen += 1
    }
    // 3 are expected; more than 8 have a chance of 1 in 1000.
    expect(seen).toBeLessThan(9)
  })

  test('knows its error: indices of many samples spread as the standard errors say', () => {
    const factors = Array.from({ length: 60 }, (_, seed) => {
      const design = sampleOf(1, 300, seed)
      const outcomes = evaluate(design, ([x], chance) => x + 0.3 * noise(chance + 300 * seed))
      return pawnIndices(design, outcomes, rootKey(seed), 6).factors[0]
    })
    const centre = mean(factors.map(({ index }) => index))
    const spread = Math.sqrt(mean(factors.map(({ index }) => (index - centre) ** 2)))
    const usual = mean(factors.map(({ standardError }) => standardError))
    expect(usual / spread).toBeGreaterThan(0.7)
    expect(usual / spread).toBeLessThan(1.5)
  })

  test('refuses slices of less than two rows, and a factor of two parameters', () => {
    const design = sampleOf(1, 10)
    expect(() => pawnIndices(design, new Float64Array(10), root, 6)).toThrow('6 need 12 good rows at least; given: 10')
    expect(() => plainDesign([{ name: 'both', dimensions: [0, 1] }], 2, 10, new Float64Array(20))).toThrow(
      'factor both: a plain sample takes one parameter a factor; given: 2',
    )
  })
})

describe('first indices from bins of a plain sample', () => {
  test('of Ishigami are the published ones', () => {
    const design = sampleOf(3, 8000)
    const { factors } = binnedIndices(design, evaluate(design, ishigami), root, 32)
    factors.forEach(({ first }, f) => expect(Math.abs(first - ishigamiFirst[f])).toBeLessThan(0.03))
    expect(factors.map(({ isSeen }) => isSeen)).toEqual([true, true, false])
  })

  test('do not grow with the number of bins where there is no effect, and spread as their errors say', () => {
    const seeds = 60
    const results = Array.from({ length: seeds }, (_, seed) => {
      const design = sampleOf(2, 400, seed)
      const outcomes = evaluate(design, ([x], chance) => x + 0.3 * noise(chance + 400 * seed))
      return binnedIndices(design, outcomes, rootKey(seed), 20).factors
    })
    expect(Math.abs(mean(results.map(([, unused]) => unused.first)))).toBeLessThan(0.005)
    // Variances 1/12 and 0.09.
    const firsts = results.map(([used]) => used.first)
    expect(Math.abs(mean(firsts) - 1 / 12 / (1 / 12 + 0.09))).toBeLessThan(0.01)
    const centre = mean(firsts)
    const spread = Math.sqrt(mean(firsts.map((first) => (first - centre) ** 2)))
    const usual = mean(results.map(([used]) => used.standardError))
    expect(usual / spread).toBeGreaterThan(0.75)
    expect(usual / spread).toBeLessThan(1.35)
    expect(results.filter(([, unused]) => unused.isSeen).length).toBeLessThan(9)
  })

  test('leave out failed rows and count them', () => {
    const design = sampleOf(1, 200)
    const outcomes = evaluate(design, ([x]) => x)
    outcomes[17] = NaN
    outcomes[18] = Infinity
    const { n, failed, factors } = binnedIndices(design, outcomes, root)
    expect([n, failed]).toEqual([198, 2])
    expect(factors[0].first).toBeGreaterThan(0.98)
  })
})

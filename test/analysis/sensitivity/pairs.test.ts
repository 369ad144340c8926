/** Second Sobol' indices against functions whose indices are known. */
import { describe, expect, test } from 'vitest'
import type { BootstrapOptions } from '../../../engine/analysis/sensitivity/bootstrap.ts'
import { chanceName, type Factor } from '../../../engine/analysis/sensitivity/factors.ts'
import { designPoints } from '../../../engine/analysis/sensitivity/points.ts'
import { sobolDesign, sobolRunsInBase, type SobolDesign } from '../../../engine/analysis/sensitivity/sobolDesign.ts'
import { sobolIndices } from '../../../engine/analysis/sensitivity/sobolIndices.ts'
import { sobolPairs, type SobolPair } from '../../../engine/analysis/sensitivity/sobolPairs.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { evaluate, ishigami, noise, plainPoints, singles, sobolG, type Model } from './testFunctions.ts'

const root = rootKey(1)
const few: BootstrapOptions = { resamples: 100 }

function pairsOf(model: Model, count: number, baseRows: number, seed: number = 1): readonly SobolPair[] {
  const design = sobolDesign(singles(count), count, baseRows, plainPoints(baseRows, 2 * count, seed), true)
  return sobolPairs(design, evaluate(design, model), rootKey(seed), few)
}

function named(pairs: readonly SobolPair[], one: string, other: string): SobolPair {
  return pairs.find((pair) => pair.one === one && pair.other === other)!
}

const product: Model = ([x, y, z]) => (x - 0.5) * (y - 0.5) * (z - 0.5)

describe('the design of pairs', () => {
  const factors: readonly Factor[] = [
    { name: 'pair', dimensions: [3, 0] },
    { name: 'single', dimensions: [2] },
  ]
  const points = Float64Array.from([0.1, 0.2, 0.3, 0.6, 0.7, 0.8, ...Array<number>(6).fill(0.9)])

  test('has behind the usual rows those of B with one factor from A, chance last', () => {
    const design = sobolDesign(factors, 4, 2, points, true)
    const rows = Array.from({ length: 8 }, (_, row) => Array.from(design.uniforms.subarray(4 * row, 4 * row + 4)))
    const usual = sobolDesign(factors, 4, 2, points)
    expect(rows.slice(0, 5).flat()).toEqual(Array.from(usual.uniforms.subarray(0, 20)))
    expect(rows.slice(5)).toEqual([
      [0.2, 0.5, 0.8, 0.1],
      [0.7, 0.5, 0.3, 0.6],
      [0.7, 0.5, 0.8, 0.6],
    ])
    expect(Array.from(design.chance).slice(0, 8)).toEqual([0, 1, 0, 0, 1, 1, 1, 0])
    expect(design.chance).toHaveLength(2 * sobolRunsInBase(factors, true))
  })

  test('gives the first and total indices of the same rows without pairs, to the bit', () => {
    const indicesOf = (hasPairs: boolean): unknown => {
      const design: SobolDesign = sobolDesign(singles(3), 3, 64, plainPoints(64, 6, 1), hasPairs)
      return sobolIndices(design, evaluate(design, ishigami), root, few)
    }
    expect(indicesOf(true)).toEqual(indicesOf(false))
  })

  test('without pairs has no second indices', () => {
    const design = sobolDesign(factors, 4, 2, points)
    expect(() => sobolPairs(design, new Float64Array(10), root)).toThrow('no runs of B with a factor from A')
  })
})

describe('second indices', () => {
  test('of Ishigami are V13 and nothing else', () => {
    const design = sobolDesign(singles(3), 3, 8192, designPoints(root, 8192, 6), true)
    const pairs = sobolPairs(design, evaluate(design, ishigami), root, { resamples: 100 })
    // 8 b^2 pi^8 / 225 of a variance of 13.845, as its total less first index (`testFunctions.ts`).
    expect(named(pairs, 'x1', 'x3').second.value).toBeCloseTo(0.2437, 1)
    expect(Math.abs(named(pairs, 'x1', 'x3').second.value - 0.2437)).toBeLessThan(0.02)
    expect(Math.abs(named(pairs, 'x1', 'x2').second.value)).toBeLessThan(0.02)
    expect(Math.abs(named(pairs, 'x2', 'x3').second.value)).toBeLessThan(0.02)
    expect(pairs.filter(({ isSeen }) => isSeen).map(({ one, other }) => [one, other])).toEqual([['x1', 'x3']])
    // Chance is in no formula.
    for (const name of ['x1', 'x2', 'x3']) expect(named(pairs, name, chanceName).second.value).toBe(0)
  })

  test('of the g function are vi vj / V', () => {
    const a = [0, 0.5, 3, 9]
    const parts = a.map((weight) => 1 / (3 * (1 + weight) ** 2))
    const variance = parts.reduce((product, v) => product * (1 + v), 1) - 1
    const pairs = pairsOf(sobolG(a), 4, 16384)
    parts.forEach((one, i) => {
      parts.slice(i + 1).forEach((other, k) => {
        const found = named(pairs, `x${i + 1}`, `x${i + 2 + k}`).second.value
        expect(Math.abs(found - (one * other) / variance)).toBeLessThan(0.02)
      })
    })
  })

  test('of noise that a parameter scales are of that parameter with chance', () => {
    // (x - 1/2) times standard normal noise: all of the variance is in the pair.
    const pairs = pairsOf(([x], chance) => (x - 0.5) * noise(chance), 2, 4096)
    expect(named(pairs, 'x1', chanceName).second.low).toBeGreaterThan(0.85)
    expect(named(pairs, 'x1', chanceName).isSeen).toBe(true)
    expect(named(pairs, 'x1', 'x2').second).toEqual({ value: 0, low: 0, high: 0 })
  })

  test('do not see what three factors do together, nor sums', () => {
    for (const { second, isSeen } of pairsOf(product, 3, 2048)) {
      expect(Math.abs(second.value)).toBeLessThan(0.15)
      expect(isSeen).toBe(false)
    }
    for (const { second } of pairsOf(([x, y, z]) => x + 2 * y + z, 3, 256)) {
      expect(Math.abs(second.value)).toBeLessThan(0.15)
    }
  })

  test('do not hang on the mean or the unit of the outcome, and are not there where nothing varies', () => {
    const plain = pairsOf(([x, y]) => x * y, 2, 256)
    const moved = pairsOf(([x, y]) => 1e6 + 40 * x * y, 2, 256)
    plain.forEach(({ second }, p) => expect(moved[p].second.value).toBeCloseTo(second.value, 6))
    expect(pairsOf(() => 7, 2, 16)[0].second.value).toBeNaN()
    expect(pairsOf(() => 7, 2, 16)[0].isSeen).toBe(false)
  })

  test('call a pair without effect seen in few analyses, however many pairs there are', () => {
    const analyses = 60
    let seen = 0
    for (let seed = 0; seed < analyses; seed++) {
      const pairs = pairsOf((u) => u.reduce((sum, x) => sum + x * x, 0), 6, 64, seed)
      if (pairs.some(({ isSeen }) => isSeen)) seen += 1
    }
    // 2.5% at most, nominally, of 21 pairs; 95% intervals by themselves would give a third.
    expect(seen / analyses).toBeLessThan(0.1)
  })
})

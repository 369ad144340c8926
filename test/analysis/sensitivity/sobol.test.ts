import { assert, double, property, record, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BootstrapOptions } from '../../../engine/analysis/sensitivity/bootstrap.ts'
import { designPoints } from '../../../engine/analysis/sensitivity/points.ts'
import type { Factor } from '../../../engine/analysis/sensitivity/factors.ts'
import {
  sobolDesign,
  sobolPointDimensions,
  sobolRunsInBase,
  type SobolDesign,
} from '../../../engine/analysis/sensitivity/sobolDesign.ts'
import { sobolIndices, type SobolFactor, type SobolResult } from '../../../engine/analysis/sensitivity/sobolIndices.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import {
  evaluate,
  ishigami,
  ishigamiFirst,
  ishigamiTotal,
  noise,
  plainPoints,
  singles,
  sobolG,
  sobolGIndices,
  type Model,
} from './testFunctions.ts'

const curved: Model = ([x, y], chance) => Math.exp(x) * y + noise(chance)
const crossed: Model = ([x, y, z], chance) => x + 2 * x * y + z * noise(chance)
const root = rootKey(1)
const few: BootstrapOptions = { resamples: 100 }

function designOf(factors: readonly Factor[], dimensions: number, baseRows: number, seed: number = 1): SobolDesign {
  const points = plainPoints(baseRows, sobolPointDimensions(factors, dimensions), seed)
  return sobolDesign(factors, dimensions, baseRows, points)
}

function indicesOf(model: Model, factors: readonly Factor[], dimensions: number, baseRows: number): SobolResult {
  const design = designOf(factors, dimensions, baseRows)
  return sobolIndices(design, evaluate(design, model), root, few)
}

function named(result: SobolResult, name: string): SobolFactor {
  return result.factors.find((factor) => factor.name === name)!
}

describe('the design of Sobol indices', () => {
  test('changes one factor from A to B in each run, chance in the last', () => {
    const factors = [
      { name: 'pair', dimensions: [3, 0] },
      { name: 'single', dimensions: [2] },
    ]
    const points = Float64Array.from([0.1, 0.2, 0.3, 0.6, 0.7, 0.8, ...Array<number>(6).fill(0.9)])
    const design = sobolDesign(factors, 4, 2, points)
    const rows = Array.from({ length: 5 }, (_, row) => Array.from(design.uniforms.subarray(4 * row, 4 * row + 4)))
    // Parameter 1 is in no factor.
    expect(rows).toEqual([
      [0.2, 0.5, 0.3, 0.1],
      [0.7, 0.5, 0.8, 0.6],
      [0.7, 0.5, 0.3, 0.6],
      [0.2, 0.5, 0.8, 0.1],
      [0.2, 0.5, 0.3, 0.1],
    ])
    expect(Array.from(design.chance)).toEqual([0, 1, 0, 0, 1, 2, 3, 2, 2, 3])
    expect(design.names).toEqual(['pair', 'single', 'chance'])
    expect(design.chance).toHaveLength(2 * sobolRunsInBase(factors))
  })

  test('refuses a parameter in two factors, one that is not there, a taken name and points of another size', () => {
    const points = new Float64Array(8).fill(0.5)
    const build = (factors: readonly Factor[]) => (): unknown => sobolDesign(factors, 2, 2, points)
    expect(
      build([
        { name: 'a', dimensions: [0] },
        { name: 'b', dimensions: [0] },
      ]),
    ).toThrow('position 0 is in factor a')
    expect(build([{ name: 'a', dimensions: [2] }])).toThrow('positions go from 0 to 1; given: 2')
    expect(build([{ name: 'chance', dimensions: [0] }])).toThrow('the name is taken')
    expect(build([{ name: 'a', dimensions: [] }])).toThrow('it has no parameter')
    expect(build([{ name: 'a', dimensions: [0] }])).toThrow('2 rows of 2 columns are needed; given: 8 numbers')
  })
})

describe('the points of a design', () => {
  test('fill each column evenly as far as direction numbers reach, and are independent draws beyond', () => {
    const [rows, columns] = [64, 300]
    const points = designPoints(root, rows, columns)
    const cells = (column: number): number =>
      new Set(Array.from({ length: rows }, (_, row) => Math.floor(rows * points[row * columns + column]))).size
    for (const column of [0, 17, 99]) expect(cells(column)).toBe(rows)
    // Of 64 independent draws about 63% of the cells have one.
    for (const column of [298, 299]) expect(Math.abs(cells(column) / rows - 0.63)).toBeLessThan(0.2)
    expect(points.every((u) => u > 0 && u < 1)).toBe(true)
  })
})

describe('Sobol indices', () => {
  test('of Ishigami are the published ones', () => {
    const factors = singles(3)
    const design = sobolDesign(factors, 3, 8192, designPoints(root, 8192, 6))
    const result = sobolIndices(design, evaluate(design, ishigami), root, { resamples: 20 })
    ishigamiFirst.forEach((first, f) => expect(Math.abs(result.factors[f].first.value - first)).toBeLessThan(0.02))
    ishigamiTotal.forEach((total, f) => expect(Math.abs(result.factors[f].total.value - total)).toBeLessThan(0.02))
    expect(result.variance).toBeCloseTo(13.845, 0)
    expect(result.mean).toBeCloseTo(3.5, 1)
  })

  test('of the g function are the exact ones', () => {
    const a = [0, 1, 4.5, 9, 99, 99]
    const result = indicesOf(sobolG(a), singles(6), 6, 8192)
    sobolGIndices(a).forEach(({ first, total }, f) => {
      expect(Math.abs(result.factors[f].first.value - first)).toBeLessThan(0.03)
      expect(Math.abs(result.factors[f].total.value - total)).toBeLessThan(0.03)
    })
  })

  test('give chance the share of the noise, and nothing to share where noise is added', () => {
    // Variances 4/12, 1/12 and 0.25.
    const result = indicesOf(([x, y], chance) => 2 * x + y + 0.5 * noise(chance), singles(2), 2, 4096)
    const variance = 5 / 12 + 0.25
    const shares = [4 / 12, 1 / 12, 0.25].map((part) => part / variance)
    shares.forEach((share, f) => {
      expect(Math.abs(result.factors[f].first.value - share)).toBeLessThan(0.04)
      expect(Math.abs(result.factors[f].total.value - share)).toBeLessThan(0.04)
    })
    expect(result.sumOfFirst.low).toBeLessThan(1)
    expect(result.sumOfFirst.high).toBeGreaterThan(1)
  })

  test('give noise that a parameter scales to the total index of both and the first of neither', () => {
    const result = indicesOf(([x], chance) => (x - 0.5) * noise(chance), singles(1), 1, 2048)
    for (const factor of result.factors) {
      expect(factor.firstIsSeen).toBe(false)
      expect(factor.total.value).toBeGreaterThan(0.8)
      expect(factor.interaction.low).toBeGreaterThan(0.5)
    }
  })

  test('say of a factor that is not used that it changes nothing', () => {
    const unused = named(
      indicesOf(([x], chance) => x + noise(chance), singles(2), 2, 512),
      'x2',
    )
    expect(unused.changesOutcome).toBe(false)
    expect(unused.firstIsSeen).toBe(false)
    expect([unused.first.value, unused.total.low, unused.total.value, unused.total.high]).toEqual([0, 0, 0, 0])
  })

  test('take the parameters of a group as one factor', () => {
    const group = named(
      indicesOf(([x, y]) => x * y, [{ name: 'both', dimensions: [0, 1] }], 2, 2048),
      'both',
    )
    expect(group.first.value).toBeGreaterThan(0.9)
    expect(group.total.value).toBeGreaterThan(0.9)
    expect(group.interaction.low).toBeLessThan(0)
    expect(group.interaction.high).toBeGreaterThan(0)
  })

  test('leave out a base row with a failed run, count it, and do not see its other runs', () => {
    const design = designOf(singles(2), 2, 64)
    const outcomes = evaluate(design, ([x, y], chance) => x * y + noise(chance))
    const whole = sobolIndices(design, outcomes, root, few)
    const runs = sobolRunsInBase(singles(2))
    outcomes[runs * 7 + 3] = NaN
    const holed = sobolIndices(design, outcomes, root, few)
    expect([whole.n, whole.failed, holed.n, holed.failed]).toEqual([64, 0, 63, 1])
    outcomes[runs * 7] = 1e9
    expect(sobolIndices(design, outcomes, root, few)).toEqual(holed)
  })

  test('are the same, to the bit, for the same root', () => {
    const design = designOf(singles(2), 2, 64)
    const outcomes = evaluate(design, ([x, y]) => x + y)
    expect(sobolIndices(design, outcomes, root, few)).toEqual(sobolIndices(design, outcomes, rootKey(1), few))
  })

  test('do not exist where nothing varies', () => {
    const result = indicesOf(() => 7, singles(1), 1, 16)
    expect(result.variance).toBe(0)
    expect(result.factors[0].first.value).toBeNaN()
    expect(result.factors[0].changesOutcome).toBe(false)
  })

  test('do not change when the outcome is shifted and scaled', () => {
    const design = designOf(singles(2), 2, 128)
    const plain = sobolIndices(design, evaluate(design, curved), root, few)
    const numbers = record({
      shift: double({ min: -1e4, max: 1e4, noNaN: true }),
      scale: double({ min: 0.01, max: 100, noNaN: true }),
    })
    assert(
      property(numbers, ({ shift, scale }) => {
        const outcomes = evaluate(design, (point, chance) => shift + scale * curved(point, chance))
        const moved = sobolIndices(design, outcomes, root, { resamples: 10 })
        moved.factors.forEach(({ first, total }, f) => {
          expect(first.value).toBeCloseTo(plain.factors[f].first.value, 6)
          expect(total.value).toBeCloseTo(plain.factors[f].total.value, 6)
        })
      }),
      { numRuns: 20 },
    )
  })

  test('belong to the factors, whatever order they are given in', () => {
    const baseRows = 128
    const points = plainPoints(baseRows, 6, 1)
    const inOrder = (order: readonly number[]): SobolResult => {
      const columns = [...order, ...order.map((p) => p + 3)]
      const permuted = points.map((_, n) => points[6 * Math.floor(n / 6) + columns[n % 6]])
      const design = sobolDesign(
        order.map((p) => singles(3)[p]),
        3,
        baseRows,
        permuted,
      )
      return sobolIndices(design, evaluate(design, crossed), root, few)
    }
    const plain = inOrder([0, 1, 2])
    const order = uniqueArray(double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }).map((keys) =>
      [0, 1, 2].toSorted((a, b) => keys[a] - keys[b]),
    )
    assert(
      property(order, (permutation) => {
        const permuted = inOrder(permutation)
        for (const factor of plain.factors) expect(named(permuted, factor.name)).toEqual(factor)
      }),
      { numRuns: 8 },
    )
  })
})

describe('the bootstrap interval', () => {
  test('holds the index about as often as it says', () => {
    // y = 2 x1 + x2: indices 0.8 and 0.2.
    const seeds = 200
    const held = { first: 0, total: 0 }
    for (let seed = 0; seed < seeds; seed++) {
      const design = designOf(singles(2), 2, 100, seed)
      const outcomes = evaluate(design, ([x, y]) => 2 * x + y)
      const options: BootstrapOptions = { resamples: 200, confidence: 0.9 }
      const [{ first, total }] = sobolIndices(design, outcomes, rootKey(seed), options).factors
      if (first.low <= 0.8 && 0.8 <= first.high) held.first += 1
      if (total.low <= 0.8 && 0.8 <= total.high) held.total += 1
    }
    // Three standard errors of a share of 0.9 in 200 are 0.064; percentile intervals are a little short.
    for (const share of [held.first / seeds, held.total / seeds]) {
      expect(share).toBeGreaterThan(0.82)
      expect(share).toBeLessThan(0.97)
    }
  })

  test('sees a first index in a factor without any in few samples only', () => {
    const seeds = 200
    let seen = 0
    for (let seed = 0; seed < seeds; seed++) {
      const design = designOf(singles(2), 2, 64, seed)
      // x2 has no first index: it acts through x1 alone.
      const outcomes = evaluate(design, ([x, y]) => (x - 0.5) * (1 + 2 * (y - 0.5)))
      if (sobolIndices(design, outcomes, rootKey(seed), { resamples: 200 }).factors[1].firstIsSeen) seen += 1
    }
    // 2.5% nominally.
    expect(seen / seeds).toBeLessThan(0.08)
  })
})

import { array, assert, integer, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePairs, probability, type Direction } from '../../engine/analysis/paired.ts'

function pair(
  baseline: readonly number[],
  scenario: readonly number[],
  options: { good?: Direction; failedBefore?: readonly number[]; failedAfter?: readonly number[] } = {},
): ReturnType<typeof comparePairs> {
  const n = baseline.length
  const before = new Uint8Array(n)
  const after = new Uint8Array(n)
  for (const d of options.failedBefore ?? []) before[d] = 2
  for (const d of options.failedAfter ?? []) after[d] = 3
  return comparePairs(
    { values: Float64Array.from(baseline), status: before },
    { values: Float64Array.from(scenario), status: after },
    options.good ?? 'up',
    new Float64Array(2 * n),
  )
}

describe('a paired comparison', () => {
  test('has the mean of the differences, and is sure of it when every replicate moves alike', () => {
    const result = pair([10, 200, 3000], [15, 205, 3005])
    expect(result.difference.mean).toBe(5)
    expect(result.difference.standardError).toBe(0)
    expect(result.baselineMean).toBe(1070)
    expect(result.scenarioMean).toBe(1075)
  })

  test('of a policy with itself is nothing at all', () => {
    const result = pair([3, 1, 2], [3, 1, 2])
    expect([result.difference.mean, result.difference.low, result.difference.high]).toEqual([0, 0, 0])
    expect(result.same).toBe(3)
    expect(result.better!.value).toBe(0)
  })

  test('leaves out a replicate that failed on either side, and counts it once', () => {
    const result = pair([1, NaN, 3, 4, NaN], [2, 5, NaN, 6, NaN], { failedBefore: [1, 4], failedAfter: [2, 4] })
    expect(result.difference.n).toBe(2)
    expect(result.difference.failed).toBe(3)
    expect(result.difference.mean).toBe(1.5)
    expect(result.baselineMean).toBe(2.5)
  })

  test('counts as better the direction that the outcome says, and ties as neither', () => {
    const [baseline, scenario] = [
      [1, 1, 1, 1],
      [2, 0, 0, 1],
    ]
    expect(pair(baseline, scenario, { good: 'up' }).better!.value).toBe(0.25)
    expect(pair(baseline, scenario, { good: 'down' }).better!.value).toBe(0.5)
    expect(pair(baseline, scenario, { good: 'neither' }).better).toBeUndefined()
    expect(pair(baseline, scenario).same).toBe(1)
  })

  test('knows the relative change exactly when all change by the same share', () => {
    const result = pair([10, 20, 40], [8, 16, 32])
    expect(result.relative).toBeCloseTo(-0.2, 14)
    expect(result.relativeStandardError).toBeCloseTo(0, 14)
  })

  test('has no relative change from nothing', () => {
    expect(pair([0, 0], [1, 2]).relative).toBeNaN()
    expect(pair([-1, 1], [1, 2]).relative).toBeNaN()
  })

  test('turns around when the two change places', () => {
    const values = array(tuple(integer({ min: 1, max: 99 }), integer({ min: 1, max: 99 })), { minLength: 2 })
    assert(
      property(values, (pairs) => {
        const there = pair(
          pairs.map(([a]) => a),
          pairs.map(([, b]) => b),
        )
        const back = pair(
          pairs.map(([, b]) => b),
          pairs.map(([a]) => a),
        )
        expect(back.difference.mean).toBeCloseTo(-there.difference.mean, 10)
        expect(back.difference.low).toBeCloseTo(-there.difference.high, 10)
        expect(back.difference.standardError).toBeCloseTo(there.difference.standardError, 10)
        expect(back.scenarioMean).toBeCloseTo(there.baselineMean, 10)
      }),
    )
  })
})

describe('a probability', () => {
  test("has Wilson's standard error", () => {
    // Wilson's 95% interval for 7 of 10 is 0.3968 to 0.8922.
    const { value, standardError } = probability(7, 10)
    expect(value).toBe(0.7)
    expect(2 * 1.959964 * standardError).toBeCloseTo(0.8922 - 0.3968, 3)
  })

  test('is never certain, even when every replicate agrees', () => {
    expect(probability(100, 100).standardError).toBeGreaterThan(0.005)
    expect(probability(0, 100).standardError).toBe(probability(100, 100).standardError)
  })
})

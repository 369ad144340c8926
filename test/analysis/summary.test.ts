import { array, assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { summarise } from '../../engine/analysis/summary.ts'

function summaryOf(values: readonly number[], failed: readonly number[] = []): ReturnType<typeof summarise> {
  const status = new Uint8Array(values.length)
  for (const d of failed) status[d] = 1
  return summarise(Float64Array.from(values), status, new Float64Array(values.length))
}

describe('a summary', () => {
  test('has the textbook mean, deviation and standard error', () => {
    const { mean, standardDeviation, standardError, median, n, failed } = summaryOf([2, 4, 4, 4, 5, 5, 7, 9])
    expect(mean).toBe(5)
    expect(standardDeviation).toBeCloseTo(Math.sqrt(32 / 7), 14)
    expect(standardError).toBeCloseTo(Math.sqrt(32 / 7 / 8), 14)
    expect([median, n, failed]).toEqual([4.5, 8, 0])
  })

  test('has the quantiles that R gives by default', () => {
    // quantile(c(1, 10, 100, 1000), c(0.05, 0.5, 0.95)) in R: 2.35, 55, 865
    const { low, median, high } = summaryOf([1000, 1, 100, 10])
    expect(low).toBeCloseTo(2.35, 12)
    expect(median).toBe(55)
    expect(high).toBeCloseTo(865, 12)
  })

  test('leaves failed replicates out and counts them', () => {
    const withFailures = summaryOf([1, NaN, 2, 3, Infinity, 4], [1, 4])
    expect(withFailures).toEqual({ ...summaryOf([1, 2, 3, 4]), failed: 2 })
  })

  test('of one replicate has a mean and no standard error', () => {
    const { mean, standardError, low, high } = summaryOf([7])
    expect([mean, low, high]).toEqual([7, 7, 7])
    expect(standardError).toBeNaN()
  })

  test('of nothing is not a number, rather than 0', () => {
    const { mean, median, n } = summaryOf([NaN], [0])
    expect(mean).toBeNaN()
    expect(median).toBeNaN()
    expect(n).toBe(0)
  })

  test('keeps the digits of a small spread around a large mean', () => {
    const { mean, standardDeviation } = summaryOf([1e9 + 1, 1e9 + 2, 1e9 + 3])
    expect(mean).toBe(1e9 + 2)
    expect(standardDeviation).toBeCloseTo(1, 12)
  })

  test('shifts and scales with its values', () => {
    const values = array(integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 })
    assert(
      property(values, integer({ min: -50, max: 50 }), (given, shift) => {
        const before = summaryOf(given)
        const after = summaryOf(given.map((value) => 4 * value + shift))
        expect(after.mean).toBeCloseTo(4 * before.mean + shift, 9)
        expect(after.standardDeviation).toBeCloseTo(4 * before.standardDeviation, 9)
        expect(after.low).toBeCloseTo(4 * before.low + shift, 9)
        expect(after.high).toBeCloseTo(4 * before.high + shift, 9)
      }),
    )
  })
})

import { array, assert, double, property } from 'fast-check'
import * as simpleStatistics from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { mean, quantile, standardDeviation } from '../../engine/math/accumulate.ts'

const columns = array(double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 })

function close(a: number, b: number, scale: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(1e-6, Math.abs(scale))
}

describe('mean and standard deviation', () => {
  it('are those of simple-statistics', () => {
    assert(
      property(columns, (values) => {
        const column = Float64Array.from(values)
        return (
          close(mean(column), simpleStatistics.mean(values), 1e6) &&
          close(standardDeviation(column), simpleStatistics.sampleStandardDeviation(values), 1e6)
        )
      }),
    )
  })

  it('keep their digits when all numbers are large and near each other', () => {
    const column = Float64Array.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16)
    expect(mean(column)).toBe(1e9 + 10)
    expect(standardDeviation(column)).toBe(Math.sqrt(30))
  })

  it('of equal numbers are the number and exactly 0', () => {
    const column = new Float64Array(1000).fill(0.1)
    expect([mean(column), standardDeviation(column)]).toEqual([0.1, 0])
  })

  it('of too few numbers are not a number', () => {
    expect(mean(new Float64Array(0))).toBeNaN()
    expect(standardDeviation(Float64Array.of(3))).toBeNaN()
  })
})

describe('a quantile', () => {
  it('of type 7 lies on a straight line between neighbours: the quartiles of 1, 2, 4, 8 are 1.75, 3 and 5', () => {
    const sorted = Float64Array.of(1, 2, 4, 8)
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile(sorted, p))).toEqual([1, 1.75, 3, 5, 8])
  })

  it('at one half is the median of simple-statistics', () => {
    assert(
      property(columns, (values) =>
        close(quantile(Float64Array.from(values).toSorted(), 0.5), simpleStatistics.median(values), 1e6),
      ),
    )
  })

  it('of one number is the number, of nothing no number, and between two infinities infinite', () => {
    expect(quantile(Float64Array.of(7), 0.9)).toBe(7)
    expect(quantile(new Float64Array(0), 0.5)).toBeNaN()
    expect(quantile(Float64Array.of(1, Infinity, Infinity), 0.75)).toBe(Infinity)
  })

  it('is refused for a probability that is none', () => {
    expect(() => quantile(Float64Array.of(1), 1.1)).toThrow('p must be between 0 and 1; given: 1.1')
    expect(() => quantile(Float64Array.of(1), NaN)).toThrow(RangeError)
  })
})

import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mean, quantile, standardDeviation } from '../../engine/math/accumulate.ts'
import {
  meanStandardError,
  quantileInterval,
  quantileStandardError,
  wilsonInterval,
} from '../../engine/math/samplingError.ts'
import { newStream, rootKey, startStream } from '../../engine/math/streams.ts'
import { nextNormal } from '../reference/normal.ts'

const root = rootKey('sampling error')

/** A sorted sample of exp(z), z standard normal: the skew shows whether an error needs symmetry. */
function sample(count: number, replicate: number): Float64Array {
  const stream = newStream()
  startStream(stream, root, replicate, 0, 0)
  return Float64Array.from({ length: count }, () => Math.exp(nextNormal(stream))).toSorted()
}

/** Share of 600 samples of 60 whose interval holds the true value. */
function coverage(holds: (sorted: Float64Array) => boolean): number {
  return Array.from({ length: 600 }, (_, n) => holds(sample(60, n))).filter(Boolean).length / 600
}

describe('the standard error of a mean', () => {
  it('is the deviation over the square root of the number', () => {
    expect(meanStandardError(Float64Array.of(1, 2, 3, 4))).toBeCloseTo(Math.sqrt(5 / 3 / 4), 15)
  })
})

describe('the Maritz-Jarrett standard error of a quantile', () => {
  // From the formula with scipy.stats.beta. scipy.stats.mstats.mjci itself gives 50.55, 84.35 and 67.97, because it
  // takes the law Beta(m-1, n-m) where the order statistic at rank m has Beta(m, n-m+1).
  it('is that of the formula for forty numbers', () => {
    const sorted = Float64Array.from({ length: 40 }, (_, n) => (((n + 1) * 37) % 101) ** 1.5).toSorted()
    const errors = [0.25, 0.5, 0.9].map((p) => quantileStandardError(sorted, p))
    expect(errors[0]).toBeCloseTo(51.259764136848595, 8)
    expect(errors[1]).toBeCloseTo(82.42162511594594, 8)
    expect(errors[2]).toBeCloseTo(71.65000553589627, 8)
  })

  it('is on average how much the quantile differs between samples', () => {
    for (const p of [0.1, 0.5, 0.75]) {
      const found = Float64Array.from({ length: 600 }, (_, n) => quantile(sample(60, n), p))
      const said = Float64Array.from({ length: 600 }, (_, n) => quantileStandardError(sample(60, n), p))
      expect(Math.abs(mean(said) / standardDeviation(found) - 1)).toBeLessThan(0.12)
    }
  })

  it('leaves out nothing that counts in a long column', () => {
    // For the median of n normals: sqrt(pi/2 / n), here from the exact quantiles instead of a sample.
    const count = 10_001
    const sorted = Float64Array.from({ length: count }, (_, n) => (n + 0.5) / count)
    expect(quantileStandardError(sorted, 0.5)).toBeCloseTo(0.5 / Math.sqrt(count), 5)
  })

  it('is not a number for one number', () => {
    expect(quantileStandardError(Float64Array.of(1), 0.5)).toBeNaN()
  })
})

/** The ends of the interval as ranks, from 1. */
function ranks(count: number, p: number, confidence: number): [number, number] {
  const { low, high } = quantileInterval(
    Float64Array.from({ length: count }, (_, n) => n + 1),
    p,
    confidence,
  )
  return [low, high]
}

describe('an interval for a quantile', () => {
  it('for the median of ten at 95% runs from the second to the ninth, as in the tables', () => {
    expect(ranks(10, 0.5, 0.95)).toEqual([2, 9])
    expect(ranks(20, 0.5, 0.95)).toEqual([6, 15])
  })

  it('has no end on a side that so few numbers cannot bound', () => {
    expect(ranks(5, 0.5, 0.95)).toEqual([-Infinity, Infinity])
    expect(ranks(50, 0.02, 0.9)).toEqual([-Infinity, 4])
  })

  it('has the ranks that counting binomial chances gives', () => {
    const numbers = integer({ min: 1, max: 60 })
    assert(
      property(numbers, integer({ min: 1, max: 99 }), (count, percent) => {
        // Off the whole percents, where a binomial chance can equal the level and rounding decides.
        const p = (percent - 0.37) / 100
        expect(ranks(count, p, 0.9)).toEqual(ranksByCounting(count, p, 0.05))
      }),
    )
  })

  it('holds the true quantile at least as often as it says', () => {
    const held = coverage((sorted) => {
      const { low, high } = quantileInterval(sorted, 0.5, 0.9)
      return low <= 1 && 1 <= high
    })
    expect(held).toBeGreaterThan(0.9 - 2 * Math.sqrt(0.09 / 600))
    expect(held).toBeLessThan(0.97)
  })
})

/** The slow twin: add binomial chances until more than `half` is below, and until at most `half` is above. */
function ranksByCounting(count: number, p: number, half: number): [number, number] {
  const cumulative: number[] = []
  for (let k = 0, chance = (1 - p) ** count, sum = 0; k <= count; k++) {
    sum += chance
    cumulative.push(sum)
    chance *= ((count - k) / (k + 1)) * (p / (1 - p))
  }
  const lower = cumulative.findIndex((below) => below > half)
  const upper = cumulative.findIndex((below) => below >= 1 - half) + 1
  return [lower < 1 ? -Infinity : lower, upper > count ? Infinity : upper]
}

describe('the Wilson interval for a probability', () => {
  it('is that of scipy.stats.binomtest for 7 of 50 and for 0 of 1000', () => {
    const some = wilsonInterval(7, 50, 0.95)
    expect(some.low).toBeCloseTo(0.06950833427016292, 14)
    expect(some.high).toBeCloseTo(0.26186193710585537, 14)
    const none = wilsonInterval(0, 1000, 0.95)
    expect(none.low).toBe(0)
    expect(none.high).toBeCloseTo(0.0038267584855551234, 14)
  })

  it('mirrors when failures are counted instead, and holds the share', () => {
    assert(
      property(integer({ min: 1, max: 500 }), integer({ min: 0, max: 500 }), (trials, count) => {
        const successes = Math.min(count, trials)
        const here = wilsonInterval(successes, trials, 0.9)
        const there = wilsonInterval(trials - successes, trials, 0.9)
        expect(here.low).toBeCloseTo(1 - there.high, 12)
        expect(here.low).toBeLessThanOrEqual(successes / trials)
        expect(here.high).toBeGreaterThanOrEqual(successes / trials)
      }),
    )
  })

  it('is refused for more successes than trials, and for a confidence of 95 instead of 0.95', () => {
    expect(() => wilsonInterval(3, 2, 0.9)).toThrow('0 <= successes <= trials is needed; given: 3 of 2')
    expect(() => wilsonInterval(1, 2, 95)).toThrow('strictly between 0 and 1 is needed; given: 95')
  })
})

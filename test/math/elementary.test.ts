import { assert, double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exp, log, pow } from '../../engine/math/elementary.ts'
import { newStream, nextUniform, rootKey, startStream } from '../../engine/math/streams.ts'
import { exactExp, exactLog, unitsInLastPlace } from '../reference/elementary.ts'

/** `count` numbers between two ends, evenly at random and the same every time. */
function sample(count: number, low: number, high: number): number[] {
  const stream = newStream()
  startStream(stream, rootKey('elementary'), 0, 0, 0)
  return Array.from({ length: count }, () => low + nextUniform(stream) * (high - low))
}

function worst(error: (x: number) => number, points: readonly number[]): number {
  return Math.max(...points.map(error))
}

const expError = (x: number): number => unitsInLastPlace(exp(x), exactExp(x))
const logError = (x: number): number => unitsInLastPlace(log(x), exactLog(x))

describe('exp', () => {
  it('is within one unit in the last place of the exact value', () => {
    expect(worst(expError, sample(60, -708, 709))).toBeLessThan(1)
    expect(worst(expError, sample(60, -2, 2))).toBeLessThan(1)
    expect(worst(expError, sample(20, -1e-9, 1e-9))).toBeLessThan(0.51)
  })

  it('is exact at 0 and the nearest double to e at 1', () => {
    expect([exp(0), exp(-0), exp(1)]).toEqual([1, 1, Math.E])
  })

  it('is clamped where it would be subnormal or infinite, and 0 at -Infinity', () => {
    expect(exp(-1e6)).toBe(exp(-708))
    expect(exp(-708)).toBeGreaterThan(2.2250738585072014e-308)
    expect([exp(1e6), exp(Infinity)]).toEqual([exp(709), exp(709)])
    expect(exp(-Infinity)).toBe(0)
    expect(exp(NaN)).toBeNaN()
  })

  it('never falls by more than rounding when x rises', () => {
    assert(
      property(
        double({ min: -708, max: 708, noNaN: true }),
        double({ min: 0, max: 1, noNaN: true }),
        (x, step) => exp(x + step) >= exp(x) * (1 - 2 * Number.EPSILON),
      ),
    )
  })
})

describe('log', () => {
  it('is within one unit in the last place of the exact value', () => {
    expect(worst(logError, sample(60, -700, 700).map(exp))).toBeLessThan(0.8)
    expect(worst(logError, sample(60, 0.5, 2))).toBeLessThan(0.8)
  })

  it('keeps its accuracy near 1, where the result is nearly 0', () => {
    expect(worst(logError, sample(60, 0.99, 1.01))).toBeLessThan(0.8)
    expect(worst(logError, [1 + Number.EPSILON, 1 - Number.EPSILON / 2, 1.000001, 0.999999])).toBeLessThan(0.8)
    expect(log(1)).toBe(0)
  })

  it('keeps its accuracy for the largest, the smallest and subnormal numbers', () => {
    const edges = [Number.MAX_VALUE, 2 ** 1023, 2 ** -1022, 2 ** -1023, Number.MIN_VALUE, 3 * Number.MIN_VALUE, 1e-310]
    expect(worst(logError, edges)).toBeLessThan(0.8)
  })

  it('has the limits of a logarithm', () => {
    expect([log(0), log(-0), log(Infinity)]).toEqual([-Infinity, -Infinity, Infinity])
    expect([log(-1), log(-Number.MIN_VALUE), log(-Infinity), log(NaN)]).toEqual([NaN, NaN, NaN, NaN])
  })

  it('undoes exp', () => {
    assert(
      property(
        double({ min: -700, max: 700, noNaN: true }),
        (x) => Math.abs(log(exp(x)) - x) <= 2 * Number.EPSILON * Math.max(1, Math.abs(x)),
      ),
    )
  })
})

describe('pow', () => {
  it('is a power to within the rounding of y log x', () => {
    const base = double({ min: 1e-3, max: 1e3, noNaN: true })
    assert(
      property(
        base,
        double({ min: -20, max: 20, noNaN: true }),
        (x, y) => Math.abs(pow(x, y) / Math.pow(x, y) - 1) <= Number.EPSILON * (3 + 2 * Math.abs(y * log(x))),
      ),
    )
  })

  it('of 0 is 0, 1 or infinite by the sign of the exponent', () => {
    expect([pow(0, 2.5), pow(0, 0), pow(5, 0)]).toEqual([0, 1, 1])
    expect(pow(0, -1)).toBe(exp(Infinity))
  })

  it('of a negative number is not a number', () => {
    expect(pow(-2, 2)).toBeNaN()
    expect(pow(NaN, 2)).toBeNaN()
  })
})

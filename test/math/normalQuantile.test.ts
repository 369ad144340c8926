import { assert, double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalCdf, normalQuantile } from '../../engine/math/normalQuantile.ts'

/** Relative distance between two numbers. */
function apart(value: number, exact: number): number {
  return Math.abs(value / exact - 1)
}

/** Phi(x) = 1/2 + density(x) (x + x^3/3 + x^5/(3*5) + ...), the slow twin; good to rounding around the middle. */
function cdfBySeries(x: number): number {
  let sum = 0
  for (let n = 1, term = x; Math.abs(term) > 1e-20; n += 2, term *= (x * x) / n) sum += term
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI)
}

// Computed with 30 digits (mpmath) for the double nearest to the decimal number shown.
const quantiles: readonly [number, number][] = [
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798407],
  [0.001, -3.0902323061678136],
  [0.025, -1.9599639845400543],
  [0.3, -0.5244005127080408],
  [0.6, 0.2533471031357997],
  [0.975, 1.9599639845400538],
  [0.999, 3.090232306167813],
]
const probabilities: readonly [number, number][] = [
  [-37, 5.725571222524577e-300],
  [-10, 7.619853024160525e-24],
  [-6, 9.86587645037698e-10],
  [-3, 0.0013498980316300946],
  [-1, 0.15865525393145705],
  [-0.5, 0.3085375387259869],
  [0.3, 0.6179114221889527],
  [1.96, 0.9750021048517795],
  [5, 0.9999997133484281],
]

describe('the normal quantile', () => {
  it.each(quantiles)('of %d is %d', (p, x) => {
    expect(apart(normalQuantile(p), x)).toBeLessThan(1e-15)
  })

  it('is 0 at one half, infinite at the ends, and no number beyond', () => {
    expect([0.5, 0, 1].map(normalQuantile)).toEqual([0, -Infinity, Infinity])
    expect([-0.1, 1.1, NaN].map(normalQuantile)).toEqual([NaN, NaN, NaN])
  })

  it('is odd around one half', () => {
    assert(
      property(double({ min: 2 ** -53, max: 0.5, noNaN: true }), (p) => {
        const mirrored = 1 - p
        return normalQuantile(1 - mirrored) === -normalQuantile(mirrored)
      }),
    )
  })

  it('rises, across the borders of its three formulas too', () => {
    for (const border of [0.075, 0.925, 1.3887943864964021e-11]) {
      const points = [-1e-3, -1e-9, 0, 1e-9, 1e-3].map((step) => normalQuantile(border * (1 + step)))
      expect(points).toEqual(points.toSorted((a, b) => a - b))
      expect(new Set(points).size).toBe(5)
    }
  })

  it('is undone by the probability', () => {
    assert(
      property(
        double({ min: 1e-300, max: 0.5, noNaN: true }),
        (p) =>
          // A rounding of x in the far tail is a change of x*x in ln p.
          apart(normalCdf(normalQuantile(p)), p) < 2e-15 + 4 * Number.EPSILON * normalQuantile(p) ** 2,
      ),
    )
  })
})

describe('the normal probability', () => {
  it.each(probabilities)('below %d is %d', (x, p) => {
    expect(apart(normalCdf(x), p)).toBeLessThan(1e-15)
  })

  it('is that of its power series', () => {
    assert(property(double({ min: -3, max: 6, noNaN: true }), (x) => apart(normalCdf(x), cdfBySeries(x)) < 1e-12))
  })

  it('of both sides is 1', () => {
    assert(
      property(
        double({ min: -40, max: 40, noNaN: true }),
        (x) => Math.abs(normalCdf(x) + normalCdf(-x) - 1) <= Number.EPSILON,
      ),
    )
  })

  it('is 0 and 1 far out, and no number for no number', () => {
    expect([-Infinity, -38, 38, Infinity, NaN].map(normalCdf)).toEqual([0, 0, 1, 1, NaN])
  })
})

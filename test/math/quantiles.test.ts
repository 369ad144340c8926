import { assert, double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaCdf, logBeta, logGamma } from '../../engine/math/beta.ts'
import { normalQuantile } from '../../engine/math/normalQuantile.ts'
import {
  constantQuantile,
  discreteQuantile,
  generalBetaQuantile,
  logUniformQuantile,
  generalNormalQuantile,
  lognormalQuantile,
  triangularQuantile,
  truncatedNormalQuantile,
  uniformQuantile,
} from '../../engine/math/quantiles.ts'
import { betaQuantile } from '../../engine/math/betaQuantile.ts'

type Quantile = (u: number) => number

/** [law, quantile function, lowest value, highest value, mean by the textbook] */
const laws: readonly (readonly [string, Quantile, number, number, number])[] = [
  ['constant', (u) => constantQuantile(u, 3), 3, 3, 3],
  ['uniform', (u) => uniformQuantile(u, -2, 5), -2, 5, 1.5],
  ['triangular', (u) => triangularQuantile(u, 4, 7.5, 9), 4, 9, (4 + 7.5 + 9) / 3],
  ['triangular with its mode at the low end', (u) => triangularQuantile(u, 4, 4, 9), 4, 9, (4 + 4 + 9) / 3],
  ['normal', (u) => generalNormalQuantile(u, 10, 2), -Infinity, Infinity, 10],
  ['lognormal', (u) => lognormalQuantile(u, 1.5, 0.9), 0, Infinity, 1.5 * Math.exp(0.405)],
  ['half normal', (u) => truncatedNormalQuantile(u, 0, 1, 0, Infinity), 0, Infinity, Math.sqrt(2 / Math.PI)],
  ['truncated normal', (u) => truncatedNormalQuantile(u, 1, 2, 0, 2), 0, 2, 1],
  ['uniform in logs', (u) => logUniformQuantile(u, 0.2, 5), 0.2, 5, 4.8 / Math.log(25)],
  ['beta between other ends', (u) => generalBetaQuantile(u, 2, 6, -1, 3), -1, 3, 0],
  ['beta', (u) => betaQuantile(u, 0.45, 2.55), 0, 1, 0.15],
  ['beta with a peak', (u) => betaQuantile(u, 20, 5), 0, 1, 0.8],
]

/** Mean of a law by the midpoint rule on the scale of probability, finer towards the ends: u = 3v^2 - 2v^3. */
function meanOf(quantile: Quantile): number {
  const points = 20_000
  let sum = 0
  for (let n = 0; n < points; n++) {
    const v = (n + 0.5) / points
    sum += quantile(v * v * (3 - 2 * v)) * 6 * v * (1 - v)
  }
  return sum / points
}

const uniforms = double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true })

describe.each(laws)('the %s law', (_name, quantile, low, high, mean) => {
  it('stays between its ends', () => {
    assert(property(uniforms, (u) => quantile(u) >= low && quantile(u) <= high))
  })

  it('has the mean of the textbook', () => {
    expect(meanOf(quantile)).toBeCloseTo(mean, 3)
  })

  it('rises with u', () => {
    assert(
      property(uniforms, uniforms, (u, v) => {
        const [lower, upper] = [quantile(Math.min(u, v)), quantile(Math.max(u, v))]
        return lower - upper <= 1e-13 * Math.max(1, Math.abs(upper))
      }),
    )
  })
})

describe('a triangular law', () => {
  it('has probability (x - low)^2 / ((high - low)(mode - low)) below x up to its mode', () => {
    assert(
      property(double({ min: 0.01, max: 0.99, noNaN: true }), (u) => {
        const x = triangularQuantile(u, 1, 2, 4)
        const probability = x <= 2 ? (x - 1) ** 2 / 3 : 1 - (4 - x) ** 2 / 6
        return Math.abs(probability - u) < 1e-14
      }),
    )
  })

  it('of no width is its only value', () => {
    expect(triangularQuantile(0.3, 5, 5, 5)).toBe(5)
  })
})

describe('a truncated normal law', () => {
  it('cut nowhere is the normal law', () => {
    assert(
      property(
        uniforms,
        (u) => truncatedNormalQuantile(u, 3, 2, -Infinity, Infinity) === generalNormalQuantile(u, 3, 2),
      ),
    )
  })

  it('is the same seen in a mirror', () => {
    assert(
      property(
        double({ min: 0.01, max: 0.99, noNaN: true }),
        (u) =>
          Math.abs(truncatedNormalQuantile(u, 0, 1, -0.5, 2) + truncatedNormalQuantile(1 - u, 0, 1, -2, 0.5)) < 1e-14,
      ),
    )
  })

  it('keeps its digits eight deviations out', () => {
    // Beyond t the excess is nearly exponential: its median is about ln 2 / (t + 1/t).
    const excess = truncatedNormalQuantile(0.5, 0, 1, 20, Infinity) - 20
    expect(excess).toBeCloseTo(Math.LN2 / (20 + 1 / 20), 4)
    expect(truncatedNormalQuantile(0.5, 0, 1, 8, 9)).toBe(-truncatedNormalQuantile(0.5, 0, 1, -9, -8))
  })
})

describe('a law that is uniform in logs', () => {
  it('has the same chance from 1 to 2 as from 2 to 4', () => {
    expect(logUniformQuantile(0.25, 1, 16)).toBeCloseTo(2, 14)
    expect(logUniformQuantile(0.5, 1, 16)).toBeCloseTo(4, 14)
  })

  it('has no end at or below 0', () => {
    expect(() => logUniformQuantile(0.5, 0, 1)).toThrow(/0 < low <= high is needed; given: 0, 1/)
  })
})

describe('a discrete law', () => {
  const tables = Float64Array.of(99, 1, 2, 5, 0.2, 0.2, 1)

  it('gives each value in its share of the uniforms, and never one without a chance', () => {
    const drawn = Array.from({ length: 1000 }, (_, n) => discreteQuantile((n + 0.5) / 1000, tables, 1, 3))
    expect(drawn.filter((value) => value === 1)).toHaveLength(200)
    expect(drawn.filter((value) => value === 5)).toHaveLength(800)
  })

  it('has at least one value', () => {
    expect(() => discreteQuantile(0.5, tables, 1, 0)).toThrow(/at least one value/)
  })
})

describe('a lognormal law', () => {
  it('has its median where it is given, and 2.5% above exp(1.96 sigma) times it', () => {
    expect(lognormalQuantile(0.5, 1.5, 0.9)).toBe(1.5)
    expect(lognormalQuantile(0.975, 1.5, 0.9)).toBeCloseTo(1.5 * Math.exp(0.9 * normalQuantile(0.975)), 12)
  })
})

describe('a beta law', () => {
  // Computed with 30 digits (mpmath).
  it.each([
    [0.45, 2.55, 0.15, 0.6488540893757871],
    [2, 3, 0.4, 0.5248],
    [0.5, 0.5, 0.1, 0.20483276469913345],
    [20, 5, 0.9, 0.9149251141213293],
    [300, 700, 0.28, 0.08239097651059053],
  ])('with a = %d and b = %d has below %d a probability of %d', (a, b, x, probability) => {
    expect(Math.abs(betaCdf(x, a, b) / probability - 1)).toBeLessThan(5e-13)
  })

  it('has quantiles that its probabilities undo', () => {
    const parameter = double({ min: 0.3, max: 200, noNaN: true })
    assert(
      property(
        double({ min: 1e-9, max: 0.999999, noNaN: true }),
        parameter,
        parameter,
        (u, a, b) => Math.abs(betaCdf(betaQuantile(u, a, b), a, b) / u - 1) < 1e-10 || betaQuantile(u, a, b) > 1 - 1e-9,
      ),
    )
  })

  it('with b = 1 is a power, and with a = 1 the mirror of one', () => {
    const parameter = double({ min: 0.1, max: 50, noNaN: true })
    assert(
      property(
        double({ min: 1e-6, max: 0.999, noNaN: true }),
        parameter,
        (u, a) =>
          Math.abs(betaQuantile(u, a, 1) / u ** (1 / a) - 1) < 1e-12 &&
          Math.abs(1 - betaQuantile(1 - u, 1, a) - u ** (1 / a)) < 1e-9,
      ),
    )
  })

  it('with a = b = 1/2 is the arcsine law', () => {
    expect(betaQuantile(0.2, 0.5, 0.5)).toBeCloseTo(Math.sin(Math.PI * 0.1) ** 2, 14)
  })

  it('of extreme parameters still has quantiles, deep in both tails', () => {
    expect(betaQuantile(1e-12, 0.05, 5)).toBeLessThan(1e-200)
    expect(betaQuantile(0.5, 0.01, 0.01)).toBeCloseTo(0.5, 10)
    expect(betaQuantile(0.5, 5000, 3000)).toBeCloseTo(0.625, 4)
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1])
  })
})

describe('log gamma', () => {
  it('of a whole number n is the log of (n-1)!', () => {
    for (let n = 1, factorial = 1; n < 150; factorial *= n, n++) {
      expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(1e-14 * Math.max(1, Math.log(factorial)))
    }
  })

  it.each([
    [0.01, 4.599479878042022],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [100.5, 361.4355404677776],
  ])('of %d is %d', (x, value) => {
    expect(Math.abs(logGamma(x) - value)).toBeLessThan(1e-14 * Math.max(1, value))
  })

  it('gives the beta function: B(2, 3) = 1/12', () => {
    expect(logBeta(2, 3)).toBeCloseTo(-Math.log(12), 13)
  })
})

describe('a law that makes no sense is refused, with what is allowed', () => {
  it.each<[string, () => number]>([
    ['low <= high is needed; given: 2, 1', () => uniformQuantile(0.5, 2, 1)],
    ['low <= mode <= high is needed; given: 1, 5, 3', () => triangularQuantile(0.5, 1, 5, 3)],
    ['deviation must be above 0; given: 0', () => generalNormalQuantile(0.5, 1, 0)],
    ['median must be above 0; given: -1', () => lognormalQuantile(0.5, -1, 1)],
    ['leave no probability between', () => truncatedNormalQuantile(0.5, 0, 1, -50, -40)],
    ['leave no probability between', () => truncatedNormalQuantile(0.5, 0, 1, 2, 1)],
    ['a and b must be positive and finite; given: a = 0, b = 1', () => betaQuantile(0.5, 0, 1)],
    ['low must not be', () => uniformQuantile(0.5, NaN, 1)],
  ])('%s', (message, draw) => {
    expect(draw).toThrow(message === 'low must not be' ? RangeError : message)
  })
})

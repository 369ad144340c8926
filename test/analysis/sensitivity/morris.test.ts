import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { morrisDesign, morrisRunsInTrajectory } from '../../../engine/analysis/sensitivity/morrisDesign.ts'
import { morrisEffects, type MorrisFactor } from '../../../engine/analysis/sensitivity/morrisEffects.ts'
import type { Factor } from '../../../engine/analysis/sensitivity/factors.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { evaluate, morrisFunction, noise, singles, type Model } from './testFunctions.ts'

/** From -pi to pi, as Ishigami's function takes its arguments. */
function angle(u: number): number {
  return Math.PI * (2 * u - 1)
}

function effectsOf(model: Model, factors: readonly Factor[], dimensions: number, trajectories: number): MorrisFactor[] {
  const design = morrisDesign(factors, dimensions, trajectories, rootKey(2))
  return [...morrisEffects(design, evaluate(design, model)).factors]
}

describe('a design of trajectories', () => {
  test('moves every factor once in a trajectory, by the step of Morris, and nothing else', () => {
    const factors = [
      { name: 'pair', dimensions: [4, 1] },
      { name: 'single', dimensions: [2] },
    ]
    assert(
      property(integer({ min: 1, max: 6 }), integer({ min: 0, max: 1000 }), (halfLevels, seed) => {
        const design = morrisDesign(factors, 5, 3, rootKey(seed), 2 * halfLevels)
        // Morris' step on levels that reach from 1% to 99%.
        const wanted = (0.98 * halfLevels) / (2 * halfLevels - 1)
        const runs = morrisRunsInTrajectory(factors)
        expect(design.chance).toHaveLength(3 * runs)
        for (let step = 0; step < 3 * (runs - 1); step++) {
          const row = Math.floor(step / (runs - 1)) * runs + (step % (runs - 1)) + 1
          const moved = [0, 1, 2, 3, 4].filter((p) => design.uniforms[5 * row + p] !== design.uniforms[5 * row - 5 + p])
          const chanceMoved = design.chance[row] !== design.chance[row - 1]
          const factor = design.order[step]
          expect([moved, chanceMoved]).toEqual([[[1, 4], [2], []][factor], factor === 2])
          for (const p of moved) {
            expect(Math.abs(design.uniforms[5 * row + p] - design.uniforms[5 * row - 5 + p])).toBeCloseTo(wanted, 12)
          }
        }
        expect(design.uniforms.every((u) => u > 0 && u < 1)).toBe(true)
        expect(new Set(design.order.subarray(0, 3))).toEqual(new Set([0, 1, 2]))
      }),
      { numRuns: 30 },
    )
  })

  test('shares no chance between trajectories', () => {
    const design = morrisDesign(singles(1), 1, 4, rootKey(1))
    expect(new Set(design.chance)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]))
  })

  test('needs an even number of levels', () => {
    expect(() => morrisDesign(singles(1), 1, 4, rootKey(1), 3)).toThrow('an even number is needed, as 4; given: 3')
  })
})

describe('elementary effects', () => {
  test('of a plane are its slopes, without spread, whatever chance adds', () => {
    const [x, y, chance] = effectsOf(([x, y], chance) => 3 * x - 2 * y + noise(chance), singles(2), 2, 50)
    expect([x.mu, x.muStar, y.mu, y.muStar].map((effect) => Math.round(effect * 1e9) / 1e9)).toEqual([3, 3, -2, 2])
    expect(x.sigma).toBeCloseTo(0, 9)
    expect(y.muStarStandardError).toBeCloseTo(0, 9)
    // Mean distance of two standard normals, 2/sqrt(pi), over 1/3.
    expect(Math.abs(chance.muStar - 3.385)).toBeLessThan(4 * chance.muStarStandardError)
    expect(chance.mu).toBeNaN()
  })

  test("show the pattern of Morris' function: ten large, three of them straight, ten small", () => {
    const effects = effectsOf(morrisFunction, singles(20), 20, 100)
    const sizes = effects.map(({ muStar }) => muStar)
    expect(Math.min(...sizes.slice(0, 10))).toBeGreaterThan(3 * Math.max(...sizes.slice(10, 20)))
    for (const { mu, sigma } of effects.slice(7, 10)) {
      // Twice the coefficient of 20.
      expect(Math.abs(mu - 40)).toBeLessThan(4)
      expect(sigma / mu).toBeLessThan(0.3)
    }
    for (const { muStar, sigma } of effects.slice(0, 7)) expect(sigma / muStar).toBeGreaterThan(0.5)
    expect(effects[20].muStar).toBe(0)
  })

  test.each([4, 6, 8, 10])(
    "see what repeats itself within the range, at %d levels: x2 of Ishigami's function",
    (levels) => {
      const design = morrisDesign(singles(3), 3, 400, rootKey(1), levels)
      const outcomes = evaluate(design, ([x1, x2, x3]) => {
        const first = Math.sin(angle(x1))
        return first + 7 * Math.sin(angle(x2)) ** 2 + 0.1 * angle(x3) ** 4 * first
      })
      const [, x2] = morrisEffects(design, outcomes).factors
      expect(x2.muStar).toBeGreaterThan(1)
      expect(x2.sigma).toBeGreaterThan(1)
    },
  )

  test('know their errors: means of seeds spread as the standard errors say', () => {
    const seeds = 100
    const results = Array.from({ length: seeds }, (_, seed) => {
      const design = morrisDesign(singles(2), 2, 40, rootKey(seed))
      return morrisEffects(
        design,
        evaluate(design, ([x, y]) => x * y + y * y),
      ).factors[0]
    })
    const spread = (of: (factor: MorrisFactor) => number): number => {
      const values = results.map(of)
      const mean = values.reduce((sum, value) => sum + value, 0) / seeds
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (seeds - 1))
    }
    const usual = (of: (factor: MorrisFactor) => number): number => results.map(of).reduce((a, b) => a + b, 0) / seeds
    for (const ratio of [
      spread((factor) => factor.mu) / usual((factor) => factor.muStandardError),
      spread((factor) => factor.muStar) / usual((factor) => factor.muStarStandardError),
      spread((factor) => factor.sigma) / usual((factor) => factor.sigmaStandardError),
    ]) {
      expect(ratio).toBeGreaterThan(0.75)
      expect(ratio).toBeLessThan(1.25)
    }
  })

  test('of a group have a size and no direction', () => {
    const [group] = effectsOf(([x, y]) => x + y, [{ name: 'both', dimensions: [0, 1] }], 2, 60)
    // Both up or down: 2; one each: 0.
    expect(group.muStar).toBeGreaterThan(0.5)
    expect(group.muStar).toBeLessThan(1.5)
    expect([group.mu, group.sigma]).toEqual([NaN, NaN])
  })

  test('leave out a trajectory with a failed run and count it', () => {
    const design = morrisDesign(singles(2), 2, 10, rootKey(3))
    const outcomes = evaluate(design, ([x, y]) => x - y)
    outcomes[4 * 5 + 1] = NaN
    outcomes[4 * 5 + 2] = 1e9
    const result = morrisEffects(design, outcomes)
    expect([result.n, result.failed]).toEqual([9, 1])
    expect(result.factors[0].mu).toBeCloseTo(1, 12)
  })
})

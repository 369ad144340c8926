import fc from 'fast-check'
import { describe, it, expect } from 'vitest'
import { startStream, rootKey, nextUniform } from '../../../engine/math/streams.ts'
import { drawLocationGaps } from '../../../engine/model/draws/location.ts'

function draw(prior: Float64Array, observed: number, replicate: number, theta: number): Float64Array {
  const stream = new Uint32Array(4)
  startStream(stream, rootKey(7), replicate, 1, 1)
  const uniforms = Float64Array.from({ length: 5 }, () => nextUniform(stream))
  const gaps = new Float64Array(4)
  drawLocationGaps(prior, 0, observed, uniforms, theta, gaps)
  return gaps
}

describe('location efficiency', () => {
  it('never makes another place cheaper than the one where the line is built', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        fc.nat(3),
        fc.nat(1e6),
        (weights, observed, replicate) => {
          const total = weights.reduce((sum, weight) => sum + weight, 0)
          const gaps = draw(
            Float64Array.from(weights, (weight) => weight / total),
            observed,
            replicate,
            7.5,
          )
          expect(gaps[observed]).toBe(0)
          gaps.forEach((gap) => expect(gap).toBeGreaterThanOrEqual(0))
        },
      ),
    )
  })

  it('closes a place that the line may not go to', () => {
    const gaps = draw(Float64Array.of(0.5, 0.5, 0, 0), 0, 3, 7.5)
    expect(Array.from(gaps.subarray(2))).toEqual([Infinity, Infinity])
    expect(gaps[1]).toBeLessThan(Infinity)
  })

  /**
   * With Gumbel attractions, a place of prior share s that becomes dearer by d (in logs) keeps the share
   * s*exp(-theta*d) / (s*exp(-theta*d) + 1 - s); so of the lines now there the part share-after/share-before stays.
   */
  it('keeps the share of lines that the location elasticity says when the observed place becomes dearer', () => {
    const theta = 7.5
    const rise = 0.15
    const prior = Float64Array.of(0.3, 0.4, 0.2, 0.1)
    const draws = 20_000
    let stays = 0
    for (let replicate = 0; replicate < draws; replicate++) {
      const gaps = draw(prior, 0, replicate, theta)
      if (Math.min(gaps[1], gaps[2], gaps[3]) > rise) stays++
    }
    const kept = 0.3 * Math.exp(-theta * rise)
    const expected = kept / (kept + 0.7) / 0.3
    expect(Math.abs(stays / draws - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / draws))
  })
})

import { describe, expect, it } from 'vitest'
import { adjustSplit, targetSplit } from '../../engine/model/split.ts'

describe('volume between the plants of a product', () => {
  const share0 = Float64Array.of(0.5, 0.3, 0.2)
  const cost0 = Float64Array.of(30, 31, 32)
  const split = (cost: Float64Array): { weights: Float64Array; mean: number } => {
    const weights = new Float64Array(3)
    const mean = targetSplit(share0, 0, cost0, cost, 0, 3, 8, weights, 0)
    return { weights, mean }
  }

  it('is that of the base year at base-year costs', () => {
    const { weights, mean } = split(cost0)
    expect(weights).toEqual(share0)
    expect(mean).toBeCloseTo(0.5 * 30 + 0.3 * 31 + 0.2 * 32, 12)
  })

  it('leaves the plant that became dearer, by the stated elasticity', () => {
    const { weights } = split(Float64Array.of(33, 31, 32))
    expect(weights[0] / weights[1]).toBeCloseTo((0.5 / 0.3) * 1.1 ** -8, 10)
    expect(weights[1] / weights[2]).toBeCloseTo(1.5, 12)
  })

  it('gives nothing to a line whose sale is barred, and has no cost when all are', () => {
    expect(split(Float64Array.of(Infinity, 31, 32)).weights[0]).toBe(0)
    expect(split(Float64Array.of(Infinity, Infinity, Infinity)).mean).toBe(Infinity)
  })

  it('moves part of the way, stops where plants are full, and always adds up', () => {
    const weights = Float64Array.from(share0)
    const targets = Float64Array.of(0.1, 0.5, 0.4)
    adjustSplit(weights, targets, 0, 0, 3, 0.5, Float64Array.of(1, 1, 1))
    expect(Array.from(weights)).toEqual([0.3, 0.4, 0.30000000000000004].map((value) => expect.closeTo(value, 12)))
    const full = Float64Array.from(share0)
    adjustSplit(full, targets, 0, 0, 3, 0.5, Float64Array.of(1, 0, 1))
    expect(full[0] + full[1] + full[2]).toBeCloseTo(1, 14)
    expect(full[1]).toBeLessThan(0.4)
  })
})

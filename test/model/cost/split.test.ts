import fc from 'fast-check'
import { describe, it, expect } from 'vitest'
import { cheapestSplit, shareFactor, adjustSplit } from '../../../engine/model/cost/split.ts'

const theta = 8
const cost0 = 30
const share0 = Float64Array.of(0.5, 0.3, 0.2)

function split(cost: Float64Array): { weights: Float64Array; cost: number } {
  const weights = new Float64Array(3)
  const lines = { cost, weights, subsidy: undefined }
  return { weights, cost: cheapestSplit({ share0, thetaSplit: theta }, lines, cost0, 0, 3) }
}

/** What a split costs, line by line: weight * cost * (weight/share0)^(1/theta). */
function costOf(weights: ArrayLike<number>, cost: Float64Array): number {
  let total = 0
  for (let j = 0; j < 3; j++)
    if (weights[j] > 0) total += weights[j] * cost[j] * shareFactor(weights[j], share0[j], theta)
  return total
}

const costs = fc
  .tuple(...Array.from({ length: 3 }, () => fc.double({ min: 20, max: 60, noNaN: true })))
  .map((values) => Float64Array.from(values))

describe('volume between the plants of a product', () => {
  it('is that of the base year at base-year costs', () => {
    const base = split(Float64Array.of(cost0, cost0, cost0))
    expect(base.weights).toEqual(share0)
    expect(base.cost).toBeCloseTo(cost0, 12)
  })

  it('leaves the plant that became dearer, by the stated elasticity', () => {
    const { weights } = split(Float64Array.of(33, 30, 30))
    expect(weights[0] / weights[1]).toBeCloseTo((0.5 / 0.3) * 1.1 ** -theta, 10)
    expect(weights[1] / weights[2]).toBeCloseTo(1.5, 12)
  })

  it('is the cheapest split there is, and costs what its lines cost', () => {
    fc.assert(
      fc.property(
        costs,
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (cost, other) => {
          const best = split(cost)
          const total = other[0] + other[1] + other[2]
          expect(best.cost).toBeCloseTo(costOf(best.weights, cost), 9)
          expect(
            costOf(
              other.map((weight) => weight / total),
              cost,
            ),
          ).toBeGreaterThanOrEqual(best.cost * (1 - 1e-12))
        },
      ),
    )
  })

  it('never gets cheaper when one of its lines gets dearer', () => {
    fc.assert(
      fc.property(costs, fc.nat(2), fc.double({ min: 1, max: 3, noNaN: true }), (cost, j, factor) => {
        const dearer = Float64Array.from(cost)
        dearer[j] *= factor
        expect(split(dearer).cost).toBeGreaterThanOrEqual(split(cost).cost * (1 - 1e-14))
      }),
    )
  })

  it('gives nothing to a line whose sale is barred, and has no cost when all are', () => {
    expect(split(Float64Array.of(Infinity, 31, 32)).weights[0]).toBe(0)
    expect(split(Float64Array.of(Infinity, Infinity, Infinity)).cost).toBe(Infinity)
  })

  it('moves part of the way, stops where plants are full, and always adds up', () => {
    const weights = Float64Array.from(share0)
    const targets = Float64Array.of(0.1, 0.5, 0.4)
    adjustSplit({ weights, targets, room: Float64Array.of(1, 1, 1) }, 0, 0, 3, 0.5)
    expect(Array.from(weights)).toEqual([0.3, 0.4, 0.30000000000000004].map((value) => expect.closeTo(value, 12)))
    const full = Float64Array.from(share0)
    adjustSplit({ weights: full, targets, room: Float64Array.of(1, 0, 1) }, 0, 0, 3, 0.5)
    expect(full[0] + full[1] + full[2]).toBeCloseTo(1, 14)
    expect(full[1]).toBeLessThan(0.4)
  })
})

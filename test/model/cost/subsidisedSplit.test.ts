/** The split of a product whose lines carry different subsidies: the cheapest there is, and the usual one without. */
import fc from 'fast-check'
import { describe, it, expect } from 'vitest'
import { shareFactor, cheapestSplit } from '../../../engine/model/cost/split.ts'
import { subsidisedSplit } from '../../../engine/model/cost/subsidisedSplit.ts'

const share0 = Float64Array.of(0.5, 0.3, 0.2)
const money = (min: number, max: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(fc.double({ min, max, noNaN: true }), { minLength: 3, maxLength: 3 })
    .map((values) => Float64Array.from(values))
const theta = fc.double({ min: 2, max: 15, noNaN: true })

function split(cost: Float64Array, sums: Float64Array, power: number): { weights: Float64Array; cost: number } {
  const weights = new Float64Array(3)
  return { weights, cost: subsidisedSplit({ share0, thetaSplit: power }, { cost, weights, subsidy: sums }, sums, 0, 3) }
}

/** What a split costs, line by line: weight * (cost * (weight/share0)^(1/theta) - sum). */
function costOf(weights: ArrayLike<number>, cost: Float64Array, sums: Float64Array, power: number): number {
  let total = 0
  for (let j = 0; j < 3; j++) {
    if (weights[j] > 0) total += weights[j] * (cost[j] * shareFactor(weights[j], share0[j], power) - sums[j])
  }
  return total
}

describe('the split of a product whose lines carry different sums', () => {
  it('is the cheapest there is, and costs what its lines cost less what they are given', () => {
    fc.assert(
      fc.property(money(20, 60), money(-8, 12), money(0.01, 1), theta, (cost, sums, other, power) => {
        const best = split(cost, sums, power)
        const total = other[0] + other[1] + other[2]
        expect(best.weights[0] + best.weights[1] + best.weights[2]).toBeCloseTo(1, 12)
        expect(best.cost).toBeCloseTo(costOf(best.weights, cost, sums, power), 9)
        const otherwise = costOf(
          other.map((weight) => weight / total),
          cost,
          sums,
          power,
        )
        expect(otherwise).toBeGreaterThanOrEqual(best.cost - 1e-9)
      }),
    )
  })

  it('is the usual split without sums', () => {
    fc.assert(
      fc.property(money(20, 60), theta, (cost, power) => {
        const weights = new Float64Array(3)
        const usual = cheapestSplit({ share0, thetaSplit: power }, { cost, weights, subsidy: undefined }, 30, 0, 3)
        const found = split(cost, new Float64Array(3), power)
        expect(found.cost).toBeCloseTo(usual, 9)
        for (let j = 0; j < 3; j++) expect(found.weights[j]).toBeCloseTo(weights[j], 9)
      }),
    )
  })

  it('is left as it is by one sum for all, to the bit, and the product costs so much less', () => {
    const cost = Float64Array.of(31, 30, 34)
    const [plain, given] = [new Float64Array(3), new Float64Array(3)]
    const base = { share0, thetaSplit: 8 }
    const without = cheapestSplit(base, { cost, weights: plain, subsidy: undefined }, 30, 0, 3)
    const withSum = cheapestSplit(base, { cost, weights: given, subsidy: Float64Array.of(7.5, 7.5, 7.5) }, 30, 0, 3)
    expect(given).toEqual(plain)
    expect(withSum).toBe(without - 7.5)
  })

  it('moves towards the line that is given more, and never to one that is barred', () => {
    const even = Float64Array.of(30, 30, 30)
    const { weights, cost } = split(even, Float64Array.of(0, 7.5, 0), 8)
    expect(weights[1]).toBeGreaterThan(0.3)
    expect(cost).toBeLessThan(30 - 0.3 * 7.5)
    expect(split(Float64Array.of(30, Infinity, 30), Float64Array.of(0, 7.5, 0), 8).weights[1]).toBe(0)
    expect(
      split(
        even.map(() => Infinity),
        Float64Array.of(0, 7.5, 0),
        8,
      ).cost,
    ).toBe(Infinity)
  })
})

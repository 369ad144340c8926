import { describe, expect, it } from 'vitest'
import { fittedValues, orthonormalBasis, reweightedFits, weightedDot } from '../../engine/math/orthonormal.ts'

const ones = new Float64Array(6).fill(1)
const x = Float64Array.of(1, 2, 3, 4, 5, 6)

describe('a regression by an orthonormal basis', () => {
  it('has the fitted values of the textbook line', () => {
    // y on x: slope 1.2, intercept -0.2 by the normal equations.
    const fitted = fittedValues(orthonormalBasis([ones, x], ones), ones, Float64Array.of(1, 3, 2, 5, 6, 7))
    const slope = (fitted[5] - fitted[0]) / 5
    expect(slope).toBeCloseTo(42 / 35, 12)
    expect(fitted[0]).toBeCloseTo(4 - 2.5 * (42 / 35), 12)
  })

  it('leaves out a regressor that others explain', () => {
    const double = x.map((value) => 2 * value - 1)
    expect(orthonormalBasis([ones, x, double], ones)).toHaveLength(2)
    expect(orthonormalBasis([new Float64Array(6), x], ones)).toHaveLength(1)
  })

  it('is orthonormal for powers that nearly coincide', () => {
    const powers = [0, 1, 2, 3, 4].map((power) => x.map((value) => (100 + value) ** power))
    const basis = orthonormalBasis(powers, ones)
    for (const a of basis) for (const b of basis) expect(weightedDot(ones, a, b)).toBeCloseTo(a === b ? 1 : 0, 12)
  })

  it('takes a weight for a number of copies, and foretells what has weight 0', () => {
    const y = Float64Array.of(1, 3, 2, 5, 99, -99)
    const weights = Float64Array.of(2, 1, 1, 1, 0, 0)
    const fitted = fittedValues(orthonormalBasis([ones, x], weights), weights, y)
    const [long, longY] = [Float64Array.of(1, 1, 2, 3, 4), Float64Array.of(1, 1, 3, 2, 5)]
    const five = new Float64Array(5).fill(1)
    const same = fittedValues(orthonormalBasis([five, long], five), five, longY)
    expect(fitted[3]).toBeCloseTo(same[4], 12)
    expect(fitted[5] - fitted[4]).toBeCloseTo(same[4] - same[3], 12)
  })

  it('has the same fit under new weights by the normal equations', () => {
    const y = Float64Array.of(1, 3, 2, 5, 9, -4)
    const weights = Float64Array.of(2, 0, 1, 1, 3, 0)
    const regressors = [ones, x, x.map((value) => value * value)]
    const direct = fittedValues(orthonormalBasis(regressors, weights), weights, y)
    const [refitted] = reweightedFits(orthonormalBasis(regressors, ones), weights, [y])
    for (let n = 0; n < 6; n++) expect(refitted[n]).toBeCloseTo(direct[n], 10)
  })
})

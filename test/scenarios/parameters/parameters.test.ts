/** The table of uncertain parameters, and its flat form. */
import { describe, it, expect } from 'vitest'
import { parameterValue } from '../../../engine/model/draws/parameterLaws.ts'
import {
  type ParameterName,
  parameterIndex,
  parameterNames,
  parameterCount,
} from '../../../engine/model/draws/parameters.ts'
import { lawEnds } from '../../../scenarios/checks/lawEnds.ts'
import { flattenLaws, numbersOf } from '../../../scenarios/parameters/parameterLaws.ts'
import { parameters, correlations } from '../../../scenarios/parameters/parameters.ts'

const laws = flattenLaws()

function drawn(name: ParameterName, u: number, from = laws): number {
  return parameterValue(from, parameterIndex(name), u)
}

describe('the table of parameters', () => {
  it('has laws within their ranges, and warns of nothing that it says itself', () => {
    for (const name of parameterNames) {
      const { law, range, warning } = parameters[name]
      const [low, high] = lawEnds(law, warning)
      expect(range[0], name).toBeLessThanOrEqual(warning[0])
      expect(warning[1], name).toBeLessThanOrEqual(range[1])
      expect(low, name).toBeGreaterThanOrEqual(warning[0])
      expect(high, name).toBeLessThanOrEqual(warning[1])
      expect(numbersOf(law).every(Number.isFinite), name).toBe(true)
    }
  })

  it('says where each law comes from', () => {
    for (const { title, unit, source } of Object.values(parameters)) {
      for (const text of [title, unit, source]) expect(text.length).toBeGreaterThan(3)
    }
  })
})

describe('draws', () => {
  it('rise with the uniform, for every parameter', () => {
    for (let p = 0; p < parameterCount; p++) {
      let last = -Infinity
      for (const u of [0.001, 0.1, 0.5, 0.9, 0.999]) {
        const value = parameterValue(laws, p, u)
        expect(value).toBeGreaterThanOrEqual(last)
        last = value
      }
    }
  })

  it('reach the ends of a triangle and no further', () => {
    expect(drawn('ownElasticity', 1e-12)).toBeCloseTo(4.2, 4)
    expect(drawn('ownElasticity', 1 - 1e-12)).toBeCloseTo(6.1, 4)
    // Half the probability of the triangle 3, 4, 6 lies below 6 - sqrt(0.5 * 3 * 2).
    expect(drawn('partsTheta', 0.5)).toBeCloseTo(6 - Math.sqrt(3), 12)
  })

  it('keep paperwork costs below the duty that it saves on a car, as the claims of 2019 say it was', () => {
    expect(drawn('paperworkCost', 0.001)).toBeGreaterThan(0.002)
    expect(drawn('paperworkCost', 0.5)).toBeCloseTo(0.009, 4)
    expect(drawn('paperworkCost', 0.999)).toBeLessThan(0.025)
  })

  it('keep labour costs within three deviations of the data', () => {
    expect(drawn('labourCostScaleMX', 0.5)).toBeCloseTo(1, 12)
    expect(drawn('labourCostScaleMX', 1e-9)).toBeGreaterThanOrEqual(0.625)
    expect(drawn('labourCostScaleMX', 1 - 1e-9)).toBeLessThanOrEqual(1.375)
  })

  it('follow the scenario where it has a law of its own, or a number', () => {
    const own = flattenLaws({ nestingSigma: 0.5, rvcSlack: { law: 'uniform', low: 0, high: 0.1 } })
    expect(drawn('nestingSigma', 0.01, own)).toBe(0.5)
    expect(drawn('nestingSigma', 0.99, own)).toBe(0.5)
    expect(drawn('rvcSlack', 0.25, own)).toBeCloseTo(0.025, 12)
    expect(drawn('partsTheta', 0.25, own)).toBe(drawn('partsTheta', 0.25))
  })
})

describe('correlations', () => {
  it('come back from the factor: L times its transpose is the matrix of the table', () => {
    const { correlation } = laws
    for (let p = 0; p < parameterCount; p++) {
      for (let q = 0; q < parameterCount; q++) {
        let product = 0
        for (let k = 0; k < parameterCount; k++) {
          product += correlation[p * parameterCount + k] * correlation[q * parameterCount + k]
        }
        expect(product).toBeCloseTo(expectedCorrelation(p, q), 12)
        if (q > p) expect(correlation[p * parameterCount + q]).toBe(0)
      }
    }
  })
})

function expectedCorrelation(p: number, q: number): number {
  if (p === q) return 1
  const pair = correlations.find(([one, other]) => {
    const positions = [parameterIndex(one), parameterIndex(other)]
    return positions.includes(p) && positions.includes(q)
  })
  return pair?.[2] ?? 0
}

import { describe, it, expect } from 'vitest'
import { prepareBeliefs, discountedYears, continuationWeights } from '../../../engine/model/relocation/beliefs.ts'
import { longestCycle } from '../../../engine/model/inputs/sets.ts'

const threat = Float64Array.of(0.7, 0.3, 0, 1)
const stay = Float64Array.of(1, 0, 0, 1)

describe('beliefs about regimes', () => {
  it('are probabilities at every horizon', () => {
    const beliefs = prepareBeliefs({ yearly: Float64Array.from([...stay, ...threat, ...stay]), settled: stay }, 2, 3)
    for (let row = 0; row < beliefs.ahead.length; row += 2) {
      expect(beliefs.ahead[row] + beliefs.ahead[row + 1]).toBeCloseTo(1, 14)
    }
  })

  it('compound year by year, and a dated year counts only where it lies ahead', () => {
    const beliefs = prepareBeliefs({ yearly: Float64Array.from([...stay, ...threat, ...stay]), settled: stay }, 2, 3)
    const at = (t: number, ahead: number): number => beliefs.ahead[(t * (longestCycle + 1) + ahead) * 4 + 1]
    expect(at(0, 1)).toBe(0)
    expect(at(0, 2)).toBeCloseTo(0.3, 15)
    expect(at(1, 1)).toBeCloseTo(0.3, 15)
    expect(at(2, 5)).toBe(0)
    expect(beliefs.settledFrom).toBe(2)
  })

  it('weigh years by the discount factor, and split at the lag without losing any', () => {
    const beliefs = prepareBeliefs({ yearly: new Float64Array(0), settled: threat }, 2, 0)
    const whole = new Float64Array(4)
    const before = new Float64Array(4)
    const after = new Float64Array(4)
    discountedYears(beliefs, 0, 0, 6, 0.9, whole)
    discountedYears(beliefs, 0, 0, 2, 0.9, before)
    discountedYears(beliefs, 0, 2, 6, 0.9, after)
    whole.forEach((value, cell) => expect(before[cell] + after[cell]).toBeCloseTo(value, 14))
    expect(whole[0] + whole[1]).toBeCloseTo((1 - 0.9 ** 6) / 0.1, 12)
    const next = new Float64Array(4)
    continuationWeights(beliefs, 0, 6, 0.9, next)
    expect(next[0]).toBeCloseTo((0.9 * 0.7) ** 6, 14)
  })
})

import { describe, expect, test } from 'vitest'
import { convergenceOf } from '../../../engine/analysis/precision/convergence.ts'
import { estimateOf } from '../../../engine/analysis/precision/estimate.ts'
import { samplingGroups, type Groups } from '../../../engine/math/groupError.ts'
import { normalSample } from './normalSample.ts'

const values = normalSample(60, 4)
const groups: Groups = { count: 6, of: Int32Array.from(values, (_, d) => d % 6) }

describe('an estimate from groups that are independent of each other', () => {
  test("has the half width of the groups' means, by Student", () => {
    const means = Array.from(
      { length: 6 },
      (_, g) => values.filter((_, d) => d % 6 === g).reduce((sum, v) => sum + v, 0) / 10,
    )
    const centre = means.reduce((sum, mean) => sum + mean, 0) / 6
    const deviation = Math.sqrt(means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0) / 5)
    // The 97.5% quantile of Student's t with 5 degrees of freedom is 2.5706.
    expect(estimateOf(values, { statistic: 'difference' }, 0.95, groups).halfWidth).toBeCloseTo(
      (2.5706 * deviation) / Math.sqrt(6),
      4,
    )
  })

  test('is the same figure as of independent replicates, with another half width', () => {
    for (const statistic of [
      { statistic: 'quantile', probability: 0.5 },
      { statistic: 'probabilityBetter' },
    ] as const) {
      const [grouped, independent] = [estimateOf(values, statistic, 0.9, groups), estimateOf(values, statistic, 0.9)]
      expect(grouped.estimate).toBeCloseTo(independent.estimate, 12)
      expect(grouped.halfWidth).not.toBe(independent.halfWidth)
      expect(grouped.halfWidth).toBeGreaterThan(0)
    }
  })

  test('is bounded by nothing where there is one group, and a share of none by what independent draws say', () => {
    const one: Groups = { count: 1, of: new Int32Array(60) }
    for (const statistic of [{ statistic: 'mean' }, { statistic: 'quantile', probability: 0.5 }] as const) {
      expect(estimateOf(values, statistic, 0.95, one).halfWidth).toBe(Infinity)
    }
    const none = { statistic: 'probability', above: 99 } as const
    expect(estimateOf(values, none, 0.95, groups)).toEqual(estimateOf(values, none, 0.95))
  })

  test('settles batch by batch on the groups so far', () => {
    const sampling = { kind: 'latin-hypercube', strata: 10 } as const
    const rows = convergenceOf(
      values,
      new Uint8Array(60),
      { statistic: 'mean' },
      0.95,
      [10, 60],
      samplingGroups(sampling, 60),
    )
    expect(rows[0].halfWidth).toBe(Infinity)
    expect(rows[1]).toEqual(estimateOf(values, { statistic: 'mean' }, 0.95, samplingGroups(sampling, 60)))
  })
})

/** How likely something is, with its interval. */
import { describe, expect, test } from 'vitest'
import { chanceOf } from '../../engine/analysis/chance.ts'
import { wilsonInterval } from '../../engine/math/samplingError.ts'
import { groupInterval, groupMeanError, samplingGroups } from '../../engine/math/groupError.ts'

const values = Float64Array.from({ length: 40 }, (_, d) => (d * 7) % 40)
const good = new Uint8Array(40)
const isLow = (value: number): boolean => value < 10

describe('a chance', () => {
  test('is the share of good replicates, with Wilson’s interval where they are independent', () => {
    const status = good.with(1, 1)
    const found = chanceOf(values, status, isLow)
    expect(found).toEqual({ value: 9 / 39, ...wilsonInterval(9, 39, 0.95), n: 39, failed: 1 })
  })

  test('has the error of the groups of a design, within 0 and 1', () => {
    const groups = samplingGroups({ kind: 'sobol', scramblings: 4 }, 40)
    if (groups === undefined) throw new Error('a scrambled design has groups')
    const found = chanceOf(values, good, (value) => value % 8 < 1, groups)
    const error = groupMeanError(
      values.map((value) => (value % 8 < 1 ? 1 : 0)),
      groups,
    )
    const { high } = groupInterval(found.value, error, 4, 0.95)
    expect(error).toBeGreaterThan(0)
    expect(found).toMatchObject({ low: 0, high: Math.min(1, high) })
  })

  test('of what never happens is not taken for certain, in groups either', () => {
    const groups = samplingGroups({ kind: 'latin-hypercube', strata: 10 }, 40)
    const never = chanceOf(values, good, () => false, groups)
    expect(never).toEqual({ value: 0, ...wilsonInterval(0, 40, 0.95), n: 40, failed: 0 })
    expect(never.high).toBeGreaterThan(0.05)
  })

  test('is not a number where no replicate is good', () => {
    const none = new Uint8Array(40).fill(1)
    expect(chanceOf(values, none, isLow)).toMatchObject({ value: NaN, n: 0, failed: 40 })
  })
})

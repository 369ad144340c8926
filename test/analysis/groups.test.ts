import { describe, expect, test } from 'vitest'
import { comparePairs, probability } from '../../engine/analysis/paired.ts'
import { summarise } from '../../engine/analysis/summary.ts'
import { groupMeanError, samplingGroups, type Groups } from '../../engine/math/groupError.ts'

const inPairs = (replicates: number): Groups => samplingGroups({ kind: 'latin-hypercube', strata: 2 }, replicates)!
const good = new Uint8Array(6)

describe('a summary of replicates in groups', () => {
  test('differs from one of independent replicates by its standard error and the number of groups alone', () => {
    const values = Float64Array.of(1, 5, 2, 4, 3, 3)
    const independent = summarise(values, good, new Float64Array(6))
    // Every pair has mean 3: what differs inside groups is no error of the mean.
    expect(summarise(values, good, new Float64Array(6), inPairs(6))).toEqual({
      ...independent,
      standardError: 0,
      groups: 3,
    })
    expect(independent).not.toHaveProperty('groups')
  })

  test('keeps each value in its group when replicates before it failed', () => {
    const status = Uint8Array.of(1, 0, 0, 0, 0, 0)
    const { standardError, groups } = summarise(
      Float64Array.of(NaN, 1, 2, 4, 7, 9),
      status,
      new Float64Array(6),
      inPairs(6),
    )
    const left = { count: 3, of: Int32Array.of(0, 1, 1, 2, 2) }
    expect(standardError).toBe(groupMeanError(Float64Array.of(1, 2, 4, 7, 9), left))
    expect(groups).toBe(3)
  })

  test('does not count a group of which all failed', () => {
    const status = Uint8Array.of(0, 0, 1, 1, 0, 0)
    expect(summarise(Float64Array.of(1, 2, NaN, NaN, 3, 4), status, new Float64Array(6), inPairs(6)).groups).toBe(2)
  })
})

describe('a paired comparison of replicates in groups', () => {
  const before = Float64Array.of(10, 20, 10, 20, 10, 20)
  const compare = (after: Float64Array, groups?: Groups): ReturnType<typeof comparePairs> =>
    comparePairs({ values: before, status: good }, { values: after, status: good }, 'up', new Float64Array(12), groups)

  test('takes the errors of the difference, the change and the chance of better from the groups', () => {
    // Differences 1, -3 in every group: all groups have the same mean difference, change and share of better.
    const alike = compare(Float64Array.of(11, 17, 11, 17, 11, 17), inPairs(6))
    expect(alike.difference.standardError).toBeCloseTo(0, 12)
    expect(alike.relativeStandardError).toBeCloseTo(0, 12)
    expect(alike.better).toEqual({ value: 0.5, standardError: 0 })
    expect(alike.difference.groups).toBe(3)
  })

  test('has the errors of independent replicates when each is a group', () => {
    const after = Float64Array.of(11, 26, 8, 23, 15, 19)
    const each = compare(after, samplingGroups({ kind: 'latin-hypercube', strata: 1 }, 6))
    const independent = compare(after)
    expect(each.difference.standardError).toBeCloseTo(independent.difference.standardError, 12)
    expect(each.relativeStandardError).toBeCloseTo(independent.relativeStandardError, 12)
    expect(each.better!.standardError).toBeCloseTo(Math.sqrt(((4 / 6) * (2 / 6)) / 5), 12)
  })

  test('is never certain of a chance of 0 or 1', () => {
    expect(compare(Float64Array.of(11, 21, 11, 21, 11, 21), inPairs(6)).better).toEqual(probability(6, 6))
  })
})

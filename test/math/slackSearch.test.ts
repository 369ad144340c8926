import { describe, expect, it } from 'vitest'
import {
  beginSlack,
  createSlackSearch,
  searchSlack,
  slackTolerance,
  type SlackSearch,
} from '../../engine/math/slackSearch.ts'
import { uniforms } from '../reference/sampleMarket.ts'

type Excess = (level: Float64Array) => readonly number[]

function solve(n: number, excessAt: Excess, start?: readonly number[]): SlackSearch {
  const search = createSlackSearch(n)
  search.level.set(start ?? Array.from({ length: n }, () => 0))
  beginSlack(search)
  do search.excess.set(excessAt(search.level))
  while (searchSlack(search))
  return search
}

/** Excess of n substitutes: each level lowers its own by about one, and raises that of others by up to 0.9 in sum. */
function substitutes(n: number, seed: number): Excess {
  const uniform = uniforms(seed)
  const own = Array.from({ length: n }, () => 0.6 + uniform())
  const cross = Array.from({ length: n }, () => Array.from({ length: n }, () => uniform()))
  const constant = Array.from({ length: n }, () => uniform() - 0.4)
  const weight = cross.map((row, i) => (0.9 * own[i]) / row.reduce((sum, each) => sum + each, 0))
  return (level) =>
    own.map((slope, i) => {
      const others = cross[i].reduce((sum, each, k) => sum + (k === i ? 0 : each * level[k]), 0)
      return constant[i] - slope * level[i] + weight[i] * others
    })
}

/** The same by small steps from 0, thousands of them. */
function slowly(n: number, excessAt: Excess): Float64Array {
  const level = new Float64Array(n)
  for (let round = 0; round < 20_000; round++) {
    const excess = excessAt(level)
    for (let i = 0; i < n; i++) level[i] = Math.max(0, level[i] + 0.2 * excess[i])
  }
  return level
}

describe('a search for slack', () => {
  it('finds levels that leave no excess, and no level where there is room', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const n = 1 + (seed % 30)
      const excessAt = substitutes(n, seed)
      const { level, solved, round } = solve(n, excessAt)
      expect(solved).toBe(1)
      expect(round).toBeLessThan(40)
      const there = excessAt(level)
      level.forEach((u, i) => {
        expect(u).toBeGreaterThanOrEqual(0)
        expect(there[i]).toBeLessThan(slackTolerance)
        expect(Math.min(u, -there[i])).toBeLessThan(slackTolerance)
      })
      slowly(n, excessAt).forEach((u, i) => expect(level[i]).toBeCloseTo(u, 2))
    }
  })

  it('has the same end from another beginning', () => {
    const excessAt = substitutes(12, 5)
    const one = solve(12, excessAt)
    const other = solve(
      12,
      excessAt,
      Array.from({ length: 12 }, (_, i) => i),
    )
    one.level.forEach((u, i) => expect(other.level[i]).toBeCloseTo(u, 2))
  })

  it('is done at once where there is no excess', () => {
    const { level, round, solved } = solve(3, () => [-1, 0, -Infinity])
    expect([...level, round, solved]).toEqual([0, 0, 0, 0, 1])
  })

  it('finds a level that is far away along a curve', () => {
    const { level, solved } = solve(1, ([u]) => [Math.log(2e5) - 8 * Math.log(1 + u / 6)])
    expect(solved).toBe(1)
    expect(level[0]).toBeCloseTo(6 * (Math.pow(2e5, 1 / 8) - 1), 2)
  })

  it('says so where there is none', () => {
    expect(solve(2, () => [1, -1]).solved).toBe(0)
  })
})

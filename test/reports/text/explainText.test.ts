/** What `explain` prints: sums that a reader can add up, and two scenarios beside each other. */
import { describe, expect, test } from 'vitest'
import { type Explanation, explain, explainScenarios } from '../../../engine/model/explain/explain.ts'
import { createWorkspace } from '../../../engine/model/history/workspace.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { besideText } from '../../../reports/text/explainBeside.ts'
import { explanationText } from '../../../reports/text/explainText.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import { baseRegime, chain, fromFirstYear, smallScenario, tariffRegime } from '../../reference/smallPolicy.ts'

const years = 12
const industry = smallIndustry()
const cheap = constantLaws({ sunkCostExistingPlant: 0.2, sunkCostNewPlant: 0.8 })
const regimes = [baseRegime, tariffRegime(0.25), tariffRegime(0.1)]
const base = smallScenario('base', industry, [baseRegime], { truth: fromFirstYear(1, years, 0), years })
const tariff = smallScenario('tariff', industry, regimes.slice(0, 2), { truth: fromFirstYear(2, years, 1), years })
const threat = smallScenario('threat', industry, regimes, {
  truth: chain(3, years, [0.5, 0.3, 0.2, 0.2, 0.8, 0, 0.3, 0, 0.7]),
  years,
})
/** A pickup built in Mexico, and a car. */
const lines = [6, 2]

function explained(seed: number, ...scenarios: readonly CompiledScenario[]): readonly Explanation[] {
  return explainScenarios(createWorkspace(industry, cheap, scenarios), rootKey(seed), 12, { lines, plant: 3 })
}

/** The figures at the end of a line, as they are printed. */
function figures(line: string): readonly number[] {
  const words = /(?:\s\s+[+-]?[\d,.]+)+$/.exec(line)?.[0].trim().split(/\s+/) ?? []
  return words.map((word) => Number(word.replaceAll(',', '')))
}

/** [column] sums of rows. */
function columnSums(rows: readonly string[]): readonly number[] {
  return figures(rows[0]).map((_, c) => rows.reduce((sum, row) => sum + figures(row)[c], 0))
}

function rowsCalled(text: string, title: RegExp): readonly string[] {
  return text.split('\n').filter((line) => title.test(line.trim()))
}

const isRule = (line: string): boolean => /^[\s-]+$/.test(line) && line.includes('-')

describe('one scenario', () => {
  test.each([1, 2, 3, 4, 5, 6])('the parts of every sum add up to the totals that are printed (seed %i)', (seed) => {
    const text = explanationText('Atlas Saltillo', 'threat', explained(seed, threat)[0])
    const all = text.split('\n')
    const moves = all.flatMap((line, n) => (line.startsWith('To ') ? [all.slice(n + 1, n + 9)] : []))
    expect(moves.length).toBeGreaterThan(0)
    for (const [profits, sunk, rule, now, again, later, ruled, gain] of moves) {
      expect([rule, ruled].every(isRule)).toBe(true)
      expect(figures(now)).toEqual(columnSums([profits, sunk]))
      expect(figures(gain)).toEqual(columnSums([now, again, later]))
    }
    const first = all.findIndex((line) => line.startsWith('A vehicle'))
    const parts = all.slice(first + 1, first + 7)
    expect(figures(all[first + 8])).toEqual(columnSums(parts))
    const known = rowsCalled(text, /^(sum|all parts) before the gap/)
    const gaps = rowsCalled(text, /^gap to today/)
    const totals = rowsCalled(text, /^delivered cost/)
    const against = rowsCalled(text, /^over today's place/)
    expect(known).toHaveLength(lines.length)
    known.forEach((row, n) => {
      expect(figures(totals[n])).toEqual(columnSums([row, gaps[n]]))
      const [here, ...others] = figures(totals[n])
      expect(figures(against[n])).toEqual(others.map((cost) => cost - here))
    })
  })

  test('says in words what the gap is, and fits the width that it is given', () => {
    const [explanation] = explained(1, threat)
    for (const width of [60, 80, 120]) {
      const text = explanationText('Atlas Saltillo', 'threat', explanation, width)
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width)
    }
    const text = explanationText('Atlas Saltillo', 'threat', explanation).replaceAll('\n', ' ')
    expect(text).toContain('is no measured cost')
    expect(text).toContain("under the rules of the base year no place beats today's")
    expect(text).not.toMatch(/NaN|undefined|Infinity|efficiency/)
  })

  test('tells what a vehicle costs also where policy never changes', () => {
    const text = explanationText('x', 'base', explained(1, base)[0])
    expect(text).toContain('never compares places')
    expect(text).toMatch(/^delivered cost +\d/m)
  })
})

describe('two scenarios beside each other', () => {
  test('are each what it is by itself, on the same draws', () => {
    const both = explained(3, tariff, threat)
    expect(both).toEqual([explained(3, tariff)[0], explained(3, threat)[0]])
    const alone = explain(createWorkspace(industry, cheap, [tariff]), rootKey(3), 12, lines, 3)
    expect(both[0]).toEqual(alone)
  })

  test.each([1, 2, 3])(
    'add up down the columns, and the third column is the second less the first (seed %i)',
    (seed) => {
      const [a, b] = explained(seed, base, tariff)
      const text = besideText('x', { name: 'base', explanation: a }, { name: 'tariff', explanation: b })
      const all = text.split('\n')
      const start = all.indexOf('A vehicle, delivered, USD:') + 2
      const end = all.findIndex((line, n) => n > start && isRule(line))
      expect(end - start).toBe(7)
      expect(figures(all[end + 1])).toEqual(columnSums(all.slice(start, end)))
      const rows = all.map(figures).filter((row) => row.length === 3)
      expect(rows.length).toBeGreaterThan(10)
      for (const [one, other, change] of rows) expect(change).toBe(other - one)
      expect(Math.max(...all.map((line) => line.length))).toBeLessThanOrEqual(80)
    },
  )

  test('differ by the duty alone where the tariff is all that differs', () => {
    const [a, b] = explained(2, base, tariff)
    const text = besideText('x', { name: 'base', explanation: a }, { name: 'tariff', explanation: b })
    const changed = text.split('\n').filter((line) => line.startsWith('  ') && figures(line).length === 3)
    const costs = changed.filter((line) => /parts|assembly|papers|freight|gap/.test(line))
    for (const line of costs) expect(figures(line)[2], line).toBe(0)
    expect(figures(rowsCalled(text, /^duty/)[0])[2]).toBeGreaterThan(0)
  })
})

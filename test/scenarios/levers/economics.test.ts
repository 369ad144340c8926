/** What single levers do, in the direction that economics has it, and that they say what scenarios of the library say. */
import { describe, expect, test } from 'vitest'
import { applyLevers, valueIn } from '../../../scenarios/levers/apply.ts'
import { leverOf } from '../../../scenarios/levers/table.ts'
import type { LeverSettings } from '../../../scenarios/levers/lever.ts'
import type { LeverValue } from '../../../scenarios/file/values.ts'
import { meaningOf } from './meaning.ts'
import { outcomesOf, plain, yearsOf } from './trying.ts'

/** Means over a few replicates of an outcome in the last year, one for each of the settings. */
function lastYears(name: string, id: string, settings: readonly LeverSettings[]): readonly number[] {
  const scenarios = settings.map((set) => applyLevers(plain(name), set))
  const replicates = [0, 1, 2, 3, 4, 5].map((replicate) => outcomesOf(scenarios, replicate))
  return scenarios.map((_, s) => replicates.reduce((sum, found) => sum + yearsOf(found[s], id).at(-1)!, 0) / 6)
}

function standsAt(name: string, id: string): LeverValue | undefined {
  return valueIn(plain(name), leverOf(id)!)
}

describe('a lever stands at what the scenario says', () => {
  test.each([
    ['path-2026', 'us-tariff-mexico', 0.25],
    ['base', 'us-tariff-mexico', 0],
    ['path-2026', 'us-tariff-counts', 'nonUsContent'],
    ['usmca-2025-tariffs', 'us-tariff-counts', 'value'],
    ['usmca-2025-tariffs', 'us-tariff-canada', 0.25],
    ['tariff-carved-out', 'us-tariff-non-compliant', 0.25],
    ['canada-50-from-2027', 'us-tariff-canada', 0.5],
    ['canada-50-from-2027', 'us-tariff-mexico', 0.25],
    ['path-2026', 'us-tariff-japan', 0.15],
    ['path-2026', 'us-tariff-uk', 0.1],
    ['base', 'us-tariff-korea', 0],
    ['korea-25', 'us-tariff-korea', 0.25],
    ['path-2026', 'us-parts-overseas', 0.169],
    ['content-85', 'content-regional', 0.85],
    ['core-parts-90', 'content-core', 0.9],
    ['wage-floor-25', 'content-labour-wage', 25],
    ['us-content-floor-40', 'content-us', 0.4],
    ['no-roll-up', 'content-roll-up', 0],
    ['china-content-cap', 'content-china-cap', 0.05],
    ['chinese-owned-suppliers', 'content-chinese-owned', true],
    ['agreement-ends', 'agreement-end', '2027'],
    ['metal-export-limits', 'mexico-metals-withheld', 0.33],
    ['no-metal-duties', 'us-metals-canada', 0],
    ['path-2026', 'us-assembly-credit', 0.0375],
    ['ev-credit', 'us-electric-credit', 7500],
    ['path-2026', 'us-electric-credit', 0],
    ['path-2026', 'canada-surtax', 0.25],
    ['retaliation', 'mexico-surtax', 0.25],
    ['chinese-entry', 'chinese-markets', 'us-and-canada'],
    ['chinese-entry', 'chinese-ban', false],
    ['path-2026', 'chinese-ban', true],
    ['announced-plants', 'announced-plants', true],
    ['weaker-peso', 'peso', -0.1],
    ['mexican-wages', 'wages-mexico', 0.15],
  ])('%s: %s is %s', (name, id, value) => expect(standsAt(name, id)).toBe(value))
})

/** What a scenario of the library and levers on the one that it changes both say; events lead to other names of regimes. */
test.each([
  ['announced-plants', { 'announced-plants': true }],
  ['wage-floor-25', { 'content-labour-wage': 25 }],
  ['core-parts-90', { 'content-core': 0.9 }],
  ['labour-value-50', { 'content-labour': 0.5 }],
  ['no-roll-up', { 'content-roll-up': 0 }],
  ['us-content-floor-50', { 'content-us': 0.5 }],
  ['china-content-cap', { 'content-china-cap': 0.05 }],
  ['chinese-owned-suppliers', { 'content-china-cap': 0.05, 'content-chinese-owned': true }],
  ['tariff-25-from-2027', { 'us-tariff-counts': 'value' }],
  ['canada-50-from-2027', { 'us-tariff-canada': 0.5 }],
  ['metal-export-limits', { 'mexico-metals-withheld': 0.33 }],
  ['korea-25', { 'us-tariff-korea': 0.25, 'us-tariff-non-compliant': 0 }],
])('%s is path-2026 with %o', (name, settings) => {
  const set = settings as LeverSettings
  const isAlmost = name === 'canada-50-from-2027' || name === 'korea-25'
  const [file, levered] = outcomesOf([plain(name), applyLevers(plain('path-2026'), set)], 0)
  for (const id of ['output.US', 'output.MX', 'priceIndex.US', 'vehicleDuties.US']) {
    const [said, found] = [file, levered].map((outcomes) => yearsOf(outcomes, id).at(-1)!)
    expect(Math.abs(found / said - 1), id).toBeLessThan(isAlmost ? 0.05 : 1e-9)
  }
})

test('a higher tariff on Mexico lowers what Mexico builds, and raises US prices', () => {
  const rates = [0, 0.25, 0.6].map((rate) => ({ 'us-tariff-mexico': rate }))
  const output = lastYears('path-2026', 'output.MX', rates)
  expect(output[0]).toBeGreaterThan(output[1])
  expect(output[1]).toBeGreaterThan(output[2])
  const prices = lastYears('path-2026', 'priceIndex.US', rates)
  expect(prices[0]).toBeLessThan(prices[1])
  expect(prices[1]).toBeLessThan(prices[2])
})

test('what counts, and from when, matter as they should', () => {
  const [onContent, onValue, late] = lastYears('path-2026', 'output.MX', [
    {},
    { 'us-tariff-counts': 'value' },
    { 'us-tariff-counts': 'value', 'levers-from': 2036 },
  ])
  expect(onValue).toBeLessThan(onContent)
  expect(late).toBeGreaterThan(onValue)
})

test('dearer Mexican work, a threat and the end of the agreement each lower what Mexico builds', () => {
  const [today, wages, threat, end] = lastYears('path-2026', 'output.MX', [
    {},
    { 'wages-mexico': 1 },
    { 'threat-chance': 0.5, 'threat-rate': 1 },
    { 'agreement-end': '2027' },
  ])
  expect(wages).toBeLessThan(today)
  expect(threat).toBeLessThan(today)
  expect(end).toBeLessThan(today)
})

test('a regime with a rule of its own keeps it: what is threatened stays the threat', () => {
  const threatened = applyLevers(plain('threat-only'), { 'us-tariff-mexico': 0.1 })
  const rates = Object.entries(threatened.policy.regimes).map(([name, regime]) => {
    const scenario = { ...threatened, content: { policy: { start: name, regimes: { [name]: regime } } } }
    return [name, valueIn(scenario, leverOf('us-tariff-mexico')!)] as const
  })
  expect(Object.fromEntries(rates)).toEqual({ usmca: 0.1, 'tariff-25': 0.25 })
})

test('rules before the day stay, and so does the policy of the base year', () => {
  const path = plain('path-2026')
  const changed = applyLevers(path, { 'us-tariff-mexico': 0, 'us-tariff-japan': 0.5, 'levers-from': 2030 })
  expect(changed.baseRegime).toBe(path.baseRegime)
  const [before, after] = outcomesOf([path, changed], 0).map((outcomes) => yearsOf(outcomes, 'dutyRate.MX'))
  expect(meaningOf(changed.content)).not.toBe(meaningOf(path.content))
  // Makers know what comes, but customs charges what is in force: rates of 2024 and 2025, in which nothing has moved yet.
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
  expect(after.at(-1)).toBeLessThan(before.at(-1)!)
})

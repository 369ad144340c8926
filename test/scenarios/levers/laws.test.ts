/** What holds for every lever of the table, whatever it changes. */
import { describe, expect, test } from 'vitest'
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import { canonicalJson } from '../../../scenarios/file/canonicalJson.ts'
import type { ResolvedScenario } from '../../../scenarios/file/resolved.ts'
import type { ScenarioFile } from '../../../scenarios/file/scenario.ts'
import { applyLevers, contentWith, valueIn } from '../../../scenarios/levers/apply.ts'
import { leverGroups, type Lever, type LeverSettings } from '../../../scenarios/levers/lever.ts'
import { settingMistake } from '../../../scenarios/levers/settings.ts'
import { leverOf, levers } from '../../../scenarios/levers/table.ts'
import { meaningOf } from './meaning.ts'
import { plain, trying, valuesOf, withSet, yearsOf } from './trying.ts'

const path = plain('path-2026')
const base = plain('base')
/** A plant moves or stays as a whole: of so many replicates one at least shows what a small change does. */
const mostReplicates = 8
const each = levers.map((lever) => [lever.id, lever] as const)

test('ids and titles are each one lever’s, groups stand together in their order, and outcomes exist', () => {
  expect(new Set(levers.map(({ id }) => id)).size).toBe(levers.length)
  expect(new Set(levers.map(({ title }) => title)).size).toBe(levers.length)
  for (const { id, outcomes } of levers) {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    expect(outcomes.filter((outcome) => !outcomeDefinitions.some((one) => one.id === outcome))).toEqual([])
    expect(leverOf(id)?.id).toBe(id)
  }
  const groups = [...new Set(levers.map(({ group }) => group))]
  expect(groups).toEqual(leverGroups.filter((group) => groups.includes(group)))
  expect(levers.map(({ group }) => groups.indexOf(group))).toEqual(
    levers.map(({ group }) => groups.indexOf(group)).toSorted((one, other) => one - other),
  )
})

describe.each(each)('%s', (_, lever) => {
  test('stands today at a value that it may be set to', () => {
    const today = valueIn(path, lever)
    expect(today).toBeDefined()
    expect(settingMistake(lever.id, today!)).toBeUndefined()
  })

  test('changes nothing at what it stands at, and twice is once', () => {
    for (const scenario of [path, base]) {
      const today = valueIn(scenario, lever)
      if (today !== undefined) expect(applyLevers(scenario, { [lever.id]: today })).toBe(scenario)
      for (const value of valuesOf(lever)) {
        const set = { ...lever.needs, [lever.id]: value }
        const once = contentWith(scenario.content, set)
        expect(canonicalJson(contentWith(once, set)) === canonicalJson(once), `${lever.id} at ${String(value)}`).toBe(
          true,
        )
      }
    }
  })

  test('over its range passes the checks, and a page makes of it what a file does', () => {
    for (const value of valuesOf(lever)) {
      const set = { ...lever.needs, [lever.id]: value }
      const applied = applyLevers(path, set)
      expect(isSamePolicy(withSet('path-2026', set), applied), `at ${String(value)}`).toBe(true)
      if (lever.id !== 'levers-from') expect(valueIn(applied, lever, set)).toBe(value)
    }
  })

  test('moves an outcome that it names, and written anew at what it stands at none', () => {
    const scenarios = valuesOf(lever).map((value) => applyLevers(path, { ...lever.needs, [lever.id]: value }))
    const replicateOf = trying([path, writtenAnew(lever), ...scenarios])
    const isMoved = Array.from({ length: mostReplicates }, (_, replicate) => replicate).some((replicate) => {
      const [asItIs, anew, ...moved] = replicateOf(replicate)
      for (const id of lever.outcomes) {
        yearsOf(anew, id).forEach((value, t) => expect(value).toBeCloseTo(yearsOf(asItIs, id)[t], 6))
      }
      return lever.outcomes.some((id) => new Set(moved.map((outcomes) => yearsOf(outcomes, id).join())).size > 1)
    })
    expect(isMoved, `${lever.id} moves none of ${lever.outcomes.join(', ')}`).toBe(true)
  })
})

function isSamePolicy(one: ResolvedScenario, other: ResolvedScenario): boolean {
  const { title: _, question: __, note: ___, sources: ____, ...texts } = one.content
  const [said, others] = [one, other].map(({ content, policy, baseRegime }) =>
    canonicalJson([Object.keys(texts).map((key) => Reflect.get(content, key) as unknown), policy, baseRegime]),
  )
  return said === others
}

/** The path with the lever's rule written again at today's value: other words for the same rules. */
function writtenAnew(lever: Lever): typeof path {
  const today = valueIn(path, lever)
  const content = today === undefined ? path.content : lever.write(path.content, today, '2027-01-01')
  const regimes = { ...path.policy.regimes, ...content.policy?.regimes }
  return { ...path, content, policy: { ...path.policy, regimes: regimes as typeof path.policy.regimes } }
}

test('different levers commute unless the table says that they touch the same', () => {
  const alone = new Map(changing.map((lever) => [lever, contentWith(path.content, settingsOf(lever))]))
  // Set together, the earlier one of the table is set first: here it comes after the other. But for regimes that may come, which are made
  // of the rules in force, and so after them.
  for (const [n, one] of changing.entries()) {
    for (const other of changing.slice(n + 1)) {
      if (makesRegimes(other) || touchSame(one, other)) continue
      const [set, otherSet] = [one, other].map(settingsOf)
      const together = contentWith(path.content, { ...set, ...otherSet })
      const after = contentWith(alone.get(other) ?? path.content, set)
      expect(isSameMeaning(after, together), `${one.id} after ${other.id}`).toBe(true)
    }
  }
})

/** From when the others hold is no change by itself. */
const changing = levers.filter(({ id }) => id !== 'levers-from')

function settingsOf(lever: Lever): LeverSettings {
  return { ...lever.needs, [lever.id]: valuesOf(lever)[0] }
}

function makesRegimes(lever: Lever): boolean {
  return Object.keys(settingsOf(lever)).some((id) => leverOf(id)?.group === 'Agreement and threats')
}

function isSameMeaning(one: ScenarioFile, other: ScenarioFile): boolean {
  return canonicalJson(one) === canonicalJson(other) || meaningOf(one) === meaningOf(other)
}

function touchSame(one: Lever, other: Lever): boolean {
  const [set, otherSet] = [one, other].map(settingsOf)
  const needed = Object.keys(set).some((id) => Object.hasOwn(otherSet, id))
  return needed || touchedBy(one).some((what) => touchedBy(other).includes(what))
}

function touchedBy(lever: Lever): readonly string[] {
  return Object.keys(settingsOf(lever)).flatMap((id) => leverOf(id)?.touches ?? [])
}

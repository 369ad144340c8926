/** What holds for every lever of the table, whatever it changes. */
import { describe, expect, test } from 'vitest'
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import { canonicalJson } from '../../../scenarios/file/write.ts'
import type { ResolvedScenario } from '../../../scenarios/file/resolved.ts'
import { applyLevers, contentWith, valueIn } from '../../../scenarios/levers/apply.ts'
import { leverGroups, type Lever } from '../../../scenarios/levers/lever.ts'
import { settingMistake } from '../../../scenarios/levers/settings.ts'
import { leverOf, levers } from '../../../scenarios/levers/table.ts'
import { meaningOf } from './meaning.ts'
import { outcomesOf, plain, valuesOf, withSet, yearsOf } from './trying.ts'

const path = plain('path-2026')
const base = plain('base')
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
    const [asItIs, anew, ...moved] = outcomesOf([path, writtenAnew(lever), ...scenarios], 1).map(([first]) => first)
    for (const id of lever.outcomes) {
      yearsOf(anew, id).forEach((value, t) => expect(value).toBeCloseTo(yearsOf(asItIs, id)[t], 6))
    }
    const isMoved = lever.outcomes.some((id) => new Set(moved.map((outcomes) => yearsOf(outcomes, id).join())).size > 1)
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
  const settings = levers.map((lever) => ({ lever, set: { ...lever.needs, [lever.id]: valuesOf(lever)[0] } }))
  for (const one of settings) {
    for (const other of settings) {
      if (one === other || touchSame(one.lever, other.lever)) continue
      const first = contentWith(contentWith(path.content, one.set), other.set)
      const last = contentWith(contentWith(path.content, other.set), one.set)
      const isSame = canonicalJson(last) === canonicalJson(first) || meaningOf(last) === meaningOf(first)
      expect(isSame, `${one.lever.id} and ${other.lever.id}`).toBe(true)
    }
  }
})

function touchSame(one: Lever, other: Lever): boolean {
  const needed = [one, other].some(({ needs = {} }) =>
    Object.keys(needs).some((id) => id === one.id || id === other.id),
  )
  return needed || touchedBy(one).some((what) => touchedBy(other).includes(what))
}

function touchedBy(lever: Lever): readonly string[] {
  const needed = Object.keys(lever.needs ?? {}).flatMap((id) => leverOf(id)?.touches ?? [])
  return [...(lever.touches ?? []), ...needed]
}

/** What a scenario that extends another takes over, changes and takes away. */
import fc from 'fast-check'
import { describe, it, expect } from 'vitest'
import { merge, isPlainObject, withoutNulls } from '../../../scenarios/file/merge.ts'
import { scenarioWriters } from '../../../scenarios/file/write.ts'
import { canonicalJson } from '../../../scenarios/file/canonicalJson.ts'
import { writeYaml } from '../../../scenarios/file/yaml.ts'
import { loadFiles } from '../scenarioFiles.ts'

const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.array(fc.integer(), { maxLength: 3 }))
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof({ maxDepth: 3 }, leaf, fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('tree'), { maxKeys: 3 })),
}))
const map = fc.dictionary(fc.constantFrom('a', 'b', 'c'), tree, { maxKeys: 3 })

describe('joining two scenarios', () => {
  it('changes nothing where one of them says nothing', () => {
    fc.assert(
      fc.property(map, (one) => {
        expect(merge(one, {})).toEqual(one)
        expect(merge({}, one)).toEqual(one)
        expect(merge(one, one)).toEqual(one)
      }),
    )
  })

  it('lets the later win, key by key', () => {
    fc.assert(
      fc.property(map, map, (one, other) => {
        const joined = merge(one, other)
        if (!isPlainObject(joined)) throw new Error('two maps join to a map')
        expect(new Set(Object.keys(joined))).toEqual(new Set([...Object.keys(one), ...Object.keys(other)]))
        for (const key of Object.keys(joined)) {
          const expected = Object.hasOwn(other, key) ? merge(one[key], other[key]) : one[key]
          expect(joined[key]).toEqual(expected)
        }
      }),
    )
  })

  it('does not hang on the order of what touches different keys', () => {
    fc.assert(
      fc.property(map, map, map, (base, one, other) => {
        const left = { first: one }
        const right = { second: other }
        expect(merge(merge(base, left), right)).toEqual(merge(merge(base, right), left))
      }),
    )
  })

  it('takes away what null stands for', () => {
    fc.assert(
      fc.property(map, fc.constantFrom('a', 'b', 'c'), (one, key) => {
        expect(withoutNulls(merge(one, { [key]: null }))).toEqual(
          Object.fromEntries(Object.entries(one).filter(([other]) => other !== key)),
        )
      }),
    )
  })

  it('replaces lists and laws as a whole', () => {
    const before = { list: [1, 2, 3], theta: { law: 'triangular', low: 3, mode: 4, high: 6 } }
    const after = { list: [4], theta: { law: 'uniform', low: 1, high: 2 } }
    expect(merge(before, after)).toEqual(after)
  })
})

const tariff = `title: Tariff
extends: base
plants: { closeAfter: 5 }
policy:
  start: tariff
  regimes:
    tariff:
      extends: usmca
      programmes: { US: { usmca: null, mfn: { duty: 0.1 } } }
`

describe('a scenario that extends others', () => {
  it('keeps what it does not mention', () => {
    const { content, policy } = loadFiles({ 'tariff.yaml': tariff })
    expect(content.horizon).toEqual({ from: 2025, to: 2036 })
    expect(policy.regimes['tariff'].programmes?.US?.['mfn']).toMatchObject({ origins: 'any', duty: 0.1 })
    expect(policy.regimes['usmca'].programmes?.US?.['mfn']).toMatchObject({ duty: 0.025 })
  })

  it('takes a programme of the regime that it extends away with null', () => {
    const { regimes } = loadFiles({ 'tariff.yaml': tariff }).policy
    expect(Object.keys(regimes['tariff'].programmes?.US ?? {})).not.toContain('usmca')
    expect(Object.keys(regimes['usmca'].programmes?.US ?? {})).toContain('usmca')
  })

  it('joins several files in order, each once, so that a common base undoes nothing', () => {
    const { content } = loadFiles({
      'both.yaml': 'title: Both\nextends: [one.yaml, two.yaml]\n',
      'one.yaml': 'title: One\nextends: base\nplants: { closeAfter: 7 }\n',
      'two.yaml': 'title: Two\nextends: base\ndesign: { seed: 12 }\n',
    })
    expect(content.plants?.closeAfter).toBe(7)
    expect(content.design).toEqual({ replicates: 1000, seed: 12, sampler: 'monte-carlo' })
  })

  it('has its own title and question', () => {
    expect(loadFiles({ 'tariff.yaml': tariff })).toMatchObject({ name: 'tariff', title: 'Tariff', question: 'Tariff' })
  })

  it('leaves the policy of the base year alone, whatever it makes of the regime', () => {
    const change = 'policy: { regimes: { usmca: { programmes: { US: { mfn: { duty: 1 } } } } } }'
    const { baseRegime, policy } = loadFiles({ 'changed.yaml': `title: Changed\nextends: base\n${change}\n` })
    expect(policy.regimes['usmca'].programmes?.US?.['mfn']).toMatchObject({ duty: 1 })
    expect(baseRegime.programmes?.US?.['mfn']).toMatchObject({ duty: 0.025 })
  })

  it('warns of what is unusual and goes on', () => {
    const { warnings } = loadFiles({ 'rule.yaml': 'title: A\nextends: base\nuncertainties: { locationTheta: 20 }\n' })
    expect(warnings.map(({ line, column, message }) => ({ line, column, message }))).toEqual([
      {
        line: 3,
        column: 33,
        message: 'uncertainties.locationTheta: 20 is unusual: most studies use 2 to 15 (number without unit)',
      },
    ])
  })
})

describe('files that extend one another', () => {
  it('may be two thousand: each is read and joined once', () => {
    const head: Record<string, string> = { 'c2000.yaml': 'extends: ./c1999.yaml\ntitle: The last\n' }
    for (let n = 1999; n > 0; n--)
      head[`c${n}.yaml`] = `extends: ./c${n - 1}.yaml\nplants: { closeAfter: ${1 + (n % 9)} }\n`
    const { files, content } = loadFiles({ ...head, 'c0.yaml': 'extends: base\n' })
    expect(files.length).toBeGreaterThan(2000)
    expect(content).toMatchObject({ title: 'The last', plants: { closeAfter: 2 } })
  })
})

describe('an event after the horizon', () => {
  it('is warned of: it never comes', () => {
    const text = 'title: A\nextends: base\npolicy: { events: [{ date: 2037-01-01, to: usmca }] }\n'
    expect(loadFiles({ 'rule.yaml': text }).warnings.map(({ column }) => column)).toEqual([28])
  })
})

describe('a resolved scenario', () => {
  it('written to a file and read again is the same scenario', () => {
    const resolved = loadFiles({ 'tariff.yaml': tariff })
    const again = loadFiles({ 'tariff.yaml': writeYaml(resolved.content) })
    expect(canonicalJson(again.content)).toBe(canonicalJson(resolved.content))
    expect(scenarioWriters().hash(again)).toBe(scenarioWriters().hash(resolved))
    expect(Object.keys(again.policy.regimes['tariff'].programmes?.US ?? {})).toEqual(
      Object.keys(resolved.policy.regimes['tariff'].programmes?.US ?? {}),
    )
  })

  it('has a hash that does not hang on the order of keys, and does on every number', () => {
    const one = loadFiles({ 'a.yaml': 'title: A\nextends: base\nplants: { closeAfter: 2 }\ndemand: ces\n' })
    const other = loadFiles({ 'a.yaml': 'demand: ces\nextends: base\nplants: { closeAfter: 2 }\ntitle: A\n' })
    const third = loadFiles({ 'a.yaml': 'demand: ces\nextends: base\nplants: { closeAfter: 3 }\ntitle: A\n' })
    expect(scenarioWriters().hash(one)).toMatch(/^[0-9a-f]{64}$/)
    expect(scenarioWriters().hash(other)).toBe(scenarioWriters().hash(one))
    expect(scenarioWriters().hash(third)).not.toBe(scenarioWriters().hash(one))
  })
})

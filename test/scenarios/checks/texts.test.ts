/** Titles and other texts name values of the scenario, so that a copy with another rate does not go on to name the old one. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { libraryPath } from '../../../scenarios/join/library.ts'
import { linesOf, loadFiles, problemsOf } from '../scenarioFiles.ts'

const rest = `policy:
  start: tariff
  regimes:
    tariff:
      extends: usmca
      additionalDuties:
        all: { market: US, origins: [CA, MX], rate: 0.125 }
        "5.b": { market: US, origins: [JP], rate: [{ value: 0.1 }, { from: 2027-01-01, value: 0.2 }] }
`
const file = (title: string, more: string = ''): string => `extends: base\ntitle: ${title}\n${more}${rest}`
const titleOf = (title: string): string => loadFiles({ 'rule.yaml': file(title) }).title

describe('a text', () => {
  it('has the values that it names, of the file or of what it extends, as they are or in percent', () => {
    expect(titleOf("'{policy.regimes.tariff.additionalDuties.all.rate|%} on all'")).toBe('12.5% on all')
    expect(titleOf('\'to {policy.regimes.tariff.additionalDuties."5.b".rate.1.value|%} until {horizon.to}\'')).toBe(
      'to 20% until 2036',
    )
    expect(titleOf("'{policy.regimes.tariff.programmes.US.mfn.duty|%}, {demand|no}, {a, b} and {x}'")).toBe(
      '2.5%, {demand|no}, {a, b} and {x}',
    )
    const { question, content } = loadFiles({
      'rule.yaml': file('t', "question: from {policy.start}?\nnote: '{design.replicates}'\nreport: '{horizon.from}'\n"),
    })
    expect([question, content.note, content.report]).toEqual(['from tariff?', '1000', '2025'])
  })

  it('that names what is not there, or is no number, is refused where it stands, with what is meant', () => {
    const said = (title: string): readonly string[] => linesOf(problemsOf(file(title)))
    expect(said("'{policy.regimes.tarif.additionalDuties.all.rate|%} on all'")).toEqual([
      'rule.yaml:2:8: title: {policy.regimes.tarif.additionalDuties.all.rate|%}: the scenario has no tarif there; did you mean tariff?',
    ])
    expect(said('\'{policy.regimes.tariff.additionalDuties."5.b".rate|%}\'').join()).toMatch(
      /a list stands there; name one of its/,
    )
    expect(said("'{policy.regimes.tariff|%}'").join()).toMatch(/a map stands there; name one of /)
    expect(said("'{policy.start|%}'").join()).toMatch(/"tariff" is no number, and so no percentage/)
  })

  it('that names a percentage which no rate or share of the file is gets a warning, with the way to name it', () => {
    const warnings = (title: string): readonly string[] => linesOf(loadFiles({ 'rule.yaml': file(title) }).warnings)
    expect(warnings('25% on all')).toEqual([
      'rule.yaml:2:8: title: names 25%, and no rate or share of this file is that: write a value that it shall name as ' +
        '{policy.regimes.tariff.additionalDuties.all.rate|%}',
    ])
    expect(warnings('12.5% on all')).toEqual([])
    expect(warnings('From 75% to 80%, of which 20% is bound')).toEqual([])
  })

  it('of a scenario of the library follows its rate into a copy', () => {
    const copy = readFileSync(libraryPath('usmca-2025-tariffs'), 'utf8').replace('rate: 0.25', 'rate: 0.10')
    const { title, question } = loadFiles({ 'rule.yaml': copy })
    expect(title).toBe('10% on everything from Mexico and Canada, for good')
    expect(question).toMatch(/^If the US charges 10% on all vehicles/)
  })
})

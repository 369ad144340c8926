/** What a scenario writes and what never counts is allowed, with a warning where it stands; what keeps a run from starting is not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'
import { libraryNames } from '../../../scenarios/join/library.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { loadScenario } from '../../../scenarios/load.ts'
import { calibrationProblems } from '../../../studies/plan/startable.ts'
import { validate } from '../../../studies/plan/validate.ts'
import { linesOf, loadFiles, problemsOf } from '../scenarioFiles.ts'

const { industry } = loadIndustry()
const home = mkdtempSync(join(tmpdir(), 'plantshift-'))
afterAll(() => rmSync(home, { recursive: true }))

/** A scenario in which the market's elasticity is near 2. */
const besideTwo = (own: string): string =>
  `extends: base\ntitle: t\nuncertainties: { ownElasticity: ${own}, marketElasticity: 2.05 }\n`

/** Warnings on a scenario whose policy is this, from its fourth line on. */
function warningsOn(policy: string): readonly string[] {
  const text = `extends: base\ntitle: t\npolicy:\n${policy}`
  return linesOf(loadFiles({ 'rule.yaml': text }, { industry }).warnings)
}

const tariff = (more: string): string =>
  `  regimes:\n    tariff: { extends: usmca, additionalDuties: { d:\n      { market: US, origins: [MX], rate: .25${more} } } }\n`
const event = '  events: [{ date: 2027-01-01, to: tariff }]\n'

describe('what never counts', () => {
  it('is said of nothing in the library', () => {
    const said = validate(libraryNames()).filter(({ ok, warnings }) => !ok || warnings.length > 0)
    expect(said).toEqual([])
  })

  it('is a regime that no start, event, transition or belief leads to', () => {
    expect(warningsOn(tariff(''))).toEqual([
      expect.stringMatching(/^rule.yaml:5:5: policy.regimes.tariff: is never in force: no start, event/),
    ])
    expect(warningsOn(tariff('') + event)).toEqual([])
    expect(warningsOn(`${tariff('')}  transitions: { usmca: { tariff: .1 } }\n`)).toEqual([])
    expect(warningsOn(`${tariff('')}  beliefs: { transitions: { usmca: { tariff: .1 } } }\n`)).toEqual([])
    const heir = '    higher: { extends: tariff }\n'
    expect(warningsOn(`${tariff('')}${heir}  start: higher\n`)).toEqual([])
  })

  it('is a measure whose dates lie outside of the years in which its regime can be in force', () => {
    const [line] = warningsOn(tariff(', to: 2026-03-31') + event)
    expect(line).toMatch(
      /rule.yaml:5:\d+: .*Duties.d: to 2026-03-31 counts in none of the years 2027 to 2036 in which tariff/,
    )
    expect(warningsOn(tariff(', from: 2037-01-01') + event)).toHaveLength(1)
    expect(warningsOn(tariff(', from: 2036-12-31') + event)).toEqual([])
    expect(warningsOn(tariff(', from: 2028-01-01, to: 2030-12-31') + event)).toEqual([])
    const parts =
      '  regimes: { usmca: { partsDuties: { US: { CN: [{ value: .275 }, { from: 2040-01-01, value: .5 }] } } } }\n'
    expect(warningsOn(parts)).toEqual([expect.stringMatching(/^rule.yaml:4:66: .*partsDuties.US.CN\[1\]: from 2040/)])
  })

  it('is an event or a transition that never comes', () => {
    const idle = '  events: [{ date: 2027-05-01, to: usmca }, { date: 2028-01-01, to: tariff }]\n'
    expect(warningsOn(tariff('') + idle)).toEqual([
      'rule.yaml:7:20: policy.events[0].date: never counts: the regime is the same without it',
    ])
    const brief =
      '  events: [{ date: 2027-01-01, to: tariff }, { date: 2027-05-01, to: usmca }, { date: 2028-01-01, to: tariff }]\n'
    expect(warningsOn(tariff('') + brief)).toEqual([])
    const late = '  transitions: { usmca: { tariff: { probability: .1, from: 2041-01-01 } } }\n'
    expect(warningsOn(tariff('') + event + late)).toEqual([
      expect.stringMatching(/^rule.yaml:8:27: .*its dates leave no year/),
    ])
  })

  it('is a duty on what nobody ships', () => {
    const van = tariff(', bodies: [van], powertrain: electric').replace('[MX]', '[UK]') + event
    expect(warningsOn(van)).toEqual([
      expect.stringMatching(/additionalDuties.d: meets no vehicle: none that fits it is sold in US/),
    ])
  })
})

describe('a rate', () => {
  it('of more than 150% is taken with the rate that may be meant', () => {
    const lines = warningsOn(tariff('').replace('.25', '2') + event)
    expect(lines).toEqual([
      expect.stringMatching(/^rule.yaml:6:42: .*rate: 2 is a rate of 200%; if 2% is meant, write 0.02$/),
    ])
    expect(warningsOn(tariff('').replace('.25', '1.5') + event)).toEqual([])
  })
})

describe('what keeps a run from starting', () => {
  it('is a market in which nobody may sell', () => {
    const closed =
      'extends: base\ntitle: t\npolicy:\n  regimes:\n    usmca:\n      bans:\n        MX: { all: { headquarters: [US, JP, KR, EU, UK, CN, CA, MX, OTHER], from: 2026-01-01 } }\n'
    expect(linesOf(problemsOf(closed, { industry }))).toEqual([
      expect.stringMatching(
        /^rule.yaml:7:13: policy.regimes.usmca.bans.MX: no vehicle that is sold in MX may be sold there under usmca/,
      ),
    ])
  })

  it('is a pair of elasticities that crosses in the middle of its laws, and warns where it sometimes does', () => {
    expect(linesOf(problemsOf(besideTwo('1.5')))).toEqual([
      expect.stringMatching(
        /^rule.yaml:3:33: uncertainties.ownElasticity: in the middle .* is 1.5 and that of the market 2.05/,
      ),
    ])
    const some = loadFiles({ 'rule.yaml': besideTwo('{ law: uniform, low: 2, high: 3 }') }).warnings.map(
      ({ message }) => message,
    )
    expect(some.join()).toMatch(/below that of the market in 5% of independent draws, which fail/)
  })

  it('is a set of laws at whose medians the base year cannot be reproduced: those that matter are named', () => {
    const base = loadScenario('base', { industry })
    const problems = (own: number): readonly string[] =>
      calibrationProblems(
        {
          ...base,
          content: { ...base.content, uncertainties: { ownElasticity: own, marketElasticity: 2.05, partsTheta: 4 } },
        },
        compileScenario(base, industry),
        industry,
        (path) => ({ file: 'a.yaml', line: path.length, column: 1 }),
      ).map(({ message }) => message)
    expect(problems(5)).toEqual([])
    const said =
      'with all parameters at their medians the industry of the base year cannot be reproduced; with its usual law it can'
    expect(problems(1.5)).toEqual([`uncertainties.ownElasticity: ${said}`, `uncertainties.marketElasticity: ${said}`])
  })

  it('is found where a baseline lies that is not of the library', () => {
    const [mine, other] = ['mine.yaml', 'other.yaml'].map((name) => join(home, name))
    writeFileSync(other, 'extends: base\ntitle: o\npolicy: { start: nowhere }\n')
    writeFileSync(mine, 'extends: base\ntitle: m\nbaseline: ./other.yaml\n')
    const [{ ok, problems }] = validate([mine])
    expect(ok).toBe(false)
    expect(linesOf(problems).join()).toMatch(/other.yaml:3:18: .*unknown regime: nowhere/)
  })
})

/** Entrants, bans by ownership and Chinese-owned suppliers, as scenarios say them. */
import { describe, it, expect } from 'vitest'
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { longhe } from '../../reference/smallEntrants.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { loadFiles, linesOf, problemsOf } from '../scenarioFiles.ts'
import { inMarket } from '../../reference/reading.ts'

const head = 'extends: base\ntitle: A rule\n'

function compiled(text: string, industry: Industry = smallIndustry()): CompiledScenario {
  return compileScenario(loadFiles({ 'rule.yaml': `${head}${text}` }, { industry }), industry)
}

/** Programmes open to a line in a market of a regime, by place. */
function open({ policy }: CompiledScenario, regime: string, m: number, j: number): readonly number[] {
  const r = policy.regimes.indexOf(regime)
  return [0, 1, 2, 3].map((o) => {
    const cell = inMarket(9, { r, m, j, o })
    return policy.programmeOff[cell + 1] - policy.programmeOff[cell]
  })
}

describe('entrants', () => {
  it('are nobody when nothing is said', () => {
    expect(compiled('').entrants).toBeUndefined()
  })

  it('by default are Chinese makers that sell in Mexico only; their own rule goes over the default', () => {
    const { entrants } = compiled(`entrants:
  default: { mayEnter: [US, CA], mayBuild: [MX], from: 2027-01-01 }
  longhe: { mayEnter: [US], costAdvantage: 0.3 }
`)
    expect([...(entrants?.lines ?? [])]).toEqual([longhe.line])
    expect([...(entrants?.mayEnter ?? [])]).toEqual([1, 0, 0])
    expect([...(entrants?.mayBuild ?? [])]).toEqual([0, 0, 1, 0])
    expect([...(entrants?.from ?? [])]).toEqual([3])
    expect([...(entrants?.costAdvantage ?? [])]).toEqual([0.3])
  })

  it('can buy plants that are for sale', () => {
    const { entrants } = compiled(`entrants: { default: { mayBuild: [MX] } }
plants: { forSale: { atlas-saltillo: { from: 2026-05-31 } } }
`)
    expect([...(entrants?.forSale ?? [])]).toEqual([0, 0, 0, 2, 0, 0])
  })

  it('must be makers that can come in, and plants must be there', () => {
    const text = `entrants:
  longe: { mayEnter: [US] }
  atlas: { mayEnter: [US] }
plants: { forSale: { atlas-saltilo: {} } }
`
    expect(linesOf(problemsOf(`${head}${text}`, { industry: smallIndustry() }))).toEqual([
      'rule.yaml:4:3: entrants.longe: unknown maker: longe; did you mean longhe?',
      'rule.yaml:5:3: entrants.atlas: entrants are makers that sell in Mexico only, each product from one place; ' +
        'those are longhe',
      'rule.yaml:6:22: plants.forSale.atlas-saltilo: unknown plant: atlas-saltilo; did you mean atlas-saltillo?',
    ])
    const [market] = problemsOf(`${head}entrants: { default: { mayEnter: [MX] } }\n`)
    expect(market.message).toMatch(/entrants\.default\.mayEnter/)
  })
})

const ban = (rule: string): string => `policy:
  start: barred
  regimes:
    barred:
      extends: usmca
      bans: { US: { connected-vehicles: ${rule} } }
`

describe('a ban by ownership', () => {
  it('leaves no programme in that market, from any place, and all in the others', () => {
    const scenario = compiled(ban('{ headquarters: [CN], source: a rule }'))
    expect(open(scenario, 'barred', 0, longhe.line)).toEqual([0, 0, 0, 0])
    expect(open(scenario, 'barred', 1, longhe.line)).toEqual(open(scenario, 'usmca', 1, longhe.line))
    expect(open(scenario, 'barred', 0, 0)).toEqual(open(scenario, 'usmca', 0, 0))
  })

  it('spares the makers that it exempts, other power trains, and years before its date', () => {
    for (const rule of ['{ headquarters: [CN], exempt: [longhe] }', '{ headquarters: [CN], powertrain: combustion }']) {
      expect(open(compiled(ban(rule)), 'barred', 0, longhe.line)).not.toContain(0)
    }
    const dated = compiled(ban('{ headquarters: [CN], from: 2027-01-01 }'))
    expect(dated.policy.regimes).toHaveLength(2)
    expect(open(dated, dated.policy.regimes[0], 0, longhe.line)).not.toContain(0)
    expect(open(dated, dated.policy.regimes[1], 0, longhe.line)).toEqual([0, 0, 0, 0])
  })
})

describe('a ban that exempts', () => {
  it('names makers that there are', () => {
    const text = head + ban('{ headquarters: [CN], exempt: [longe] }')
    expect(linesOf(problemsOf(text, { industry: smallIndustry() }))).toEqual([
      'rule.yaml:8:72: policy.regimes.barred.bans.US.connected-vehicles.exempt[0]: ' +
        'unknown maker: longe; did you mean longhe?',
    ])
  })
})

describe('Chinese-owned suppliers in Mexico', () => {
  it('grow by dates, and are what they were before the first', () => {
    const { policy } = compiled(`policy:
  start: suppliers
  regimes:
    suppliers:
      extends: usmca
      chineseSuppliersInMexico: [{ from: 2027-01-01, value: 2 }, { from: 2030-01-01, value: 3 }]
`)
    expect([...(policy.chineseSuppliers ?? [])]).toEqual([1, 2, 3])
    // Costs of the regimes are not those of one another.
    const cells = 3 * 9 * 4
    expect([0, 1, 2].map((r) => policy.sameAs[r * cells])).toEqual([0, 1, 2])
  })

  it('count as Chinese where a programme says so', () => {
    const { policy } = compiled(`policy:
  start: strict
  regimes:
    strict:
      extends: usmca
      programmes: { US: { usmca: { content: { nonChinese: 0.9, chineseOwnedSuppliersAreChinese: true } } } }
`)
    const { names, chineseOwnedAreChinese } = policy.programmes
    const flagged = names.filter((_, n) => chineseOwnedAreChinese?.[n] === 1)
    expect(flagged).toEqual(['US/usmca'])
  })
})

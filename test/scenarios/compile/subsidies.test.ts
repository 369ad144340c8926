/** Subsidies to buyers in scenario files: who gets what and when, the base year, and mistakes at their places. */
import { describe, it, expect } from 'vitest'
import type { CompiledPolicy } from '../../../engine/model/inputs/policy.ts'
import { type Place, markets, places } from '../../../engine/model/inputs/sets.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { loadFiles, linesOf, problemsOf } from '../scenarioFiles.ts'

const industry = smallIndustry()

function file(us: string, more = ''): string {
  return `title: A credit
extends: base
policy:
  start: credit
  regimes:
    credit:
      extends: usmca
      subsidies:
        US: ${us}
${more}`
}

function policyOf(us: string, more?: string): CompiledPolicy {
  return compileScenario(loadFiles({ 'rule.yaml': file(us, more) }, { industry }), industry).policy
}

/** Thousand USD offered to buyers of a product's first line under regime r, built at a place and sold in a market. */
function offered({ subsidies }: CompiledPolicy, r: number, market: string, product: string, place: Place): number {
  if (subsidies === undefined) return 0
  const j = industry.lineOff[industry.products.findIndex(({ id }) => id === product)]
  const row = (r * markets.length + markets.findIndex((one) => one === market)) * industry.lines.length + j
  const cell = row * places.length + places.indexOf(place)
  const ids = subsidies.ids.subarray(subsidies.off[cell], subsidies.off[cell + 1])
  return ids.reduce((sum, id) => sum + subsidies.amount[id], 0)
}

describe('a subsidy', () => {
  it('is for vehicles of its kind, maker and place, in its market, in thousand USD', () => {
    const trucks = '{ bodies: [pickup], assembledIn: [US, CA], makers: [atlas], amount: 4000 }'
    const policy = policyOf(`{ trucks: ${trucks}, all: { amount: 500 } }`)
    expect(offered(policy, 1, 'US', 'atlas-pickup', 'US')).toBe(4.5)
    expect(offered(policy, 1, 'US', 'atlas-pickup', 'MX')).toBe(0.5)
    expect(offered(policy, 1, 'US', 'hikari-crossover', 'US')).toBe(0.5)
    expect(offered(policy, 1, 'CA', 'atlas-pickup', 'US')).toBe(0)
    expect(policy.regimes).toEqual(['usmca', 'credit'])
    expect(offered(policy, 0, 'US', 'atlas-pickup', 'US')).toBe(0)
  })

  it('knows battery cars and headquarters, and asks content', () => {
    const asked = 'amount: 1000, content: { us: 0.4, regional: 0.6 }'
    const policy = policyOf(`{ ev: { powertrain: electric, headquarters: [CN], ${asked} } }`)
    expect(offered(policy, 1, 'US', 'longhe-volt-car', 'US')).toBe(1)
    expect(offered(policy, 1, 'US', 'hikari-sedan', 'US')).toBe(0)
    expect([...(policy.subsidies?.content.floors.subarray(0, 4) ?? [])]).toEqual([0.4, 0, 0.6, 0])
  })

  it('has a regime for each amount that its dates give it', () => {
    const policy = policyOf('{ all: { amount: [{ value: 1000 }, { from: 2028-01-01, value: 3000 }], to: 2029-12-31 } }')
    // When it has ended the rules are those of the base year.
    expect(policy.regimes).toEqual(['credit', 'credit', 'credit from 2028'])
    const amounts = policy.regimes.map((_, r) => offered(policy, r, 'US', 'hikari-sedan', 'US'))
    expect(amounts).toEqual([0, 1, 3])
  })

  it('that has ended before the first year is none', () => {
    expect(policyOf('{ all: { amount: 1000, to: 2024-12-31 } }').subsidies).toBeUndefined()
  })
})

describe('a subsidy of the base year', () => {
  it('was paid in the base year, and still is under regimes that do not name it', () => {
    const back = '  transitions: { credit: { usmca: 0.5 } }\n'
    const policy = policyOf('{ all: { amount: 2000, inBaseYear: 1500, to: 2027-12-31 } }', back)
    expect(policy.regimes).toEqual(['usmca', 'credit', 'credit from 2028'])
    expect(policy.regimes.map((_, r) => offered(policy, r, 'US', 'hikari-sedan', 'US'))).toEqual([1.5, 2, 0])
  })
})

describe('mistakes', () => {
  const lines = (us: string, more?: string): readonly string[] =>
    linesOf(problemsOf({ 'rule.yaml': file(us, more) }, { industry }))

  it('of amounts: thousands, none, and more than any', () => {
    expect(lines('{ all: { amount: 7.5 } }')).toEqual([
      'rule.yaml:9:30: policy.regimes.credit.subsidies.US.all.amount: 7.5 looks like thousand USD: write 7500',
    ])
    expect(lines('{ all: { amount: [{ value: 0 }, { from: 2030-01-01, value: 7.5 }] } }')[0]).toMatch(
      /amount\[1\].value: 7.5 looks/,
    )
    expect(lines('{ all: { powertrain: electric } }')[0]).toMatch(
      /all.amount: is missing: write USD per vehicle, as in amount: 7500/,
    )
    expect(lines('{ all: { amount: 750000 } }')).toHaveLength(1)
    expect(lines('{ all: { amount: -100 } }')).toHaveLength(1)
  })

  it('of names: markets, kinds and makers', () => {
    expect(linesOf(problemsOf(file('{ all: { amount: 7500 } }').replace(' US:', ' USA:'), { industry }))[0]).toMatch(
      /unknown key: USA in policy.regimes.credit.subsidies; did you mean US\?/,
    )
    expect(lines('{ all: { amount: 7500, powertrain: eletric } }')[0]).toMatch(/did you mean electric\?/)
    expect(lines('{ all: { amount: 7500, makers: [atlass] } }')[0]).toMatch(
      /unknown maker: atlass; did you mean atlas\?/,
    )
    expect(lines('{ all: { amount: 7500, assembledIn: [USA] } }')[0]).toMatch(/did you mean US\?/)
  })

  it('of tests that no one can pass', () => {
    expect(lines('{ all: { amount: 7500, powertrain: electric, bodies: [van] } }')[0]).toMatch(/no one can use it/)
    expect(lines('{ all: { amount: 7500, assembledIn: [JP], content: { us: 0.97 } } }')[0]).toMatch(
      /content.us: no vehicle can reach 0.97 of US content/,
    )
  })

  it('of the base year, which was one year', () => {
    const other = '    other:\n      extends: credit\n      subsidies: { US: { all: { inBaseYear: 3000 } } }\n'
    expect(lines('{ all: { amount: 7500, inBaseYear: 7500 } }', other)[0]).toMatch(
      /other.subsidies.US.all.inBaseYear: regime credit says that 7500 USD were paid in the base year/,
    )
  })
})

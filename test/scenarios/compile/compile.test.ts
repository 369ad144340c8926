/** What scenarios are for the model: programmes at each border, and chains of regimes. */
import { describe, it, expect } from 'vitest'
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import type { CompiledPolicy, RegimeChain } from '../../../engine/model/inputs/policy.ts'
import { markets, places, origins, countries } from '../../../engine/model/inputs/sets.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { createCompileMemory } from '../../../scenarios/compile/memory.ts'
import { firstYear, lastYear } from '../../../scenarios/compile/dates.ts'
import { libraryNames } from '../../../scenarios/join/library.ts'
import { loadScenario } from '../../../scenarios/load.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { loadFiles } from '../scenarioFiles.ts'
import { inMarket } from '../../reference/reading.ts'

const industry = smallIndustry()
const policies = new Map<string, CompiledPolicy>()

/** Loaded without the small industry, which has none of the makers that some scenarios name. */
function libraryPolicy(name: string): CompiledPolicy {
  const known = policies.get(name) ?? compileScenario(loadScenario(name), industry).policy
  policies.set(name, known)
  return known
}

function policyOf(text: string, from: Industry = industry): CompiledPolicy {
  return compileScenario(loadFiles({ 'rule.yaml': `title: A rule\nextends: base\n${text}` }), from).policy
}

interface Open {
  readonly name: string
  readonly duty: number
  readonly dutyOnNonUs: number
}

/** Programmes open under a regime to a product's first line, assembled at a place and sold in a market. */
function programmes(
  policy: CompiledPolicy,
  regime: string,
  market: (typeof markets)[number],
  product: string,
  place: (typeof places)[number],
  from: Industry = industry,
): readonly Open[] {
  const r = policy.regimes.indexOf(regime)
  if (r < 0) throw new Error(`no regime ${regime} among ${policy.regimes.join(', ')}`)
  return programmesOf(policy, r, market, product, place, from)
}

/** A policy whose duty on Mexican parts in the US has dates. */
function duty(dates: string): string {
  return `policy:\n  start: duty\n  regimes:\n    duty:\n      extends: usmca\n      partsDuties: { US: { MX: [${dates}] } }\n`
}

/** The same under a set of rules, by its number. */
function programmesOf(
  policy: CompiledPolicy,
  r: number,
  market: (typeof markets)[number],
  product: string,
  place: (typeof places)[number],
  from: Industry = industry,
): readonly Open[] {
  const j = lineOf(product, from)
  const cell = inMarket(from.lines.length, { r, m: markets.indexOf(market), j, o: places.indexOf(place) })
  const ids = policy.programmeIds.subarray(policy.programmeOff[cell], policy.programmeOff[cell + 1])
  const { names, duty: onValue, dutyOnNonUsContent } = policy.programmes
  return [...ids].map((id) => ({ name: names[id], duty: onValue[id], dutyOnNonUs: dutyOnNonUsContent[id] }))
}

function lineOf(product: string, from: Industry = industry): number {
  return from.lineOff[from.products.findIndex(({ id }) => id === product)]
}

/** Days and sets of rules of a year within which rules change; a leap year has the weights of 366. */
function spells(policy: CompiledPolicy, regime: string): readonly { readonly days: number; readonly set: number }[] {
  const r = policy.regimes.indexOf(regime)
  if (policy.spells === undefined || r < 0) throw new Error(`no such year among ${policy.regimes.join(', ')}`)
  const { off, sets, weights } = policy.spells
  const length = regime.endsWith('2028') ? 366 : 365
  return Array.from({ length: off[r + 1] - off[r] }, (_, n) => ({
    days: Math.round(weights[off[r] + n] * length),
    set: sets[off[r] + n],
  }))
}

function duties(open: readonly Open[]): Readonly<Record<string, number>> {
  return Object.fromEntries(open.map(({ name, duty }) => [name, Number(duty.toFixed(6))]))
}

describe('under the rules of 2024', () => {
  const base = libraryPolicy('base')

  it('a Mexican pickup pays 25% or meets the USMCA', () => {
    expect(duties(programmes(base, 'usmca', 'US', 'atlas-pickup', 'MX'))).toEqual({
      'US/usmca-trucks': 0,
      'US/mfn-trucks': 0.25,
    })
  })

  it('a Canadian crossover pays 2.5% or meets the USMCA', () => {
    expect(duties(programmes(base, 'usmca', 'US', 'hikari-crossover', 'CA'))).toEqual({
      'US/usmca': 0,
      'US/mfn': 0.025,
    })
  })

  it('a Korean crossover pays nothing, a Japanese car 2.5%, a Chinese electric car 102.5%', () => {
    expect(duties(programmes(base, 'usmca', 'US', 'atlas-crossover', 'OVERSEAS'))).toEqual({
      'US/mfn': 0.025,
      'US/korus': 0,
    })
    expect(duties(programmes(base, 'usmca', 'US', 'hikari-sedan', 'OVERSEAS'))).toEqual({ 'US/mfn': 0.025 })
    expect(duties(programmes(base, 'usmca', 'US', 'longhe-volt-car', 'OVERSEAS'))).toEqual({
      'US/mfn + section-301-electric': 1.025,
    })
  })

  it('Canada asks 6.1% and Mexico 20% of whom they have no agreement with', () => {
    expect(duties(programmes(base, 'usmca', 'CA', 'hikari-sedan', 'OVERSEAS'))).toEqual({
      'CA/mfn': 0.061,
      'CA/agreements': 0,
    })
    expect(duties(programmes(base, 'usmca', 'MX', 'atlas-crossover', 'OVERSEAS'))).toEqual({ 'MX/mfn': 0.2 })
    expect(duties(programmes(base, 'usmca', 'MX', 'longhe-volt-car', 'OVERSEAS'))).toEqual({ 'MX/mfn-electric': 0.15 })
  })

  it('what is sold where it is built is free, and a place where a line cannot be built has no programme', () => {
    expect(duties(programmes(base, 'usmca', 'US', 'atlas-pickup', 'US'))).toEqual({ 'US/domestic': 0 })
    expect(programmes(base, 'usmca', 'US', 'atlas-pickup', 'OVERSEAS')).toEqual([])
  })

  it('cars need 75% regional and 40% labour content, trucks 45%', () => {
    const { names, floors, labourCredits, preferential } = base.programmes
    const rule = (name: string): readonly number[] => {
      const id = names.indexOf(name)
      return [...floors.subarray(id * 4, id * 4 + 4), labourCredits[id], preferential[id]]
    }
    expect(rule('US/usmca')).toEqual([0, 0.4, 0.75, 0, 0.15, 1])
    expect(rule('US/usmca-trucks')).toEqual([0, 0.45, 0.75, 0, 0.15, 1])
    expect(rule('US/mfn')).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('the US charges 2.5% on parts from allies and 27.5% on Chinese ones', () => {
    expect([...base.partsDuty.subarray(0, 6)]).toEqual([0, 0, 0, 0, 0.025, 0.275])
    expect([...base.partsDuty.subarray(12, 18)]).toEqual([0, 0, 0, 0, 0, 0.05])
    expect([...base.partsDuty.subarray(18, 24)]).toEqual(origins.map(() => 0))
  })

  it('nothing ever changes', () => {
    expect(base.regimes).toEqual(['usmca'])
    expect(new Set(base.truth.yearly)).toEqual(new Set([1]))
  })
})

describe('25% on Mexico and Canada', () => {
  const policy = libraryPolicy('usmca-2025-tariffs')

  it('meets vehicles with and without the preference', () => {
    expect(duties(programmes(policy, 'tariff-25', 'US', 'atlas-pickup', 'MX'))).toEqual({
      'US/usmca-trucks + tariff-25': 0.25,
      'US/mfn-trucks + tariff-25': 0.5,
    })
    expect(duties(programmes(policy, 'tariff-25', 'US', 'hikari-crossover', 'CA'))).toEqual({
      'US/usmca + tariff-25': 0.25,
      'US/mfn + tariff-25': 0.275,
    })
  })

  it('meets no one else, and no other market', () => {
    const r = policy.regimes.indexOf('tariff-25')
    const lines = industry.lines.length
    for (let m = 0; m < 3; m++) {
      for (let j = 0; j < lines; j++) {
        for (let o = 0; o < 4; o++) {
          const cell = inMarket(lines, { r, m, j, o })
          expect(policy.sameAs[cell]).toBe(m === 0 && (o === 1 || o === 2) ? r : 0)
        }
      }
    }
  })

  it('begins in the first year and stays', () => {
    expect(policy.regimes).toEqual(['usmca', 'tariff-25'])
    expect([...policy.truth.yearly.subarray(0, 4)]).toEqual([0, 1, 0, 1])
    expect([...policy.truth.settled]).toEqual([1, 0, 0, 1])
  })
})

describe('Section 232', () => {
  const policy = libraryPolicy('tariff-232-2025')

  it('spares the US content of vehicles that meet the USMCA, and no other', () => {
    expect(programmes(policy, 'section-232', 'US', 'atlas-pickup', 'MX')).toEqual([
      { name: 'US/usmca-trucks + section-232-content', duty: 0, dutyOnNonUs: 0.25 },
      { name: 'US/mfn-trucks + section-232', duty: 0.5, dutyOnNonUs: 0 },
    ])
  })

  it('costs Japan 2.5% until 2 April 2025, 27.5% until 15 September, and then 15%', () => {
    const year = spells(policy, 'section-232 in 2025').map(({ days, set }) => {
      const rates = Object.values(duties(programmesOf(policy, set, 'US', 'hikari-sedan', 'OVERSEAS')))
      return [days, Math.min(...rates)]
    })
    const rates = [...new Set(year.map(([, rate]) => rate))]
    const daysAt = (rate: number): number => year.reduce((sum, [days, here]) => sum + (here === rate ? days : 0), 0)
    expect(rates.map((rate) => [rate, daysAt(rate)])).toEqual([
      [0.025, 92],
      [0.275, 166],
      [0.15, 107],
    ])
    expect(duties(programmes(policy, 'section-232', 'US', 'hikari-sedan', 'OVERSEAS'))).toEqual({
      'US/mfn + section-232': 0.275,
      'US/japan-deal': 0.15,
    })
  })

  it('goes for certain from the year in which it came to the one in which it stays', () => {
    const [, first, second] = [0, 1, 2]
    expect(policy.regimes).toEqual(['usmca', 'section-232 in 2025', 'section-232'])
    expect(policy.truth.yearly[first]).toBe(1)
    expect(policy.truth.yearly[9 + first * 3 + second]).toBe(1)
    expect(policy.truth.settled[second * 3 + second]).toBe(1)
  })
})

describe('dates', () => {
  it('count from the year in which a change is in force for half the days or more, where a year is one thing or the other', () => {
    expect([firstYear('2026-01-01'), firstYear('2026-07-01'), firstYear('2026-07-02')]).toEqual([2026, 2026, 2027])
    expect([lastYear('2026-12-31'), lastYear('2026-07-01'), lastYear('2026-06-30')]).toEqual([2026, 2026, 2025])
  })

  it('split a regime into versions, one for each set of numbers', () => {
    const policy = policyOf(`policy:
  start: rising
  regimes:
    rising:
      extends: usmca
      programmes:
        US:
          mfn: { duty: [{ value: 0.025 }, { from: 2027-01-01, value: 0.05 }, { from: 2029-12-01, value: 0.1 }] }
          usmca: { content: { us: [{ from: 2028-07-01, value: 0.3 }] } }
`)
    const [first, ...others] = ['rising', 'rising from 2027', 'rising in 2028', 'rising in 2029', 'rising from 2030']
    expect(policy.regimes).toEqual([first, ...others])
    const path = [0]
    for (let t = 0; t < 12; t++) path.push([...row(policy.truth, t, path[t])].indexOf(1))
    expect(path).toEqual([0, 0, 0, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4])
    const mfn = (set: number): number =>
      programmesOf(policy, set, 'US', 'hikari-crossover', 'CA').find(({ name }) => name === 'US/mfn')?.duty ?? NaN
    const paid = (regime: string): unknown => spells(policy, regime).map(({ days, set }) => [days, mfn(set)])
    expect(mfn(0)).toBe(0.025)
    expect(mfn(1)).toBe(0.05)
    expect(paid('rising in 2028')).toEqual([
      [182, 0.05],
      [184, 0.05],
    ])
    expect(paid('rising in 2029')).toEqual([
      [334, 0.05],
      [31, 0.1],
    ])
    expect(mfn(4)).toBe(0.1)
  })

  const rateIn = (policy: CompiledPolicy, year: number): number => {
    let regime = 0
    for (let t = 0; t <= year - 2025; t++) regime = [...row(policy.truth, t, regime)].indexOf(1)
    return policy.partsDuty[(regime * places.length + places.indexOf('US')) * origins.length + origins.indexOf('MX')]
  }

  it.each([
    [3, '{ from: 2026-06-30, value: 0.25 }, { from: 2026-07-03, value: 0 }'],
    [150, '{ from: 2026-02-24, value: 0.25 }, { from: 2026-07-24, value: 0 }'],
    [182, '{ from: 2026-07-03, value: 0.25 }, { from: 2027-01-01, value: 0 }'],
    [365, '{ from: 2026-01-01, value: 0.25 }, { from: 2027-01-01, value: 0 }'],
  ])('weight a rate of %i days by its days', (days, dates) => {
    const policy = policyOf(duty(dates))
    expect(rateIn(policy, 2025)).toBe(0)
    expect(rateIn(policy, 2026)).toBeCloseTo((0.25 * days) / 365, 15)
    expect(rateIn(policy, 2027)).toBe(0)
  })

  it('count each day once across a new year, and 366 days in a leap year', () => {
    const across = policyOf(duty('{ from: 2027-08-01, value: 0.25 }, { from: 2028-06-01, value: 0 }'))
    expect(rateIn(across, 2027)).toBeCloseTo((0.25 * 153) / 365, 15)
    expect(rateIn(across, 2028)).toBeCloseTo((0.25 * 152) / 366, 15)
  })

  it('of a rule that ends and one that begins the same day leave no day out', () => {
    const policy = policyOf(`policy:
  start: two
  regimes:
    two:
      extends: usmca
      additionalDuties:
        first: { market: US, origins: [CA], rate: 0.1, to: 2026-03-31 }
        second: { market: US, origins: [CA], rate: 0.1, from: 2026-04-01 }
`)
    const rates = spells(policy, 'two in 2026').map(({ set }) =>
      Math.max(...programmesOf(policy, set, 'US', 'hikari-crossover', 'CA').map(({ duty: rate }) => rate)),
    )
    expect(rates).toEqual([0.125, 0.125])
  })

  it('do not divide a year for vehicles whose rules stay', () => {
    const policy = policyOf(`policy:
  start: duty
  regimes:
    duty: { extends: usmca, additionalDuties: { duty: { market: US, origins: [CA], rate: 0.1, from: 2026-04-01 } } }
`)
    const r = policy.regimes.indexOf('duty in 2026')
    const cellOf = (place: (typeof places)[number]): number =>
      inMarket(industry.lines.length, { r, m: 0, j: lineOf('hikari-crossover'), o: places.indexOf(place) })
    expect(policy.sameAs[cellOf('MX')]).toBe(0)
    expect(policy.sameAs[cellOf('CA')]).toBe(r)
  })

  it('end programmes, and leave a market closed where no other is open', () => {
    const policy = policyOf(`policy:
  start: ban
  regimes:
    ban:
      extends: usmca
      programmes:
        US:
          mfn: { headquarters: [US, CA, MX, JP, KR, EU, UK, OTHER] }
          korus: { to: 2027-12-31 }
`)
    expect(programmes(policy, 'ban', 'US', 'longhe-volt-car', 'OVERSEAS')).toEqual([])
    expect(duties(programmes(policy, 'ban', 'US', 'atlas-crossover', 'OVERSEAS'))).toEqual({
      'US/mfn': 0.025,
      'US/korus': 0,
    })
    expect(duties(programmes(policy, 'ban from 2028', 'US', 'atlas-crossover', 'OVERSEAS'))).toEqual({
      'US/mfn': 0.025,
    })
  })
})

describe('content asked of domestic sales', () => {
  it('takes the place of the free programme for the vehicles that it names', () => {
    const policy = policyOf(`policy:
  start: credit
  regimes:
    credit:
      extends: usmca
      programmes:
        US: { domestic: { bodies: [pickup], duty: 0, content: { us: 0.5 } } }
`)
    const floor = policy.programmes.floors
    const [pickup] = programmes(policy, 'credit', 'US', 'atlas-pickup', 'US')
    const [sedan] = programmes(policy, 'credit', 'US', 'hikari-sedan', 'US')
    expect([pickup.name, sedan.name]).toEqual(['US/domestic', 'US/domestic'])
    const withFloor = policy.programmes.names.flatMap((name, id) => (name === 'US/domestic' ? [floor[id * 4]] : []))
    expect(withFloor.toSorted((one, other) => one - other)).toEqual([0, 0.5])
  })
})

/** Row of a chain: from a regime into simulated year t + 1. */
function row(chain: RegimeChain, t: number, from: number): Float64Array {
  const size = Math.sqrt(chain.settled.length)
  return chain.yearly.subarray((t * size + from) * size, (t * size + from + 1) * size)
}

describe('scenarios that are compiled one after another', () => {
  it('share what is the same for them, and are what they are alone', () => {
    const memory = createCompileMemory(industry)
    const names = libraryNames().filter((name) => !name.startsWith('replication/'))
    for (const name of [...names, ...names.toReversed()]) {
      expect(compileScenario(loadScenario(name), industry, memory).policy).toEqual(libraryPolicy(name))
    }
  })
})

describe('chains', () => {
  it('have rows that sum to 1, in every scenario, for truth and belief', () => {
    const names = libraryNames().filter((name) => !name.startsWith('replication/'))
    expect(names.length).toBeGreaterThan(4)
    for (const name of names) {
      const { truth, belief, regimes } = libraryPolicy(name)
      for (const values of [truth.yearly, truth.settled, belief.yearly, belief.settled]) {
        for (let start = 0; start < values.length; start += regimes.length) {
          const sum = values.subarray(start, start + regimes.length).reduce((total, value) => total + value, 0)
          expect(sum).toBeCloseTo(1, 12)
        }
      }
    }
  })

  it('follow a known date on its day', () => {
    const event = (date: string): CompiledPolicy =>
      policyOf(
        `policy:\n  events: [{ date: ${date}, to: later }]\n  regimes: { later: { extends: usmca, partsDuties: { US: { MX: 1 } } } }\n`,
      )
    const daysOfLater = (policy: CompiledPolicy): readonly number[] => {
      const days: number[] = []
      let regime = 0
      for (let t = 0; t < 4; t++) {
        regime = [...row(policy.truth, t, regime)].indexOf(1)
        const charged =
          policy.partsDuty[(regime * places.length + places.indexOf('US')) * origins.length + origins.indexOf('MX')]
        days.push(Math.round(charged * (t === 3 ? 366 : 365)))
      }
      return days
    }
    expect(daysOfLater(event('2026-01-01'))).toEqual([0, 365, 365, 366])
    expect(daysOfLater(event('2026-07-02'))).toEqual([0, 183, 365, 366])
    expect(daysOfLater(event('2026-12-31'))).toEqual([0, 1, 365, 366])
    expect(event('2026-07-02').regimes).toEqual(['usmca', 'later', 'usmca, then later from 2026-07-02'])
  })

  it('go on from the last event of a year of several', () => {
    const policy = policyOf(`policy:
  events: [{ date: 2026-04-01, to: high }, { date: 2026-10-01, to: usmca }]
  regimes: { high: { extends: usmca, partsDuties: { US: { MX: 1 } } } }
`)
    const path = [0]
    for (let t = 0; t < 3; t++) path.push([...row(policy.truth, t, path[t])].indexOf(1))
    expect(path.map((r) => policy.regimes[r])).toEqual([
      'usmca',
      'usmca',
      'usmca, then high from 2026-04-01, usmca from 2026-10-01',
      'usmca',
    ])
  })

  it('step with the probabilities of the year, from the second year on', () => {
    const { regimes, truth } = policyOf(`policy:
  transitions:
    usmca: { tariff: { probability: 0.25, from: 2026-07-01, to: 2028-12-31 } }
    tariff: { usmca: 0.5 }
  regimes: { tariff: { extends: usmca, programmes: { US: { mfn: { duty: 0.2 } } } } }
`)
    expect(regimes).toEqual(['usmca', 'tariff'])
    expect([...row(truth, 0, 0)]).toEqual([1, 0])
    expect([1, 2, 3, 4].map((t) => [...row(truth, t, 0)])).toEqual([
      [0.75, 0.25],
      [0.75, 0.25],
      [0.75, 0.25],
      [1, 0],
    ])
    expect([...row(truth, 4, 1)]).toEqual([0.5, 0.5])
    expect([...truth.settled]).toEqual([1, 0, 0.5, 0.5])
  })

  it('of belief may hold what truth never brings', () => {
    const { regimes, truth, belief } = libraryPolicy('threat-only')
    expect(regimes).toEqual(['usmca', 'tariff-25'])
    for (let t = 0; t < 12; t++) expect([...row(truth, t, 0)]).toEqual([1, 0])
    expect([...row(belief, 5, 0)]).toEqual([0.7, 0.3])
    expect([...row(belief, 5, 1)]).toEqual([0.15, 0.85])
  })

  it('leave out regimes that neither can reach', () => {
    const regimes = '{ never: { extends: usmca, partsDuties: { US: { ALLY: 1 } } } }'
    expect(policyOf(`policy:\n  regimes: ${regimes}\n`).regimes).toEqual(['usmca'])
  })

  it('keep the policy of the base year first, also where no regime has its rules any more', () => {
    const changed = policyOf('policy: { regimes: { usmca: { programmes: { US: { mfn: { duty: 0.1 } } } } } }\n')
    expect(changed.regimes).toEqual(['policy of the base year', 'usmca'])
    expect(duties(programmes(changed, 'policy of the base year', 'US', 'hikari-sedan', 'OVERSEAS'))).toEqual({
      'US/mfn': 0.025,
    })
    expect([...row(changed.truth, 0, 0)]).toEqual([0, 1])
  })

  it('on metal of one country are rules of its neighbours too, which buy it, and none of places overseas', () => {
    const policy = policyOf(`policy:
  start: metals
  regimes:
    metals: { extends: usmca, metals: { duties: { US: { ALLY: 0.5 } } } }
`)
    const r = policy.regimes.indexOf('metals')
    const [j, m] = [lineOf('hikari-crossover'), 2]
    const rules = places.map((_, o) => policy.sameAs[inMarket(industry.lines.length, { r, m, j, o })])
    expect(rules).toEqual([r, r, r, 0])
  })

  it('keep regimes apart that have the same rules and another future', () => {
    const policy = policyOf(`policy:
  start: pending
  transitions: { pending: { settled: 0.5 } }
  regimes:
    pending: { extends: usmca }
    settled: { extends: usmca }
`)
    expect(policy.regimes).toEqual(['pending', 'settled'])
    expect([...policy.sameAs.subarray(108)].every((regime) => regime === 0)).toBe(true)
  })
})

describe('a compiled scenario', () => {
  it('refuses data of another year, and a paper', () => {
    expect(() => compileScenario(loadScenario('base'), { ...industry, baseYear: 2023 })).toThrow(/the data are of 2023/)
    expect(() => compileScenario(loadScenario('replication/head-mayer-melitz'), industry)).toThrow(/is a replication/)
  })

  it('knows the country of every place', () => {
    const moved = { ...industry, lineOverseas: industry.lineOverseas.map(() => countries.indexOf('CN')) }
    const policy = policyOf('', moved)
    expect(duties(programmes(policy, 'usmca', 'US', 'atlas-pickup', 'OVERSEAS', moved))).toEqual({
      'US/mfn-trucks + section-301': 0.5,
    })
  })
})

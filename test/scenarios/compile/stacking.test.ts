/**
 * How the duties of 2025 and 2026 stack: the rate that a vehicle pays on a day. The rules are those of the proclamations
 * and orders named beside them.
 */
import { describe, it, expect } from 'vitest'
import { type Market, origins, originCount } from '../../../engine/model/inputs/sets.ts'
import { chargedValue } from '../../../engine/model/content/chargedContent.ts'
import { rowsFor, type Vehicle } from '../../../scenarios/compile/programmeRows.ts'
import { rulesIn } from '../../../scenarios/compile/rules.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { loadFiles, linesOf, problemsOf } from '../scenarioFiles.ts'

const rules = `title: Duties of 2025 and 2026
extends: base
policy:
  start: stacked
  regimes:
    stacked:
      extends: usmca
      programmes:
        US:
          # Executive order 14309 (UK): 10% all in, from 30 June 2025.
          uk-deal: { origins: [UK], bodies: [car, cuvSuv], duty: 0.10, from: 2025-06-30 }
          # Executive order 14345 (Japan), notices on the EU and Korea: 15% all in.
          japan-deal: { origins: [JP], bodies: [car, cuvSuv], duty: 0.15, from: 2025-09-16 }
          eu-deal: { origins: [EU], bodies: [car, cuvSuv], duty: 0.15, from: 2025-08-01 }
          korea-deal: { origins: [KR], duty: 0.15, from: 2025-11-01 }
        CA:
          # Remission for makers that assemble in Canada.
          remission: { origins: [US], makers: [atlas], duty: 0, content: { regional: 0.75 }, from: 2025-04-15 }
      additionalDuties:
        # Proclamation 10908.
        section-232:
          { market: US, origins: any, rate: 0.25, from: 2025-04-03,
            exempt: [usmca, usmca-trucks, uk-deal, eu-deal, japan-deal, korea-deal] }
        section-232-content:
          { market: US, origins: [CA, MX], rate: 0.25, chargedOn: nonUsContent, from: 2025-04-03,
            exempt: [mfn, mfn-trucks, mfn-minivans] }
        # Executive order 14193: 25% from 4 March 2025, USMCA goods exempt since 7 March, 35% from 1 August 2025.
        ieepa-canada:
          market: US
          origins: [CA]
          rate: [{ from: 2025-03-04, value: 0.25 }, { from: 2025-08-01, value: 0.35 }]
          exempt: [usmca, usmca-trucks]
          notWith: [section-232, section-232-content]
        # Section 122 of the Trade Act of 1974, for 150 days.
        section-122:
          { market: US, origins: any, rate: 0.10, from: 2026-02-24, to: 2026-07-23,
            exempt: [usmca, usmca-trucks, uk-deal, eu-deal, japan-deal, korea-deal],
            notWith: [section-232, section-232-content] }
        # SOR/2025-119: 25%, in vehicles that meet the agreement on content that is neither Canadian nor Mexican.
        surtax: { market: CA, origins: [US], rate: 0.25, exempt: [cusma, cusma-trucks, remission], from: 2025-04-09 }
        surtax-content:
          { market: CA, origins: [US], rate: 0.25, chargedOn: { contentNotFrom: [CA, MX, MX-CN] },
            exempt: [mfn, remission], from: 2025-04-09 }
`
const industry = smallIndustry()
const regime = loadFiles({ 'stacking.yaml': rules }, { industry }).policy.regimes.stacked

const anyone = { powertrain: 'combustion', headquarters: 'OTHER', maker: 'other' }
const car = (country: Vehicle['country'], change: Partial<Vehicle> = {}): Vehicle => ({
  ...anyone,
  country,
  body: 'car',
  ...change,
})

/** [name, rate] of each programme on the day, at shares of content in the vehicle's value by origin, assembly included. */
function rates(
  day: string,
  market: Market,
  vehicle: Vehicle,
  content: Partial<Record<(typeof origins)[number], number>> = {},
): Readonly<Record<string, number>> {
  const shares = new Float64Array(originCount)
  origins.forEach((origin, k) => {
    shares[k] = content[origin] ?? 0
  })
  const place = ['US', 'CA', 'MX'].indexOf(vehicle.country)
  return Object.fromEntries(
    rowsFor(rulesIn(day, regime), market, vehicle).map((row) => {
      // Without tracing, and with assembly's value among the parts: the law's shares are of the whole vehicle.
      const charged = chargedValue({ ...industry, usTracing: 0 }, row.spared, shares, 1, 0, place < 0 ? 3 : place)
      return [row.name, Number((row.duty + row.dutyOnNonUsContent * charged).toFixed(6))]
    }),
  )
}

/** The rate of the cheapest programme whose name holds the text. */
function rate(...[day, market, vehicle, content, name = '']: [...Parameters<typeof rates>, string?]): number {
  const fitting = Object.entries(rates(day, market, vehicle, content)).filter(([programme]) => programme.includes(name))
  return Math.min(...fitting.map(([, value]) => value))
}

describe('a vehicle pays in the US', () => {
  it('27.5% from Mexico without the USMCA in April 2025', () => {
    expect(rate('2025-04-02', 'US', car('MX'), {}, 'mfn')).toBe(0.025)
    expect(rate('2025-04-03', 'US', car('MX'), {}, 'mfn')).toBe(0.275)
  })

  it('15% from Mexico under the USMCA with 40% US content', () => {
    expect(rate('2025-05-01', 'US', car('MX'), { US: 0.4, MX: 0.4, ALLY: 0.2 }, 'usmca')).toBe(0.15)
    expect(rate('2025-03-01', 'US', car('MX'), { US: 0.4 }, 'usmca')).toBe(0)
  })

  it('27.5% from Japan until 15 September 2025, then 15% all in', () => {
    expect(rate('2025-09-15', 'US', car('JP'))).toBe(0.275)
    expect(rate('2025-09-16', 'US', car('JP'))).toBe(0.15)
  })

  it('15% all in from the EU', () => {
    expect(rate('2025-07-31', 'US', car('EU'))).toBe(0.275)
    expect(rate('2025-08-01', 'US', car('EU'))).toBe(0.15)
  })

  it('10% from the UK, and 27.5% outside the quota', () => {
    expect(rates('2025-07-01', 'US', car('UK'))).toEqual({ 'US/mfn + section-232': 0.275, 'US/uk-deal': 0.1 })
  })

  it('nothing from Korea until April 2025, then 25%, then 15%', () => {
    expect(rate('2025-04-02', 'US', car('KR'))).toBe(0)
    expect(rate('2025-04-03', 'US', car('KR'))).toBe(0.25)
    expect(rate('2025-11-01', 'US', car('KR'))).toBe(0.15)
  })

  it('127.5% from China with batteries: 2.5 + 100 + 25', () => {
    const electric = car('CN', { powertrain: 'electric' })
    expect(rate('2025-02-01', 'US', electric)).toBe(1.025)
    expect(rate('2025-05-01', 'US', electric)).toBe(1.275)
  })

  it('50% as a pickup from Mexico without the USMCA', () => {
    expect(rate('2025-05-01', 'US', car('MX', { body: 'pickup' }), {}, 'mfn')).toBe(0.5)
  })
})

describe('duties that give way', () => {
  it('Canadian vehicles met IEEPA only outside the USMCA, and not beside Section 232', () => {
    expect(rates('2025-03-10', 'US', car('CA'), { CA: 0.6, US: 0.4 })).toEqual({
      'US/usmca': 0,
      'US/mfn + ieepa-canada': 0.275,
    })
    expect(rates('2025-09-01', 'US', car('CA'), { CA: 0.5, US: 0.5 })).toEqual({
      'US/usmca + section-232-content': 0.125,
      'US/mfn + section-232': 0.275,
    })
  })

  it('Section 122 meets no vehicle under Section 232 or a deal', () => {
    for (const country of ['MX', 'CA', 'JP', 'CN', 'OTHER'] as const) {
      expect(rates('2026-03-01', 'US', car(country))).toEqual(rates('2026-01-01', 'US', car(country)))
    }
  })
})

describe('Canada charges', () => {
  const content = { US: 0.5, CA: 0.1, MX: 0.2, ALLY: 0.2 }

  it('25% of what is neither Canadian nor Mexican in US vehicles that meet the agreement', () => {
    expect(rate('2025-04-08', 'CA', car('US'), content, 'cusma')).toBe(0)
    expect(rate('2025-04-09', 'CA', car('US'), content, 'cusma')).toBe(0.175)
    expect(rate('2025-04-09', 'CA', car('US'), content, 'mfn')).toBe(0.311)
    expect(rate('2025-04-09', 'CA', car('MX'), content, 'cusma')).toBe(0)
  })

  it('nothing within the remission of a maker that builds in Canada', () => {
    expect(rate('2025-05-01', 'CA', car('US', { maker: 'atlas' }), content)).toBe(0)
    expect(rate('2025-05-01', 'CA', car('US', { maker: 'hikari' }), content)).toBe(0.175)
  })
})

const duty = (more: string): string => `title: A\nextends: base\npolicy:
  regimes:
    usmca:
      additionalDuties:
        one: { market: CA, origins: [US], rate: 0.1, chargedOn: nonUsContent }
        two: { market: CA, origins: [US], rate: 0.1, ${more} }\n`

describe('a mistake in stacking is named at its place', () => {
  it('duties on content that spare different origins', () => {
    const [line] = linesOf(problemsOf(duty('chargedOn: { contentNotFrom: [CA] }')))
    expect(line).toMatch(/^rule.yaml:8:\d+: .*spares other content than one/)
  })

  it('a duty that gives way to one that is not there', () => {
    expect(linesOf(problemsOf(duty('notWith: [onne]'))).join()).toMatch(
      /rule.yaml:8:\d+: .*unknown additional duty: onne; did you mean one/,
    )
    expect(linesOf(problemsOf(duty('chargedOn: { contentNotFrom: [XX] }'))).join()).toMatch(/rule.yaml:8:\d+/)
  })
})

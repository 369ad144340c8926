/** What vehicles from one country overseas pay in the US in all: by ordinary duties, deals and additional duties, whichever is least. */
import type { Body, Country } from '../../engine/model/inputs/sets.ts'
import { openProgrammes } from '../compile/programmeRows.ts'
import { rulesIn } from '../compile/rules.ts'
import type { AdditionalDuty, Programme, Regime } from '../file/scenario.ts'
import type { Access } from './lever.ts'
import { carFrom } from './neighbourTariffs.ts'
import { isFromAlone } from './ordinary.ts'
import { cutRules, withPieces } from './split.ts'

/**
 * The rate that cars from a country pay in all.
 *
 * @param name of the programme that a changed rate makes
 * @param bodies that pay it
 */
export function allIn(origin: Country, name: string, bodies: readonly Body[]): Access<Regime, number> {
  return {
    read: (regime, day) => {
      const open = openProgrammes(rulesIn(day, regime), 'US', carFrom(origin))
      const rates = open.map(({ rule, added }) => rule.duty + added.reduce((sum, { onValue }) => sum + onValue, 0))
      return rates.length === 0 ? undefined : Number(Math.min(...rates).toPrecision(12))
    },
    write: (regime, value, day) => {
      const cut = { market: 'US', origin, bodies, day } as const
      const programmes = cutRules<Programme>(regime.programmes?.US ?? {}, cut, () => true)
      const duties = cutRules<AdditionalDuty>(regime.additionalDuties ?? {}, cut, ({ market }) => market === 'US')
      const renamed = Object.entries(duties.rules).map(
        ([duty, rule]) => [duty, renamedDuty(rule, programmes.pieces, duties.pieces)] as const,
      )
      return {
        ...regime,
        programmes: {
          ...regime.programmes,
          US: { ...programmes.rules, [name]: { origins: [origin], bodies, duty: value, from: day } },
        },
        additionalDuties: Object.fromEntries(renamed),
      }
    },
  }
}

type Pieces = ReadonlyMap<string, readonly string[]>

/** A duty goes on exempting the programmes that it exempted, and giving way to what it gave way to. */
function renamedDuty(duty: AdditionalDuty, programmes: Pieces, duties: Pieces): AdditionalDuty {
  const { exempt, notWith } = duty
  return {
    ...duty,
    ...(exempt === undefined || exempt === null || duty.market !== 'US'
      ? {}
      : { exempt: withPieces(exempt, programmes) }),
    ...(notWith === undefined || notWith === null ? {} : { notWith: withPieces(notWith, duties) }),
  }
}

/** Duties of the US on Chinese vehicles alone, beside all others. */
export function chineseDuty(powertrain: 'combustion' | 'electric', name: string): Access<Regime, number> {
  const isIt = (rule: AdditionalDuty | null): rule is AdditionalDuty =>
    rule?.market === 'US' && isFromAlone(rule, 'CN') && (rule.powertrain ?? powertrain) === powertrain
  return {
    read: (regime, day) => {
      const met = rulesIn(day, regime).duties.filter(
        (rule) => rule.market === 'US' && isFromAlone(rule, 'CN') && (rule.powertrain ?? powertrain) === powertrain,
      )
      return met.reduce((sum, { onValue }) => sum + onValue, 0)
    },
    write: (regime, value, day) => {
      const cut = cutRules<AdditionalDuty>(regime.additionalDuties ?? {}, { market: 'US', origin: 'CN', day }, isIt)
      const own: AdditionalDuty = { market: 'US', origins: ['CN'], powertrain, rate: value, from: day }
      return { ...regime, additionalDuties: { ...cut.rules, ...(value === 0 ? {} : { [name]: own }) } }
    },
  }
}

/** Ordinary duties: the programme of a border that is open to everybody's vehicles. */
import type { Body, Country, Market } from '../../engine/model/inputs/sets.ts'
import { countsIn } from '../compile/dates.ts'
import { valueIn } from '../compile/dated.ts'
import type { Programme, Regime } from '../file/scenario.ts'
import { changedFrom } from './days.ts'
import type { Access } from './lever.ts'

/** Whether countries that no agreement names may use it: also what is left of such a rule when one country was taken out of it. */
export function isOrdinary({ origins }: Pick<Programme, 'origins'>): boolean {
  return origins === undefined || origins === 'any' || origins.includes('OTHER')
}

/** Whether a rule is for vehicles of one country alone. */
export function isFromAlone({ origins }: Pick<Programme, 'origins'>, country: Country): boolean {
  return typeof origins === 'object' && origins.length === 1 && origins[0] === country
}

/** The ordinary duty of a market on vehicles of a body, whatever drives them. */
export function ordinaryDuty(market: Market, body: Body): Access<Regime, number> {
  const isIt = (rule: Programme | null): rule is Programme =>
    rule !== null && rule.preferential !== true && isOrdinary(rule) && (rule.bodies?.includes(body) ?? true)
  return {
    read: (regime, day) => {
      const rule = Object.values(regime.programmes?.[market] ?? {}).find(
        (one) => isIt(one) && countsIn(day, one.from, one.to),
      )
      return rule === undefined || rule === null ? undefined : valueIn(day, rule.duty)
    },
    write: (regime, value, day) => {
      const rules = Object.entries(regime.programmes?.[market] ?? {}).map(
        ([name, rule]) => [name, isIt(rule) ? { ...rule, duty: changedFrom(rule.duty, day, value) } : rule] as const,
      )
      return { ...regime, programmes: { ...regime.programmes, [market]: Object.fromEntries(rules) } }
    },
  }
}

/** What Canada and Mexico charge on vehicles from the US beside ordinary duties: their answer to US tariffs. */
import type { Market } from '../../engine/model/inputs/sets.ts'
import { openProgrammes } from '../compile/programmeRows.ts'
import { rulesIn } from '../compile/rules.ts'
import { valueIn } from '../compile/dated.ts'
import type { AdditionalDuty, Regime } from '../file/scenario.ts'
import { changedFrom } from './days.ts'
import type { Access } from './lever.ts'
import { carFrom } from './neighbourTariffs.ts'
import { isFromAlone, isOrdinary } from './ordinary.ts'

/**
 * The rate on vehicles that claim no agreement; other duties on vehicles from the US alone, as on those that do, rise and fall in
 * proportion. Where there is none, it is charged on all of them.
 *
 * @param name of the duty that is made where there is none
 */
export function answerOf(market: Exclude<Market, 'US'>, name: string): Access<Regime, number> {
  const isIt = (rule: AdditionalDuty | null): rule is AdditionalDuty =>
    rule?.market === market && isFromAlone(rule, 'US')
  const read = (regime: Regime, day: string): number => {
    const ordinary = openProgrammes(rulesIn(day, regime), market, carFrom('US')).find(
      ({ rule }) => !rule.preferential && isOrdinary(rule),
    )
    return Number((ordinary?.added ?? []).reduce((sum, { onValue }) => sum + onValue, 0).toPrecision(12))
  }
  return {
    read,
    write: (regime, value, day) => {
      const before = read(regime, day)
      const all = regime.additionalDuties ?? {}
      if (before === 0) {
        return { ...regime, additionalDuties: { ...all, [name]: { market, origins: ['US'], rate: value, from: day } } }
      }
      const changed = Object.entries(all).map(([duty, rule]) => {
        if (!isIt(rule)) return [duty, rule] as const
        const rate = Number(((valueIn(day, rule.rate) * value) / before).toPrecision(12))
        return [duty, { ...rule, rate: changedFrom(rule.rate, day, rate) }] as const
      })
      return { ...regime, additionalDuties: Object.fromEntries(changed) }
    },
  }
}

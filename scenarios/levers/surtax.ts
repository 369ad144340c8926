/** Canada's surtax on electric vehicles from China. */
import { countsIn } from '../compile/dates.ts'
import { valueIn } from '../compile/dated.ts'
import type { AdditionalDuty, Regime } from '../file/scenario.ts'
import { changedFrom } from './days.ts'
import type { Access } from './lever.ts'
import { isFromAlone } from './ordinary.ts'

const ownName = 'surtax-electric'

function isIt(rule: AdditionalDuty | null): rule is AdditionalDuty {
  return rule?.market === 'CA' && isFromAlone(rule, 'CN') && rule.powertrain === 'electric'
}

/** The duty beside all others, which is made where there is none. */
export const surtaxOnChina: Access<Regime, number> = {
  read: ({ additionalDuties = {} }, day) =>
    Object.values(additionalDuties ?? {}).reduce(
      (sum, rule) => (isIt(rule) && countsIn(day, rule.from, rule.to) ? sum + valueIn(day, rule.rate) : sum),
      0,
    ),
  write: (regime, value, day) => {
    const all = Object.entries(regime.additionalDuties ?? {})
    const stated = all.find(([, rule]) => isIt(rule) && (rule.to ?? null) === null)?.[0]
    const name = stated ?? ownName
    const rule = stated === undefined ? undefined : regime.additionalDuties?.[stated]
    const own: AdditionalDuty = rule ?? { market: 'CA', origins: ['CN'], powertrain: 'electric' }
    return {
      ...regime,
      additionalDuties: { ...Object.fromEntries(all), [name]: { ...own, rate: changedFrom(own.rate, day, value) } },
    }
  },
}

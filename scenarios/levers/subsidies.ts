/** What the US pays to makers who assemble there and to buyers of electric cars. */
import { countsIn, dateOfDay, dayOfYear, daysOfYear, yearOf } from '../compile/dates.ts'
import { valueIn } from '../compile/dated.ts'
import type { Regime } from '../file/scenario.ts'
import type { Subsidy } from '../file/tradeLevers.ts'
import { changedFrom, firstDay } from './days.ts'
import type { Access } from './lever.ts'

/** The credit goes on to end when it ends in the scenario. */
export const assemblyCredit: Access<Regime, number> = {
  read: ({ assemblyCredits }, day) => valueIn(day, assemblyCredits?.US?.rate),
  write: (regime, value, day) => {
    const stated = regime.assemblyCredits?.US?.rate
    const end =
      typeof stated === 'object'
        ? stated.find(({ from, value: then }) => from !== undefined && from > day && then === 0)
        : undefined
    const until = changedFrom(stated, day, value)
    const rate = end === undefined || typeof until === 'number' ? until : [...until, end]
    return { ...regime, assemblyCredits: { ...regime.assemblyCredits, US: { ...regime.assemblyCredits?.US, rate } } }
  },
}

const name = 'clean-vehicle-credit'

/** What buyers got in the base year, which prices and sales of that year hold. */
const asInBaseYear: Subsidy = {
  powertrain: 'electric',
  assembledIn: ['US', 'CA', 'MX'],
  amount: 7500,
  inBaseYear: 7500,
}

/** The credit of the law of 2022; where a scenario does not name it, it is paid as in the base year. */
export const electricCredit: Access<Regime, number> = {
  read: (regime, day) => {
    const { amount, from, to } = regime.subsidies?.US?.[name] ?? asInBaseYear
    return countsIn(day, from, to) ? valueIn(day, amount) : 0
  },
  write: (regime, value, day) => {
    const { to, ...stated } = regime.subsidies?.US?.[name] ?? asInBaseYear
    const hasEnded = typeof to === 'string' && to < day
    const before = hasEnded ? changedFrom(stated.amount, dayAfter(to), 0) : stated.amount
    const credit: Subsidy = { ...stated, amount: changedFrom(before, day, value) }
    return { ...regime, subsidies: { ...regime.subsidies, US: { ...regime.subsidies?.US, [name]: credit } } }
  },
}

function dayAfter(date: string): string {
  const [year, next] = [yearOf(date), dayOfYear(date) + 1]
  return next > daysOfYear(year) ? firstDay(year + 1) : dateOfDay(year, next)
}

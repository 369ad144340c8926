/** Numbers of a regime that may have dates, where one number or several that move together stand for a lever. */
import { valueIn } from '../compile/dated.ts'
import type { Regime } from '../file/scenario.ts'
import type { Dated } from '../file/values.ts'
import { changedFrom } from './days.ts'
import type { Access } from './lever.ts'

/** Where the number stands. */
export interface DatedField {
  readonly get: (regime: Regime) => Dated | null | undefined
  readonly put: (regime: Regime, value: Dated) => Regime
  /** What it is where nothing is written; 0 unless given. */
  readonly unwritten?: number
}

/** The number on the day; from there on another one, in all of the fields. @param fields at least one, the first is read */
export function datedNumber(...fields: readonly DatedField[]): Access<Regime, number> {
  const [first] = fields
  return {
    read: (regime, day) => valueIn(day, first.get(regime), first.unwritten),
    write: (regime, value, day) =>
      fields.reduce((changed, { get, put }) => put(changed, changedFrom(get(changed), day, value)), regime),
  }
}

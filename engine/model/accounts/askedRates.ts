/**
 * Rates of duty, and claims of preference, where nothing is imported. What is paid on no vehicles has no rate, and 0 would say that
 * they come in free: a duty that ends a trade would show as no duty. In its place stands what the vehicles that came from there in
 * the base year would be asked if they still did, at the parts that their makers would choose. Section 13 of docs/model.md.
 */
import { rowDuty, rowValue } from '../customs/customsTables.ts'
import { readyRow } from '../customs/spellMeans.ts'
import type { Setting } from '../cost/setting.ts'
import { marketCount, placeCount } from '../inputs/sets.ts'

/** What the vehicles of the base year would be asked, shares of their value. */
export interface AskedRates {
  readonly duty: number
  /** Share that claims no preference. */
  readonly unclaimed: number
}

/**
 * What market m asks under regime r of the vehicles that it bought in the base year from place o.
 *
 * @returns shares of 0 where none came from there, or all are barred
 */
export function askedRates(setting: Setting, r: number, m: number, o: number): AskedRates {
  const { industry, scales, tables, customs } = setting
  const lines = industry.lines.length
  let value = 0
  let duty = 0
  let unclaimed = 0
  for (let j = 0; j < lines; j++) {
    const sold = industry.sales[m * lines + j]
    if (industry.linePlace[j] !== o || !(sold > 0)) continue
    const cell = ((r * marketCount + m) * lines + j) * placeCount + o
    const programme = tables.programme[cell]
    if (programme < 0) continue
    const row = readyRow(customs.policy, tables, lines, r, cell)
    const each = sold * scales.base[m * lines + j]
    value += each * tables.rows[row + rowValue]
    duty += each * tables.rows[row + rowDuty]
    if (customs.policy.programmes.preferential[programme] === 0) unclaimed += each * tables.rows[row + rowValue]
  }
  return value > 0 ? { duty: duty / value, unclaimed: unclaimed / value } : { duty: 0, unclaimed: 0 }
}

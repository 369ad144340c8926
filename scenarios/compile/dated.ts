/** A value in a year, where a scenario gives values with dates. */
import type { Dated } from '../scenario.ts'
import { firstYear } from './dates.ts'

/** The value that counts in the year; `otherwise` before the first date, and where nothing is written. */
export function valueIn(year: number, dated: Dated | null | undefined, otherwise = 0): number {
  if (dated === null || dated === undefined) return otherwise
  if (typeof dated === 'number') return dated
  let value = otherwise
  for (const entry of dated) {
    if (entry.from === undefined || firstYear(entry.from) <= year) value = entry.value
  }
  return value
}

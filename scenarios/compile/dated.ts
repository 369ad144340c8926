/** A value in a year, where a scenario gives values with dates. */
import type { Dated } from '../file/values.ts'
import { type Moment, hasBegun } from './dates.ts'

/** The value that counts in the year or on the day; `otherwise` before the first date, and where nothing is written. */
export function valueIn(at: Moment, dated: Dated | null | undefined, otherwise = 0): number {
  if (dated === null || dated === undefined) return otherwise
  if (typeof dated === 'number') return dated
  let value = otherwise
  for (const entry of dated) {
    if (entry.from === undefined || hasBegun(entry.from, at)) value = entry.value
  }
  return value
}

/** Values with dates, changed from a day on. */
import type { Dated } from '../file/values.ts'

/** Day from which changed rules hold in a year. */
export function firstDay(year: number): string {
  return `${year}-01-01`
}

/** The day before the first day of a year. @param day as `firstDay` gives it */
export function dayBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}-12-31`
}

/** What was written for the time before the day, and the value from then on; what was written for later is replaced. */
export function changedFrom(dated: Dated | null | undefined, day: string, value: number): Dated {
  const all = typeof dated === 'number' ? [{ value: dated }] : (dated ?? [])
  return [...all.filter(({ from }) => from === undefined || from < day), { from: day, value }]
}

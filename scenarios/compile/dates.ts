/**
 * Dates in a model whose shortest time is a year: a change counts from the year in which it is in force for at least
 * half the days. One that comes by 1 July counts from that year, a later one from the next. Section 1 of docs/model.md.
 *
 * Dates are text like 2026-07-01, which sorts as time does.
 */

/** First year in which something that begins on the date counts. */
export function firstYear(from: string): number {
  const year = Number(from.slice(0, 4))
  return from.slice(5) <= '07-01' ? year : year + 1
}

/** Last year in which something whose last day is the date counts: the year before the one in which its end counts. */
export function lastYear(to: string): number {
  const year = Number(to.slice(0, 4))
  return to.slice(5) < '07-01' ? year - 1 : year
}

/** A simulated year, or a day, for those who look up the rule of a date. */
export type Moment = number | string

/** Whether something that begins on the date has begun. */
export function hasBegun(from: string, at: Moment): boolean {
  return typeof at === 'string' ? from <= at : firstYear(from) <= at
}

/** Whether something with these first and last days, either of which may be missing, counts in the year or on the day. */
export function countsIn(at: Moment, from?: string | null, to?: string | null): boolean {
  const begun = typeof from !== 'string' || hasBegun(from, at)
  return begun && (typeof to !== 'string' || (typeof at === 'string' ? at <= to : at <= lastYear(to)))
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether the text is a day of the calendar, written as 2026-07-01. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = text.split('-').map(Number)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 && isLeap ? 29 : daysInMonth[month - 1]
  return month >= 1 && month <= 12 && day >= 1 && day <= days
}

/**
 * Dates in a model that goes by years. What is charged in a year is weighted by the days on which it is in force (see
 * `spells`). Where a year has to be one thing or the other (the base year's policy, when a maker may come in, in which years a
 * change of regime has its chance), a change counts from the year in which it is in force for at least half the days: one
 * that comes by 1 July from that year, a later one from the next. Section 1 of docs/model.md.
 *
 * Dates are text like 2026-07-01, which sorts as time does.
 */

/** First year in which something that begins on the date counts, by the rule of half the days. */
export function firstYear(from: string): number {
  const year = yearOf(from)
  return from.slice(5) <= '07-01' ? year : year + 1
}

/** Last year in which something whose last day is the date counts, by the rule of half the days. */
export function lastYear(to: string): number {
  const year = yearOf(to)
  return to.slice(5) < '07-01' ? year - 1 : year
}

/** A year, by the rule of half the days, or a day: for those who look up the rule of a date. */
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

/** Year of a date. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysOfMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : daysInMonth[month - 1]
}

/** Days of the year: 365 or 366. */
export function daysOfYear(year: number): number {
  return dayOfYear(`${digits(year, 4)}-12-31`)
}

/** Number of the day in its year, 1 for 1 January. */
export function dayOfYear(date: string): number {
  const [year, month, day] = date.split('-').map(Number)
  let days = day
  for (let before = 1; before < month; before++) days += daysOfMonth(year, before)
  return days
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** The date of a day of the year, by its number. */
export function dateOfDay(year: number, number: number): string {
  let month = 1
  let day = number
  while (day > daysOfMonth(year, month)) {
    day -= daysOfMonth(year, month)
    month += 1
  }
  return [digits(year, 4), digits(month, 2), digits(day, 2)].join('-')
}

/** Whether the text is a day of the calendar, written as 2026-07-01. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = text.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month)
}

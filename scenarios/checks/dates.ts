/** Dates: that they are days of the calendar, and that they come in order. */
import { isDate } from '../compile/dates.ts'
import { isPlainObject } from '../file/merge.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import { type CheckContext, problemAt } from './context.ts'

/** All dates of a scenario, wherever they stand. */
export function dateProblems(value: unknown, context: CheckContext): readonly Problem[] {
  return inside(value, [], context)
}

function inside(value: unknown, path: Path, context: CheckContext): readonly Problem[] {
  if (Array.isArray(value)) {
    const entries: readonly unknown[] = value
    const deeper = entries.flatMap((entry, n) => inside(entry, [...path, n], context))
    return [...deeper, ...orderProblems(entries, path, context)]
  }
  if (!isPlainObject(value)) return []
  return [
    ...Object.entries(value).flatMap(([key, held]) => inside(held, [...path, key], context)),
    ...calendarProblems(value, path, context),
    ...spanProblems(value, path, context),
  ]
}

/** Keys of a map whose texts are dates; `to` of an event is a regime, and that of a line's move a plant. */
function datedKeys(value: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = 'date' in value ? ['date'] : 'line' in value ? [] : ['from', 'to']
  return keys.filter((key) => typeof value[key] === 'string')
}

function calendarProblems(
  value: Readonly<Record<string, unknown>>,
  path: Path,
  context: CheckContext,
): readonly Problem[] {
  return datedKeys(value)
    .filter((key) => !isDate(String(value[key])))
    .map((key) => {
      const given = String(value[key])
      const allowed = 'a day of the calendar, written as 2026-07-01'
      return problemAt(context, [...path, key], { message: `${given} is not ${allowed}`, given, allowed })
    })
}

/** Something that ends before it begins is never in force. */
function spanProblems(
  { from, to }: Readonly<Record<string, unknown>>,
  path: Path,
  context: CheckContext,
): readonly Problem[] {
  if (typeof from !== 'string' || typeof to !== 'string' || !isDate(from) || !isDate(to) || from <= to) return []
  const message = `ends on ${to}, before it begins on ${from}, so that it is never in force`
  return [problemAt(context, [...path, 'to'], { message, given: to, allowed: `a date from ${from} on` })]
}

/** A value from a date on says nothing else; a correlation has a value too, and no date. */
function isDatedValue(entry: Readonly<Record<string, unknown>>): boolean {
  return 'value' in entry && Object.keys(entry).every((key) => key === 'value' || key === 'from')
}

/** Dated values and events must come in the order of time, of plants several on a day; only the first value may go without a date. */
function orderProblems(entries: readonly unknown[], path: Path, context: CheckContext): readonly Problem[] {
  const problems: Problem[] = []
  const mayMeet = path[0] === 'plants'
  let last: string | undefined
  entries.forEach((entry, n) => {
    if (!isPlainObject(entry) || !('date' in entry || isDatedValue(entry))) return
    const key = 'date' in entry ? 'date' : 'from'
    const date = entry[key]
    if (typeof date !== 'string') {
      const message = 'only the first value may go without `from`'
      if (n > 0) problems.push(problemAt(context, [...path, n], { message }))
      return
    }
    if (last !== undefined && isDate(date) && (mayMeet ? date < last : date <= last)) {
      const message = `dates out of order: ${date} comes after ${last}`
      problems.push(problemAt(context, [...path, n, key], { message, given: date, allowed: `a date after ${last}` }))
    }
    if (isDate(date)) last = date
  })
  return problems
}

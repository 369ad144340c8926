/**
 * The rules of a regime day by day. They change on the days that the regime names and on no other, so that the rules of all
 * days between two of these are worked out once. Section 1 of docs/model.md.
 */
import { isPlainObject } from '../file/merge.ts'
import type { Regime } from '../file/scenario.ts'
import { dayOfYear, isDate, yearOf } from './dates.ts'
import { type RegimeRules, rulesIn } from './rules.ts'

/** Rules, and their text, by which equal ones are found. */
export interface DayRules {
  readonly rules: RegimeRules
  readonly key: string
}

export interface Calendar {
  /** Rules of a day that is written as 2026-07-01. */
  readonly on: (date: string) => DayRules
  /** Rules of a year, by the rule of half the days. */
  readonly of: (year: number) => RegimeRules
  /** Days of the year, by their numbers and in order, on which a rule may begin or no longer hold; the first among them. */
  readonly changes: (year: number) => readonly number[]
}

/** Finds the calendar of a regime. */
export type Calendars = (regime: Regime) => Calendar

/** Calendars that are made once for each regime, whether it is the same object again or says the same. */
export function createCalendars(): Calendars {
  const ofObjects = new WeakMap<Regime, Calendar>()
  const ofTexts = new Map<string, Calendar>()
  return (regime) => {
    const met = ofObjects.get(regime)
    if (met !== undefined) return met
    const text = JSON.stringify(regime)
    const calendar = ofTexts.get(text) ?? calendarOf(regime)
    ofTexts.set(text, calendar)
    ofObjects.set(regime, calendar)
    return calendar
  }
}

/** The calendar of one regime. */
export function calendarOf(regime: Regime): Calendar {
  const dates = datesIn(regime)
  const versions = new Map<number, DayRules>()
  const years = new Map<number, RegimeRules>()
  return {
    on: (date) => {
      // Both kinds of change only add up as time goes on, so that equal counts are the same rules.
      const behind = dates.reduce((n, one) => n + Number(one.key === 'from' ? one.date <= date : one.date < date), 0)
      const known = versions.get(behind) ?? dayRules(date, regime)
      versions.set(behind, known)
      return known
    },
    of: (year) => {
      const known = years.get(year) ?? rulesIn(year, regime)
      years.set(year, known)
      return known
    },
    changes: (year) => {
      const inYear = dates.filter(({ date }) => isDate(date) && yearOf(date) === year)
      const days = inYear.map(({ key, date }) => dayOfYear(date) + (key === 'to' ? 1 : 0))
      return [...new Set([1, ...days])].toSorted((one, other) => one - other)
    },
  }
}

function dayRules(date: string, regime: Regime): DayRules {
  const rules = rulesIn(date, regime)
  return { rules, key: JSON.stringify(rules) }
}

/** A first day, or a last one. */
export interface RuleDate {
  readonly key: 'from' | 'to'
  readonly date: string
}

/** First and last days in a part of a file, wherever they stand. */
export function datesIn(value: unknown): readonly RuleDate[] {
  if (Array.isArray(value)) return value.flatMap(datesIn)
  if (!isPlainObject(value)) return []
  return Object.entries(value).flatMap(([key, held]) =>
    (key === 'from' || key === 'to') && typeof held === 'string' ? [{ key, date: held } as const] : datesIn(held),
  )
}

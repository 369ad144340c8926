/** Who pays and who gains in the last year, in a sentence: the figures of the table of gains and losses of one country. */
import { decimalText, roundingPlace } from '../words/numbers.ts'
import { capital, listText } from '../words/words.ts'
import { changesNothing } from '../text/outcomeTables.ts'
import type { ComparisonRow, Report } from '../data/report.ts'
import { viewOf, countryNames } from '../data/view.ts'
import { lastYear } from './years.ts'

const groupNames: Readonly<Record<string, string>> = {
  consumers: 'consumers',
  businesses: 'makers',
  treasury: 'the treasury',
  workers: 'workers',
  farmers: 'farmers',
}

/** Empty where the outcomes are not kept or nothing changes. */
export function payerSentence(report: Report, scenario: string): string {
  const view = viewOf(report)
  const rows = rowsOf(report, scenario)
  const own = rows.filter(({ outcome }) => outcome.family === `gain${view}` && outcome.place in groupNames)
  const nations = rows.filter(({ outcome }) => outcome.family === 'welfare' && outcome.place !== view)
  const people = sentence(own, ({ outcome }) => groupNames[outcome.place] ?? outcome.place, `In ${countryNames[view]} `)
  const countries = sentence(
    nations.filter(({ outcome }) => outcome.place in countryNames),
    ({ outcome }) => `${countryNames[outcome.place as 'US']} as a whole`,
    '',
  )
  return [people, incomeSentence(report, scenario), countries].filter((text) => text !== '').join(' ')
}

/**
 * What it is of income, as in `Of its income the poorest fifth of households loses 0.42% (0.30% to 0.51%) and the richest 0.11% (0.08% to 0.14%).`
 * Empty where the outcomes are not kept, or one of the two has an open sign.
 */
function incomeSentence(report: Report, scenario: string): string {
  const year = lastYear(report)
  const rows = report.comparisons.filter(
    ({ scenario: name, year: at, outcome, paired }) =>
      name === scenario &&
      at === year &&
      outcome.family === `incomeShare${viewOf(report)}` &&
      paired.difference.n > 0 &&
      !changesNothing(paired),
  )
  const [poorest, richest] = ['poorest', 'richest'].map((place) => rows.find(({ outcome }) => outcome.place === place))
  if (poorest === undefined || richest === undefined || isOpen(poorest) || isOpen(richest)) return ''
  const second = verb(poorest) === verb(richest) ? '' : `${verb(richest)} `
  return (
    `Of its income the poorest fifth of households ${verb(poorest)} ${incomeText(poorest)} ` +
    `and the richest ${second}${incomeText(richest)}.`
  )
}

function verb({ paired }: ComparisonRow): string {
  return paired.difference.mean < 0 ? 'loses' : 'gains'
}

/** As in `0.42% (0.30% to 0.51%)`. */
function incomeText({ paired: { difference } }: ComparisonRow): string {
  const { mean, standardError, low, high } = difference
  const place = standardError > 0 ? roundingPlace(mean, standardError, 1) : -2
  const figure = (value: number): string => `${decimalText(Math.abs(value), place)}%`
  const [near, far] = [low, high].toSorted((one, other) => Math.abs(one) - Math.abs(other))
  return `${figure(mean)} (${figure(near)} to ${figure(far)})`
}

function rowsOf(report: Report, scenario: string): readonly ComparisonRow[] {
  const year = lastYear(report)
  return report.comparisons.filter(
    (row) =>
      row.scenario === scenario &&
      row.year === year &&
      row.outcome.unit === 'million USD' &&
      row.paired.difference.n > 0 &&
      !changesNothing(row.paired),
  )
}

/** Losers first, the largest first; those whose sign is open at the end. */
function sentence(rows: readonly ComparisonRow[], nameOf: (row: ComparisonRow) => string, start: string): string {
  const ranked = rows.toSorted((a, b) => Math.abs(b.paired.difference.mean) - Math.abs(a.paired.difference.mean))
  const open = ranked.filter(isOpen)
  const losers = ranked.filter((row) => !isOpen(row) && row.paired.difference.mean < 0)
  const winners = ranked.filter((row) => !isOpen(row) && row.paired.difference.mean > 0)
  const parts = [
    ...losers.map((row) => `${nameOf(row)} lose${plural(nameOf(row))} ${moneyText(row)}`),
    ...winners.map((row) => `${nameOf(row)} gain${plural(nameOf(row))} ${moneyText(row)}`),
    ...(open.length === 0 ? [] : [`${listText(open.map(nameOf))} may gain or lose`]),
  ]
  if (parts.length === 0) return ''
  const text = `${start}${parts.join('; ')}.`
  return capital(text)
}

function plural(name: string): string {
  return name.endsWith('treasury') || name.endsWith('whole') ? 's' : ''
}

/** Nine runs of ten are on both sides of nothing, as the table's direction says it. */
function isOpen({ paired: { difference } }: ComparisonRow): boolean {
  return difference.low < 0 && difference.high > 0
}

/** As in `14.2 billion USD a year (12.0 to 16.1)`, with the digits of the table of gains. */
function moneyText({ paired: { difference } }: ComparisonRow): string {
  const { mean, standardError, low, high } = difference
  const unit = moneyUnit(mean)
  const error = unit.factor * standardError
  const place = error > 0 ? roundingPlace(unit.factor * mean, error, 1) : -1
  const figure = (value: number): string => decimalText(Math.abs(unit.factor * value), place)
  const [near, far] = [low, high].toSorted((one, other) => Math.abs(one) - Math.abs(other))
  return `${figure(mean)} ${unit.name} USD a year (${figure(near)} to ${figure(far)})`
}

/** Millions or billions, whichever is shorter. @param mean in million USD */
export function moneyUnit(mean: number): { readonly factor: number; readonly name: string } {
  return Math.abs(mean) < 1000 ? { factor: 1, name: 'million' } : { factor: 0.001, name: 'billion' }
}

/** Futures that have been drawn one by one, in words and tables: what an interval of replicates is, and what it is not. */
import { type Spread, spreadOf } from '../../engine/analysis/spread.ts'
import { figure } from '../words/figures.ts'
import { decimalText, magnitude, roundingPlace, signedText } from '../words/numbers.ts'
import type { Cell, DocumentTable } from './document.ts'

/** Below this number no interval is drawn: its ends would be the least and the most, or nearly. */
export const leastForInterval = 10

/** Undefined where there are too few for an interval. */
export function spreadOrNone(values: readonly number[]): Spread | undefined {
  return values.length < leastForInterval ? undefined : spreadOf(values)
}

/** Of how far the mean may be off. */
const digits = 2

/** A figure with as many digits as its spread bears. */
function text(value: number, { meanReach }: Spread): string {
  return signedText(value, roundingPlace(value, meanReach, digits))
}

/**
 * What the futures say, a sentence each: where most lie, that more of them do not change this, and what more of them do change.
 *
 * @param unit as in `jobs`
 */
export function futuresInWords(values: readonly number[], unit: string): readonly string[] {
  const n = values.length
  if (n === 0) return []
  const spread = spreadOrNone(values)
  if (spread === undefined) {
    return [
      n === 1
        ? 'One future tells how it might go, not how likely that is: draw more.'
        : `${n} futures tell little of how likely each is; from ${leastForInterval} on the page says where most of them lie.`,
    ]
  }
  const { interval, inside, mean, meanReach } = spread
  const place = roundingPlace(mean, meanReach, digits)
  return [
    `Of ${n} futures drawn, ${inside} lie between ${text(interval.low, spread)} and ${text(interval.high, spread)} ${unit}: ` +
      'that is the 90% interval. It says how much futures differ, and more of them do not make it narrower; they show its ends more clearly.',
    `Their mean is ${text(mean, spread)}, and may be off by ${decimalText(meanReach, place)} for want of futures. That is what more ` +
      'of them make smaller: half as much with four times as many.',
  ]
}

/** Every future that was drawn, with what it came to. @param what as in `Assembly jobs, US, 2036, less base` */
export function futuresTable(values: readonly number[], what: string, unit: string): DocumentTable {
  const place = placeOf(values)
  return {
    id: 'futures',
    caption: `${what}, in every future that was drawn`,
    columns: [
      { key: 'future', title: 'Future', align: 'right' },
      { key: 'value', title: unit, align: 'right' },
    ],
    groups: [{ title: '', rows: values.map((value, k) => [numberCell(k + 1), valueCell(value, place)]) }],
  }
}

/** One future year by year. */
export interface FutureRow {
  readonly year: number
  /** Names of the rules in force, under the baseline and the option. */
  readonly rules: readonly [string, string]
  readonly baseline: number
  readonly option: number
}

/** One future, year by year. */
export function futureTable(
  rows: readonly FutureRow[],
  [caption, baseline, option]: readonly [string, string, string],
): DocumentTable {
  const place = placeOf(rows.flatMap((row) => [row.baseline, row.option]))
  return {
    id: 'future',
    caption,
    columns: [
      { key: 'year', title: 'Year', align: 'left' },
      { key: 'rulesBaseline', title: `Rules, ${baseline}`, align: 'left' },
      { key: 'rulesOption', title: `Rules, ${option}`, align: 'left' },
      { key: 'baseline', title: baseline, align: 'right' },
      { key: 'option', title: option, align: 'right' },
      { key: 'difference', title: 'Difference', align: 'right' },
    ],
    groups: [
      {
        title: '',
        rows: rows.map(({ year, rules, baseline: without, option: with_ }) => [
          { text: String(year), value: String(year) },
          { text: rules[0], value: rules[0] },
          { text: rules[1], value: rules[1] },
          { text: decimalText(without, place), value: figure(without, NaN) },
          { text: decimalText(with_, place), value: figure(with_, NaN) },
          valueCell(with_ - without, place),
        ]),
      },
    ],
  }
}

function numberCell(value: number): Cell {
  return { text: String(value), value: String(value) }
}

function valueCell(value: number, place: number): Cell {
  return { text: signedText(value, place), value: figure(value, NaN) }
}

/** Decimal place of figures of which the largest has four digits, or more before the point. */
function placeOf(values: readonly number[]): number {
  const largest = Math.max(0, ...values.map(Math.abs))
  return largest === 0 ? 0 : Math.max(-6, Math.min(0, magnitude(largest) - 3))
}

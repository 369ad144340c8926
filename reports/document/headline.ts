/**
 * The answer in plain words: what an option does by the last year against the baseline, each change with the interval
 * that holds nine replicates of ten.
 */
import { percentText, roundingPlace, percentPlace, decimalText } from '../words/numbers.ts'
import { type Report, type ComparisonRow, comparisonOf } from '../data/report.ts'
import { shareOfBaseline } from './shares.ts'
import { moneyUnit } from './payers.ts'
import { countryNames, type View, viewOf } from '../data/view.ts'
import { lastYear } from './years.ts'
import { capital } from '../words/words.ts'

export const readingOfBrackets: string =
  'In brackets: what holds in nine of ten runs of the model. That is what nobody knows of its parameters, and chance; not ' +
  'which option is chosen.'

/** Words for a change up and down, as in `more` and `fewer`. */
interface Words {
  readonly up: string
  readonly down: string
}
const count: Words = { up: 'more', down: 'fewer' }
const level: Words = { up: 'higher', down: 'lower' }

/**
 * Two sentences: what is built where, as the end of a sentence that begins elsewhere; and what it means in the country that the
 * report is told for.
 */
export interface Headline {
  readonly built: string
  readonly means: string
}

/** Undefined where no replicate was good. */
export function headline(report: Report, scenario: string): Headline | undefined {
  const year = lastYear(report)
  const row = (id: string): ComparisonRow | undefined => comparisonOf(report, scenario, id, year)
  const view = viewOf(report)
  const there = countryNames[view]
  const others = (['MX', 'CA', 'US'] as const).filter((place) => place !== view)
  const order = view === 'US' ? [...others, view] : [view, ...others]
  const rows = order.flatMap((place) => row(`output.${place}`) ?? [])
  if (rows.length > 0 && rows.every(({ paired }) => paired.difference.n === 0)) return undefined
  const built = rows.map((one) => {
    const place = countryNames[one.outcome.place as View]
    return clause(one, (change) => `${place} builds ${change} vehicles`, `${place} builds as many vehicles`, count)
  })
  const rest = [
    jobs(row(`assemblyJobs.${view}`), row(`partsJobs.${view}`), there),
    clause(
      row(`priceIndex.${view}`),
      (change) =>
        `vehicles there cost ${change.replace(/ higher| lower/, (word) => (word === ' higher' ? ' more' : ' less'))}`,
      'vehicles there cost the same',
      level,
    ),
    welfare(row(`welfare.${view}`)),
  ]
  const first = listWithComma(built.flatMap((one) => one ?? []))
  const second = listWithComma(rest.flatMap((one) => one ?? []))
  return {
    built: first === '' ? '' : `${first}.`,
    means: second === '' ? '' : `${capital(second)}.`,
  }
}

/** One change in percent with its interval; undefined where the outcome is missing. */
function clause(
  row: ComparisonRow | undefined,
  say: (change: string) => string,
  same: string,
  words: Words,
): string | undefined {
  if (row === undefined) return undefined
  const { relative, relativeStandardError, difference } = row.paired
  if (difference.n > 0 && row.paired.same === difference.n) return same
  if (!Number.isFinite(relative)) return undefined
  const place = percentPlace(relative, relativeStandardError)
  const figure = (share: number): string => percentText(Math.abs(share), place)
  const low = shareOfBaseline(difference.low, row.paired)
  const high = shareOfBaseline(difference.high, row.paired)
  return `${say(`${figure(relative)} ${relative < 0 ? words.down : words.up}`)} (${rangeText(low, high, figure, words)})`
}

/** As in `44% to 69%`, or `from 1% fewer to 4% more` where the sign is open. */
function rangeText(low: number, high: number, figure: (value: number) => string, words: Words): string {
  if (low < 0 && high > 0) return `from ${figure(low)} ${words.down} to ${figure(high)} ${words.up}`
  const [near, far] = [low, high].toSorted((one, other) => Math.abs(one) - Math.abs(other))
  return `${figure(near)} to ${figure(far)}`
}

/** Both kinds of jobs, since a rule may bring the one and take the other. */
function jobs(
  assembly: ComparisonRow | undefined,
  parts: ComparisonRow | undefined,
  there: string,
): string | undefined {
  const found = [jobsText(assembly, 'assembly'), jobsText(parts, 'parts')].flatMap((text) => text ?? [])
  return found.length === 0 ? undefined : `${there} has ${found.join(' and ')}`
}

function jobsText(row: ComparisonRow | undefined, kind: string): string | undefined {
  if (row === undefined || isSame(row)) return undefined
  const { mean, standardError, low, high } = row.paired.difference
  const place = Math.max(0, roundingPlace(mean, standardError, 1))
  const figure = (value: number): string => decimalText(Math.abs(value), place)
  return `${figure(mean)} ${mean < 0 ? count.down : count.up} ${kind} jobs (${rangeText(low, high, figure, count)})`
}

function welfare(row: ComparisonRow | undefined): string | undefined {
  if (row === undefined || isSame(row)) return undefined
  const { mean, standardError, low, high } = row.paired.difference
  const unit = moneyUnit(mean)
  const place = roundingPlace(unit.factor * mean, unit.factor * standardError, 1)
  const figure = (value: number): string => decimalText(Math.abs(unit.factor * value), place)
  const range = rangeText(low, high, figure, { up: 'gained', down: 'lost' })
  return `its consumers, makers, treasury, workers and farmers together ${mean < 0 ? 'lose' : 'gain'} ${figure(mean)} ${unit.name} USD a year (${range})`
}

function isSame({ paired }: ComparisonRow): boolean {
  return paired.difference.n === 0 || paired.same === paired.difference.n
}

/** As in `a, b, and c`: the items are phrases that may hold an "and" themselves. */
function listWithComma(items: readonly string[]): string {
  const last = items[items.length - 1] ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')}, and ${last}`
}

/** Output and jobs by country and year, as fan charts against the baseline. */
import { type Fan, fanSvgs } from '../charts/fan.ts'
import { figure } from '../words/figures.ts'
import { roundingPlace, percentText } from '../words/numbers.ts'
import type { Report, ComparisonRow } from '../data/report.ts'
import { insideSentence } from '../words/words.ts'
import { type Section, type Block, type Figure, type DocumentTable, type Cell, paragraph, words } from './document.ts'
import type { Options } from './options.ts'
import { placeName } from '../words/outcomes.ts'

const fanFamilies = [
  { family: 'output', id: 'output', title: 'Vehicles built' },
  { family: 'assemblyJobs', id: 'assembly-jobs', title: 'Assembly jobs' },
  { family: 'partsJobs', id: 'parts-jobs', title: 'Parts jobs' },
] as const
const countries = ['US', 'CA', 'MX']

/** Undefined where nothing is compared. */
export function fanSection(report: Report, options: Options): Section | undefined {
  // A sweep may keep a single year.
  if (report.years.length < 2) return undefined
  const fans = fansOf(report, options)
  if (fans.length === 0) return undefined
  return {
    id: 'years',
    title: 'Output and jobs, year by year',
    blocks: fans.flatMap(({ id, title, rows, fan }, k): readonly Block[] => {
      const table: Block = { kind: 'table', table: fanTable(id, title, rows, options), behind: true }
      const twin = fans.slice(0, k).find((other) => looksAlike(fan, other.fan))
      return twin === undefined
        ? [{ kind: 'figures', figures: [fanFigure(id, title, fan)] }, table]
        : [paragraph(`${title}: the same picture as ${insideSentence(twin.title)}, in percents.`), table]
    }),
  }
}

/** One fan chart before it is drawn, with the rows that it shows. */
export interface FanPicture {
  readonly id: string
  readonly title: string
  readonly rows: readonly ComparisonRow[]
  readonly fan: Fan
}

/** Those that the report has something to show in. */
export function fansOf(report: Report, options: Options): readonly FanPicture[] {
  return fanFamilies.flatMap(({ family, id, title }) => {
    const rows = fanRows(report, options, family)
    return rows.length === 0 ? [] : [{ id, title, rows, fan: fanOf(options, title, rows) }]
  })
}

/** Two lines that lie within so much of each other are one, as a share of the baseline. */
const leastSeen = 0.005

/** Whether two pictures show the same lines and bands. */
function looksAlike(one: Fan, other: Fan): boolean {
  const near = (value: number, twin: number): boolean => Math.abs(value - twin) <= leastSeen
  return (
    one.points.length === other.points.length &&
    one.points.every(({ option, country, year, low, mean, high }, k) => {
      const twin = other.points[k]
      const isTwin = twin.option === option && twin.country === country && twin.year === year
      return isTwin && near(low, twin.low) && near(mean, twin.mean) && near(high, twin.high)
    })
  )
}

function fanRows(report: Report, { shown }: Options, family: string): readonly ComparisonRow[] {
  const names = new Set(shown.map(({ name }) => name))
  return report.comparisons.filter(
    ({ scenario, outcome, paired }) =>
      names.has(scenario) && outcome.family === family && Number.isFinite(paired.relative),
  )
}

function fanOf({ shown, against }: Options, title: string, rows: readonly ComparisonRow[]): Fan {
  const labels = new Map(shown.map(({ name, label }) => [name, label]))
  return {
    title,
    baseline: against,
    countries: countries.filter((place) => rows.some(({ outcome }) => outcome.place === place)).map(placeName),
    options: shown.map(({ label }) => label),
    points: rows.map(({ scenario, outcome, year, paired: { difference, baselineMean } }) => ({
      option: labels.get(scenario) ?? scenario,
      country: placeName(outcome.place),
      year,
      low: difference.low / Math.abs(baselineMean),
      mean: difference.mean / Math.abs(baselineMean),
      high: difference.high / Math.abs(baselineMean),
    })),
  }
}

function fanFigure(id: string, title: string, fan: Fan): Figure {
  const scales = fan.options.length > 1 ? ' Each option has a scale of its own; the figures say how far it goes.' : ''
  const caption = `Change against ${fan.baseline} in the same year; line and figure: mean, band: 90% of replicates.${scales}`
  return { id, title: `${title} by country`, caption, shows: 'spread', ...fanSvgs(fan), size: 'full' }
}

/** The figures of a fan chart. */
export function fanTable(id: string, title: string, rows: readonly ComparisonRow[], { shown }: Options): DocumentTable {
  const columns = ['country', 'year', 'relativeChange', 'low', 'high'].map((key, c) => ({
    key,
    title: ['Country', 'Year', 'Change', '5%', '95%'][c],
    align: c === 0 ? ('left' as const) : ('right' as const),
  }))
  const groups = shown.map(({ name, words: title }) => ({
    title,
    rows: rows.filter(({ scenario }) => scenario === name).map((row) => fanCells(row)),
  }))
  return { id, caption: `${title}, change against the baseline`, columns, groups }
}

function fanCells({ outcome, year, paired }: ComparisonRow): readonly Cell[] {
  const { relative, relativeStandardError, difference, baselineMean } = paired
  const known = Number.isFinite(relativeStandardError) && relativeStandardError > 0
  const place = known ? Math.max(-2, Math.min(0, roundingPlace(100 * relative, 100 * relativeStandardError, 1))) : 0
  const cell = (share: number): Cell => ({
    text: percentText(share, place, true),
    value: figure(share, relativeStandardError),
  })
  const bound = (value: number): Cell => cell(value / Math.abs(baselineMean))
  return [
    words(placeName(outcome.place)),
    words(String(year)),
    cell(relative),
    bound(difference.low),
    bound(difference.high),
  ]
}

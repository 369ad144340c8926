/**
 * Who gains and who loses in the last year: consumers, businesses, treasuries, workers, farmers, makers, countries.
 */
import { type Intervals, intervalsSvgs, type IntervalRow } from '../charts/intervals.ts'
import { figure } from '../words/figures.ts'
import { signedText, roundingPlace, decimalText, shareText } from '../words/numbers.ts'
import type { Report, ComparisonRow } from '../data/report.ts'
import { type Section, paragraph, type Block, type Figure, type DocumentTable, type Cell, words } from './document.ts'
import { directionText } from './decisionTable.ts'
import type { Options, Option } from './options.ts'
import { placeName } from '../words/outcomes.ts'
import { type View, viewOf } from '../data/view.ts'
import { lastYear } from './years.ts'

const groups = [
  { family: 'gainUS', title: 'United States' },
  { family: 'gainCA', title: 'Canada' },
  { family: 'gainMX', title: 'Mexico' },
  { family: 'profit', title: 'Makers, by headquarters' },
  { family: 'welfare', title: 'Whole countries' },
  { family: 'consumersUS', title: 'Consumers by income, United States' },
  { family: 'consumersCA', title: 'Consumers by income, Canada' },
  { family: 'consumersMX', title: 'Consumers by income, Mexico' },
] as const

/** Who gains and who loses in the last year; undefined where nothing is compared. */
export function gainSection(report: Report, options: Options): Section | undefined {
  const year = lastYear(report)
  const rows = report.comparisons.filter((row) => row.year === year && row.paired.difference.n > 0)
  const gains = options.shown
    .map((option): OptionGains => ({ option, rows: gainsOf(rows, option, viewOf(report)) }))
    .filter((one) => one.rows.length > 0)
  if (gains.length === 0) return undefined
  const isDrawn = isAlongLever(report, gains)
  return {
    id: 'gains',
    title: `Who gains and who loses in ${year}`,
    blocks: [
      paragraph(`${readingOfGains(options)}${isDrawn ? ' The picture is that along the levers.' : ''}`),
      ...(isDrawn ? [] : [{ kind: 'figures', figures: gainFigures(gains, options, year) } as const]),
      ...gains.map(({ option, rows: own }): Block => ({
        kind: 'table',
        table: gainTable(idOf(option, options), titleOf(option), own),
        behind: true,
      })),
    ],
  }
}

/** How to read gains and losses. */
export function readingOfGains({ against }: Options): string {
  return (
    `USD of 2024 in that year, against ${against}. Consumers: their surplus. Businesses: gross margins, before fixed ` +
    `costs and less what moves cost, of makers with headquarters there. Treasury: duties collected. Workers: earnings ` +
    `that those lose whose jobs are displaced; who finds a new job is taken to earn what they would elsewhere, so that ` +
    `workers lose here where jobs are displaced in some plants and more are made in others. Farmers: income lost to ` +
    `retaliation. Whole ` +
    `countries are the sums of these (welfare). Fifths of households by income add up to consumers.`
  )
}

/** Gains and losses of one option before they are drawn, with their figures. */
export interface GainPicture {
  readonly chart: Intervals
  readonly table: DocumentTable
}

/** Of the only option of a report, in its last year; undefined where nothing is compared or kept. */
export function gainPicture(report: Report, options: Options): GainPicture | undefined {
  const year = lastYear(report)
  const [option] = options.all
  const found = report.comparisons.filter((row) => row.year === year && row.paired.difference.n > 0)
  const rows = option === undefined ? [] : gainsOf(found, option, viewOf(report))
  if (rows.length === 0) return undefined
  const title = titleOf(option)
  const chart = { title, unit: moneyIn(year), rows: rows.map(intervalRow), format: moneyText }
  return { chart, table: gainTable(idOf(option, options), title, rows) }
}

/** By income for the country that the report is told for alone. */
function gainsOf(rows: readonly ComparisonRow[], { name }: Option, view: View): readonly Gain[] {
  const told = groups.filter(({ family }) => !family.startsWith('consumers') || family === `consumers${view}`)
  return told.flatMap(({ family, title }) =>
    rows
      .filter(({ scenario, outcome }) => scenario === name && outcome.family === family)
      .map((row): Gain => ({ group: title, row })),
  )
}

/** Whether the pictures of a sweep along its levers show all of this already. */
function isAlongLever({ parts }: Report, gains: readonly OptionGains[]): boolean {
  const drawn = new Set(
    [...(parts?.sweep ?? []), ...(parts?.surfaces ?? [])].flatMap(({ outcomeId }) => outcomeId ?? []),
  )
  return gains.every(({ rows }) => rows.every(({ row }) => drawn.has(row.outcome.id)))
}

/** One option's gains, group by group. */
interface OptionGains {
  readonly option: Option
  readonly rows: readonly Gain[]
}

interface Gain {
  readonly group: string
  readonly row: ComparisonRow
}

/** Fewer rows an option are one picture, with the options below each other. */
const leastRows = 3
const billion = 1000

/** A picture an option, all with one scale; one for all where there are few rows. */
function gainFigures(gains: readonly OptionGains[], options: Options, year: number): readonly Figure[] {
  const unit = moneyIn(year)
  const caption =
    `Against ${options.against}. Points and figures: means; lines: 90% of replicates. A hollow point may be a gain, a loss or ` +
    `nothing.`
  const shows = 'spread' as const
  const several = gains.length > 1
  if (several && gains.every(({ rows }) => rows.length < leastRows)) {
    const rows = optionRows(gains)
    const title = 'Gains and losses, by option'
    return [
      { id: 'gains', title, caption, shows, size: 'full', ...intervalsSvgs({ title, unit, rows, format: moneyText }) },
    ]
  }
  const all = gains.flatMap(({ rows }) => rows.map(({ row }) => row.paired.difference))
  const reach = {
    low: Math.min(0, ...all.map(({ low }) => low / billion)),
    high: Math.max(0, ...all.map(({ high }) => high / billion)),
  }
  return gains.map(({ option, rows }): Figure => {
    const title = titleOf(option)
    const svgs = intervalsSvgs({
      title,
      unit,
      rows: rows.map(intervalRow),
      format: moneyText,
      ...(several ? { reach } : {}),
    })
    const scale = several ? ' All options are drawn on one scale.' : ''
    return {
      id: idOf(option, options),
      title,
      caption: `${caption}${scale}`,
      shows,
      ...svgs,
      size: several ? 'half' : 'full',
    }
  })
}

function moneyIn(year: number): string {
  return `billion USD of 2024, in ${year}`
}

/** The same outcome of all options together. */
function optionRows(gains: readonly OptionGains[]): readonly IntervalRow[] {
  const outcomes = [...new Set(gains.flatMap(({ rows }) => rows.map(({ row }) => row.outcome.id)))]
  return outcomes.flatMap((id) =>
    gains.flatMap(({ option, rows }) =>
      rows
        .filter(({ row }) => row.outcome.id === id)
        .map((gain) => ({
          ...intervalRow(gain),
          group: `${gain.group}: ${placeName(gain.row.outcome.place)}`,
          label: option.label,
        })),
    ),
  )
}

function titleOf({ words }: Option): string {
  return `Gains and losses under “${words}”`
}

function idOf({ letter }: Option, { all }: Options): string {
  return all.length > 1 ? `gains-${letter}` : 'gains'
}

/** Billions with more digits where they are small. */
function moneyText(value: number): string {
  const size = Math.abs(value)
  if (size < 0.0005) return '0'
  return signedText(value, size < 0.00995 ? -3 : size < 0.995 ? -2 : -1)
}

function intervalRow({ group, row: { outcome, paired } }: Gain): IntervalRow {
  const { low, mean, high } = paired.difference
  return { group, label: placeName(outcome.place), low: low / billion, mean: mean / billion, high: high / billion }
}

const left = 'left' as const
const right = 'right' as const

function gainTable(id: string, caption: string, gains: readonly Gain[]): DocumentTable {
  const columns = [
    { key: 'who', title: 'Who', align: left },
    { key: 'direction', title: 'Direction', align: left },
    { key: 'difference', title: 'Million USD a year', align: right },
    { key: 'low', title: '5%', align: right },
    { key: 'high', title: '95%', align: right },
    { key: 'monteCarloError', title: 'Monte Carlo error', align: right },
    { key: 'probabilityGain', title: 'Gains in', align: right },
  ]
  const titles = [...new Set(gains.map(({ group }) => group))]
  const members = (title: string): readonly (readonly Cell[])[] =>
    gains.filter(({ group }) => group === title).map(({ row }) => gainCells(row))
  return { id, caption, columns, groups: titles.map((title) => ({ title, rows: members(title) })) }
}

function gainCells(row: ComparisonRow): readonly Cell[] {
  const { difference, better } = row.paired
  const error = difference.standardError
  const place = Number.isFinite(error) && error > 0 ? roundingPlace(difference.mean, error, 1) : 0
  const money = (value: number): Cell => ({ text: signedText(value, place), value: figure(value, error) })
  return [
    words(placeName(row.outcome.place)),
    words(directionText(row)),
    money(difference.mean),
    money(difference.low),
    money(difference.high),
    { text: decimalText(error, place), value: figure(error, error) },
    better === undefined
      ? words('')
      : { text: shareText(better.value), value: figure(better.value, better.standardError) },
  ]
}

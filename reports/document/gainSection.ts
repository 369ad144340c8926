/**
 * Who gains and who loses in the last year: consumers, businesses, treasuries, workers, farmers, makers, countries.
 */
import { intervalsSvgs, type IntervalRow } from '../charts/intervals.ts'
import { figure } from '../tables/csv.ts'
import { signedText, roundingPlace, decimalText, shareText } from '../words/numbers.ts'
import type { Report, ComparisonRow } from '../data/report.ts'
import { type Section, paragraph, type Block, type Figure, type DocumentTable, type Cell, words } from './document.ts'
import { directionText } from './decisionTable.ts'
import type { Options, Option } from './options.ts'
import { placeName } from './outcomes.ts'
import { lastYear } from './years.ts'

const groups = [
  { family: 'gainUS', title: 'United States' },
  { family: 'gainCA', title: 'Canada' },
  { family: 'gainMX', title: 'Mexico' },
  { family: 'profit', title: 'Makers, by headquarters' },
  { family: 'welfare', title: 'Whole countries' },
] as const

/** Who gains and who loses in the last year; undefined where nothing is compared. */
export function gainSection(report: Report, options: Options): Section | undefined {
  const year = lastYear(report)
  const rows = report.comparisons.filter((row) => row.year === year && row.paired.difference.n > 0)
  const gains = options.shown.flatMap((option) => optionGains(rows, option, options))
  if (gains.length === 0) return undefined
  return {
    id: 'gains',
    title: `Who gains and who loses in ${year}`,
    blocks: [
      paragraph(
        `USD of 2024 in that year, against ${options.baseline}. Consumers: their surplus. Businesses: profits of ` +
          `makers with headquarters there. ` +
          'Treasury: duties collected. Workers: earnings lost where jobs are displaced. Farmers: income lost to ' +
          'retaliation. Whole ' +
          'countries are the sums of these (welfare).',
      ),
      { kind: 'figures', figures: gains.map(({ figure: picture }) => picture) },
      ...gains.map(({ table }): Block => ({ kind: 'table', table, behind: true })),
    ],
  }
}

interface Gain {
  readonly group: string
  readonly row: ComparisonRow
}

interface OptionGains {
  readonly figure: Figure
  readonly table: DocumentTable
}

function optionGains(rows: readonly ComparisonRow[], option: Option, options: Options): readonly OptionGains[] {
  const gains = groups.flatMap(({ family, title }) =>
    rows
      .filter(({ scenario, outcome }) => scenario === option.name && outcome.family === family)
      .map((row): Gain => ({ group: title, row })),
  )
  if (gains.length === 0) return []
  const title = `Gains and losses under ${option.label}`
  const id = options.all.length > 1 ? `gains-${option.letter}` : 'gains'
  const svgs = intervalsSvgs({
    title,
    unit: 'billion USD a year',
    rows: gains.map(intervalRow),
    format: (value) => signedText(value, -1).replace(/\.0$/, ''),
  })
  const caption = 'Points: means; lines: 90% of replicates. A hollow point may be a gain or a loss.'
  const size = options.all.length > 1 ? 'half' : 'full'
  return [{ figure: { id, title, caption, shows: 'spread', ...svgs, size }, table: gainTable(id, title, gains) }]
}

function intervalRow({ group, row: { outcome, paired } }: Gain): IntervalRow {
  const { low, mean, high } = paired.difference
  return { group, label: placeName(outcome.place), low: low / 1000, mean: mean / 1000, high: high / 1000 }
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

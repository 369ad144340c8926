/**
 * Flows between countries in the last year: vehicles by where they are built and sold, and where the value in them
 * comes from.
 */
import { flowsSvgs } from '../charts/flows.ts'
import type { FlowRow } from '../charts/flowRow.ts'
import { figure } from '../words/figures.ts'
import { roundingPlace, decimalText, percentText } from '../words/numbers.ts'
import type { Report, SummaryRow } from '../data/report.ts'
import { type Section, paragraph, type DocumentTable, words, type Cell } from './document.ts'
import type { Options } from './options.ts'
import { placeName } from '../words/outcomes.ts'
import { lastYear } from './years.ts'

const markets = [
  ['salesFrom', 'US'],
  ['salesToCanadaFrom', 'CA'],
  ['salesToMexicoFrom', 'MX'],
] as const
const contentFamilies = ['usContent', 'regionalContent', 'chineseContent']

/** Where the vehicles sold in each market are built in the last year; undefined without a good replicate. */
export function flowSection(report: Report, options: Options): Section | undefined {
  const rows = report.summaries.filter(({ year, summary }) => year === lastYear(report) && summary.n > 0)
  const labels = new Map([
    [options.baseline, 'Baseline'],
    ...options.shown.map(({ name, label }) => [name, label] as const),
  ])
  const headings = new Map([
    [options.baseline, 'Baseline'],
    ...options.shown.map(({ name, words: title }) => [name, title] as const),
  ])
  const flows = flowRows(rows, labels, options.baseline)
  if (flows.length === 0) return undefined
  const bars =
    options.shown.length > 1
      ? 'Filled bars: the option; frames around them: the baseline; lines: 90% of replicates. One scale for all.'
      : 'Open bars: the baseline; filled bars: the option; lines on them: 90% of replicates.'
  return {
    id: 'flows',
    title: `Flows between countries in ${lastYear(report)}`,
    blocks: [
      paragraph(
        'Vehicles by where they are built and where they are sold. Parts are not counted by pairs of countries; ' +
          'the table of ' +
          `content says where the value of vehicles comes ` +
          `from.${options.choice === '' ? '' : ` ${options.choice}`}`,
      ),
      {
        kind: 'figures',
        figures: [
          {
            id: 'flows',
            title: 'Vehicles by where they are built and sold',
            shows: 'spread',
            size: 'full',
            caption: `Thousand vehicles in ${lastYear(report)}, beside ${options.against} in the same year. ${bars}`,
            ...flowsSvgs(flows.map(({ row }) => row)),
          },
        ],
      },
      { kind: 'table', table: flowTable(flows), behind: true },
      { kind: 'table', table: contentTable(rows, headings), behind: false },
    ],
  }
}

interface Flow {
  readonly row: FlowRow
  readonly source: SummaryRow
}

function flowRows(rows: readonly SummaryRow[], labels: ReadonlyMap<string, string>, baseline: string): readonly Flow[] {
  return markets.flatMap(([family, market]) => {
    const members = rows.filter(({ outcome, scenario }) => outcome.family === family && labels.has(scenario))
    const origins = [...new Set(members.map(({ outcome }) => outcome.place))]
    return origins.flatMap((origin) =>
      [...labels].flatMap(([name, label]) => {
        const source = members.find(({ outcome, scenario }) => outcome.place === origin && scenario === name)
        if (source === undefined) return []
        const { low, mean, high } = source.summary
        const row = {
          market: placeName(market),
          origin: placeName(origin),
          scenario: label,
          isBaseline: name === baseline,
          short: name === baseline ? 'baseline' : labels.size === 2 ? 'option' : `option ${label.split(/[ ,]/)[0]}`,
          low: low / 1000,
          mean: mean / 1000,
          high: high / 1000,
        }
        return [{ row, source }]
      }),
    )
  })
}

const left = 'left' as const
const right = 'right' as const

function flowTable(flows: readonly Flow[]): DocumentTable {
  const columns = [
    { key: 'soldIn', title: 'Sold in', align: left },
    { key: 'builtIn', title: 'Built in', align: left },
    { key: 'scenario', title: 'Scenario', align: left },
    { key: 'vehicles', title: 'Vehicles', align: right },
    { key: 'low', title: '5%', align: right },
    { key: 'high', title: '95%', align: right },
  ]
  const rows = flows.map(({ row, source: { summary } }) => [
    words(row.market),
    words(row.origin),
    words(row.scenario),
    ...[summary.mean, summary.low, summary.high].map((value) => vehicles(value, summary.standardError)),
  ])
  return {
    id: 'flows',
    caption: 'Vehicles a year by where they are built and sold',
    columns,
    groups: [{ title: '', rows }],
  }
}

function vehicles(value: number, error: number): Cell {
  const place = Number.isFinite(error) && error > 0 ? roundingPlace(value, error, 1) : 0
  return { text: decimalText(value, place), value: figure(value, error) }
}

/** Content shares: a row an outcome, a column a scenario. */
function contentTable(rows: readonly SummaryRow[], labels: ReadonlyMap<string, string>): DocumentTable {
  const columns = [
    { key: 'content', title: 'Share of value', align: left },
    ...[...labels].map(([name, label]) => ({ key: name, title: label, align: right })),
  ]
  const groups = contentFamilies.flatMap((family) => {
    const members = rows.filter(({ outcome }) => outcome.family === family)
    const outcomes = [...new Map(members.map(({ outcome }) => [outcome.id, outcome])).values()]
    if (outcomes.length === 0) return []
    return [
      {
        title: outcomes[0].label,
        rows: outcomes.map((outcome) => [
          words(placeName(outcome.place)),
          ...[...labels].map(([name]) =>
            shareCell(members.find((one) => one.scenario === name && one.outcome.id === outcome.id)),
          ),
        ]),
      },
    ]
  })
  return { id: 'content', caption: 'Where the value of vehicles comes from, means', columns, groups }
}

function shareCell(row: SummaryRow | undefined): Cell {
  if (row === undefined) return words('–')
  const { mean, standardError } = row.summary
  const known = Number.isFinite(standardError) && standardError > 0
  const place = known ? Math.max(-2, Math.min(0, roundingPlace(100 * mean, 100 * standardError, 1))) : 0
  return { text: percentText(mean, place), value: figure(mean, standardError) }
}

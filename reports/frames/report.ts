/** What a report says, as tables: a row a subject, with its figures at full precision beside one another. */
import type { Probability } from '../../engine/analysis/paired.ts'
import type { Summary } from '../../engine/analysis/summary.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import type { LineRow, PlantRow } from '../data/places.ts'
import type { ComparisonRow, SummaryRow } from '../data/report.ts'
import type { ColumnData, ColumnName, ReadableTable } from './columns.ts'

type Cell = string | number
/** [column] what stands in it, from a row. */
type Cells<Row> = Readonly<Record<string, (row: Row) => Cell>>

const subject = {
  id: ({ outcome }) => outcome.id,
  outcome: ({ outcome }) => outcome.family,
  place: ({ outcome }) => outcome.place,
  year: ({ year }) => year,
  unit: ({ outcome }) => outcome.unit,
} satisfies Cells<{ readonly outcome: OutcomeDefinition; readonly year: number }>

const figures = {
  mean: ({ mean }) => mean,
  monteCarloError: ({ standardError }) => standardError,
  low: ({ low }) => low,
  median: ({ median }) => median,
  high: ({ high }) => high,
  standardDeviation: ({ standardDeviation }) => standardDeviation,
  n: ({ n }) => n,
  failed: ({ failed }) => failed,
} satisfies Cells<Summary>

function ofPart<Row, Part>(partOf: (row: Row) => Part, cells: Cells<Part>): Cells<Row> {
  const taken = Object.entries(cells).map(([name, cellOf]): [string, (row: Row) => Cell] => [
    name,
    (row) => cellOf(partOf(row)),
  ])
  return Object.fromEntries(taken)
}

const summaryCells: Cells<SummaryRow> = {
  scenario: ({ scenario }) => scenario,
  ...subject,
  ...ofPart(({ summary }: SummaryRow) => summary, figures),
}

/** `mean` and what stands with it are of the paired difference. */
const comparisonCells: Cells<ComparisonRow> = {
  scenario: ({ scenario }) => scenario,
  baseline: ({ baseline }) => baseline,
  ...subject,
  ...ofPart(({ paired }: ComparisonRow) => paired.difference, figures),
  baselineMean: ({ paired }) => paired.baselineMean,
  relative: ({ paired }) => paired.relative,
  relativeError: ({ paired }) => paired.relativeStandardError,
  better: ({ paired }) => paired.better?.value ?? NaN,
  betterError: ({ paired }) => paired.better?.standardError ?? NaN,
}

const shares = ['active', 'opened', 'idled', 'closed', 'gained', 'lost', 'cut', 'raised'] as const

const plantCells: Cells<PlantRow> = {
  scenario: ({ scenario }) => scenario,
  plant: ({ plant }) => plant,
  maker: ({ maker }) => maker,
  city: ({ city }) => city,
  state: ({ state }) => state,
  place: ({ place }) => place,
  latitude: ({ latitude }) => latitude,
  longitude: ({ longitude }) => longitude,
  ...Object.fromEntries(shares.flatMap((name) => withError(name, (row: PlantRow) => row[name]))),
  baseYearOutput: ({ baseYearOutput }) => baseYearOutput,
  baselineOutput: ({ baselineOutput }) => baselineOutput,
  output: ({ output }) => output,
  difference: ({ difference }) => difference,
  differenceError: ({ differenceStandardError }) => differenceStandardError,
  n: ({ n }) => n,
}

const lineCells: Cells<LineRow> = {
  scenario: ({ scenario }) => scenario,
  line: ({ line }) => line,
  fromPlace: ({ from }) => from,
  place: ({ place }) => place,
  ...Object.fromEntries(withError('share', ({ here }: LineRow) => here)),
  n: ({ n }) => n,
}

function withError<Row>(name: string, of: (row: Row) => Probability): readonly [string, (row: Row) => number][] {
  return [
    [name, (row) => of(row).value],
    [`${name}Error`, (row) => of(row).standardError],
  ]
}

const textColumns = new Set(
  'scenario, baseline, id, outcome, place, unit, plant, maker, city, state, line, fromPlace'.split(', '),
)

const wholeColumns = new Set(['year', 'n', 'failed'])

function tableOf<Row>(cells: Cells<Row>, rows: readonly Row[]): ReadableTable {
  const columns = Object.keys(cells).map((name): ColumnName => ({
    name,
    kind: textColumns.has(name) ? 'text' : 'number',
    ...(wholeColumns.has(name) ? { isWhole: true } : {}),
  }))
  const dataOf = ({ name, kind }: ColumnName): ColumnData => {
    const cellOf = cells[name]
    return kind === 'text'
      ? rows.map((row) => String(cellOf(row)))
      : Float64Array.from(rows, (row) => Number(cellOf(row)))
  }
  return {
    columns,
    rows: rows.length,
    read: (names) =>
      Object.fromEntries(columns.filter(({ name }) => names.has(name)).map((column) => [column.name, dataOf(column)])),
  }
}

/** What of a report becomes tables. */
export interface ReportRows {
  readonly summaries: readonly SummaryRow[]
  readonly comparisons: readonly ComparisonRow[]
  readonly plants: readonly PlantRow[]
  readonly lines: readonly LineRow[]
}

/** A table of a report. */
export function reportTable(kind: 'summary' | 'compare' | 'plants' | 'lines', report: ReportRows): ReadableTable {
  if (kind === 'summary') return tableOf(summaryCells, report.summaries)
  if (kind === 'compare') return tableOf(comparisonCells, report.comparisons)
  return kind === 'plants' ? tableOf(plantCells, report.plants) : tableOf(lineCells, report.lines)
}

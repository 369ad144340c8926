/**
 * Replicates as a table: a row for each scenario, year and replicate, with the levers of its point, the outcomes, and the parameters
 * that the replicate drew. Rows stand as in an exported file: by part, block, scenario, year, replicate.
 */
import { parameterCount } from '../../engine/model/draws/parameters.ts'
import type { ColumnData, ColumnName, ReadableTable } from './columns.ts'
import type { ReplicateBlock, ReplicateSource } from './source.ts'
import { parameterColumns } from '../tables/parameterColumns.ts'

/** What fills the cells of one column: those of some rows of one scenario, year and block, from row `at` on. */
type Fill = (place: Place, at: number) => void

interface Place {
  readonly part: number
  /** Position among the scenarios of the plan, and among those of the part. */
  readonly scenario: number
  readonly s: number
  /** Position among the years that are kept. */
  readonly t: number
  readonly block: ReplicateBlock
  /** [replicate of the block x parameter] */
  readonly draws: Float64Array
}

interface Column {
  readonly data: ColumnData
  readonly fill: Fill
}

interface MadeColumn extends ColumnName {
  readonly make: (rows: number) => Column
}

/** @param years positions among those that are kept */
export function replicateTable(source: ReplicateSource, years: readonly number[]): ReadableTable {
  const columns = columnsOf(source)
  return {
    columns,
    rows: rowsOf(source, years),
    read: (names) =>
      readRows(
        source,
        years,
        columns.filter(({ name }) => names.has(name)),
      ),
  }
}

/** Rows where no block is missing. */
function rowsOf({ plan, replicates }: ReplicateSource, years: readonly number[]): number {
  return replicates.reduce((sum, count, part) => sum + count * years.length * plan.parts[part].scenarios.length, 0)
}

function columnsOf({ plan, partial }: ReplicateSource): readonly MadeColumn[] {
  const levers = (plan.levers ?? []).map(({ name }) => name)
  const numbers = (name: string, valuesOf: (place: Place) => (d: number) => number): MadeColumn => ({
    name,
    kind: 'number',
    isWhole: true,
    make: (rows) => {
      const data = new Int32Array(rows)
      const fill: Fill = (place, at) => {
        const valueOf = valuesOf(place)
        for (let d = 0; d < place.block.count; d++) data[at + d] = valueOf(d)
      }
      return { data, fill }
    },
  })
  return [
    texts('scenario', ({ scenario }) => plan.scenarios[scenario].name),
    ...levers.map((name) => leverColumn(name, plan)),
    numbers(
      'replicate',
      ({ block }) =>
        (d) =>
          block.first + d,
    ),
    numbers(
      'year',
      ({ t }) =>
        () =>
          plan.years[t],
    ),
    numbers('status', ({ block, s }) => {
      const status = block.status(s)
      return (d) => status[d]
    }),
    ...plan.outcomes.map((name, c): MadeColumn => ({ name, kind: 'number', make: (rows) => outcomeColumn(rows, c) })),
    ...parameterColumns(plan).map(({ name, parameter }): MadeColumn => ({
      name,
      kind: 'number',
      ifNamed: true,
      make: (rows) => drawColumn(rows, parameter),
    })),
    ...(partial === undefined ? [] : [texts('partial', () => partial)]),
  ]
}

function texts(name: string, textOf: (place: Place) => string | null): MadeColumn {
  const make = (rows: number): Column => {
    const data: (string | null)[] = Array.from({ length: rows })
    return { data, fill: (place, at) => void data.fill(textOf(place), at, at + place.block.count) }
  }
  return { name, kind: 'text', make }
}

/** A lever whose values are numbers at every point is a column of numbers, any other one of texts; the baseline has none. */
function leverColumn(name: string, { points = [] }: ReplicateSource['plan']): MadeColumn {
  const valueAt = ({ scenario }: Place): string | number | boolean | undefined =>
    points.find((point) => point.scenario === scenario)?.levers[name]
  if (!points.every(({ levers }) => typeof levers[name] === 'number')) {
    return texts(name, (place) => {
      const value = valueAt(place)
      return value === undefined ? null : String(value)
    })
  }
  const make = (rows: number): Column => {
    const data = new Float64Array(rows)
    return { data, fill: (place, at) => void data.fill(Number(valueAt(place) ?? NaN), at, at + place.block.count) }
  }
  return { name, kind: 'number', make }
}

function outcomeColumn(rows: number, c: number): Column {
  const data = new Float64Array(rows)
  return { data, fill: ({ block, s, t }, at) => data.set(block.values(s, t, c), at) }
}

function drawColumn(rows: number, parameter: number): Column {
  const data = new Float64Array(rows)
  return {
    data,
    fill: ({ block, draws }, at) => {
      for (let d = 0; d < block.count; d++) data[at + d] = draws[d * parameterCount + parameter]
    },
  }
}

/** Blocks are read one after the other; where some are missing, there are fewer rows. */
function readRows(
  source: ReplicateSource,
  years: readonly number[],
  asked: readonly MadeColumn[],
): Readonly<Record<string, ColumnData>> {
  const { plan, replicates } = source
  const columns = asked.map(({ make }) => make(rowsOf(source, years)))
  const isDrawn = asked.some(({ ifNamed }) => ifNamed === true)
  let rows = 0
  replicates.forEach((_, part) => {
    for (const block of source.blocks(part)) {
      const draws = isDrawn ? source.draws(part, block.first, block.count) : noDraws
      plan.parts[part].scenarios.forEach((scenario, s) => {
        for (const t of years) {
          for (const { fill } of columns) fill({ part, scenario, s, t, block, draws }, rows)
          rows += block.count
        }
      })
    }
  })
  return Object.fromEntries(columns.map(({ data }, n) => [asked[n].name, firstRows(data, rows)]))
}

const noDraws = new Float64Array(0)

function firstRows(data: ColumnData, rows: number): ColumnData {
  if (data.length === rows) return data
  return ArrayBuffer.isView(data) ? data.subarray(0, rows) : data.slice(0, rows)
}

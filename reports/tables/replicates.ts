import { usageError } from '../../engine/run/errors.ts'
import { openSync, closeSync, writeFileSync } from 'node:fs'
import { type ResultShape, blockLayout, columnStart } from '../../engine/run/layout.ts'
import { type ParquetColumn, parquetBytes } from '../../engine/run/parquet.ts'
import type { FinishedBlock } from '../../engine/run/shards.ts'
import { withOriginalTexts } from '../../scenarios/file/csvCells.ts'
import { parameterCount } from '../../engine/model/draws/parameters.ts'
import { drawsOf } from '../../studies/folder/drawsOf.ts'
import { csv } from './csv.ts'
import type { ParameterColumn } from './parameterColumns.ts'
import { bytesText } from '../words/numbers.ts'
import type { RunPlanFile } from '../../studies/plan/runPlan.ts'
import { partReader, type ReadableResult } from '../../studies/folder/whole.ts'

/** Parquet and Arrow files are made in memory. */
const mostBytesInMemory = 2 ** 30

export interface Wanted {
  readonly plan: RunPlanFile
  /** Positions among those that are kept. */
  readonly years: readonly number[]
  readonly outcomes: readonly number[]
  readonly levers: readonly string[]
  /** Parameters whose draws stand beside the outcomes. */
  readonly parameters: readonly ParameterColumn[]
  /** What is there of a result that is not whole: a column of that name says so in every row. */
  readonly partial?: string | undefined
  /** True where texts in a CSV file are to stay as they are. */
  readonly rawCsv?: boolean
}

interface PartBlock {
  readonly part: number
  readonly shape: ResultShape
  readonly read: () => FinishedBlock | undefined
  /** [replicate of the block x parameter] what some replicates drew. */
  readonly draws: (first: number, count: number) => Float64Array
}

/** Blocks in the order of parts and replicates; each is read when it is asked for. */
export function storedBlocks(result: ReadableResult): readonly PartBlock[] {
  const draws = drawsOf(result.inputs, result.plan)
  return result.plan.parts.flatMap((_, part) => {
    const { shape, blocks, read } = partReader(result, part)
    return blocks.map((index): PartBlock => ({
      part,
      shape,
      read: () => read(index),
      draws: (first, count) => draws(part, first, count),
    }))
  })
}

/** Undefined where there is none: the baseline has no levers, and a replicate that failed no outcomes. */
type LeverCell = string | number | boolean | undefined

/** One row: names first, then numbers. */
interface Row {
  readonly scenario: string
  readonly levers: readonly LeverCell[]
  readonly replicate: number
  readonly year: number
  readonly status: number
  /** NaN where the replicate failed. */
  readonly values: readonly number[]
  readonly drawn: readonly number[]
}

function* rowsOf(wanted: Wanted, block: FinishedBlock, { part, shape, draws }: PartBlock): Generator<Row> {
  const { plan, parameters } = wanted
  const drawn = parameters.length > 0 ? draws(block.first, block.count) : new Float64Array(0)
  const { statusStart } = blockLayout(shape, block.count)
  for (const [s, scenario] of plan.parts[part].scenarios.entries()) {
    const point = plan.points?.find((one) => one.scenario === scenario)
    const levers = wanted.levers.map((lever) => point?.levers[lever])
    for (const t of wanted.years) {
      for (let d = 0; d < block.count; d++) {
        yield {
          scenario: plan.scenarios[scenario].name,
          levers,
          replicate: block.first + d,
          year: plan.years[t],
          status: block.values[statusStart + s * block.count + d],
          values: wanted.outcomes.map((c) => block.values[columnStart(shape, block.count, s, t, c) + d]),
          drawn: parameters.map(({ parameter }) => drawn[d * parameterCount + parameter]),
        }
      }
    }
  }
}

function namesOf({ levers, outcomes, parameters, plan, partial }: Wanted): readonly string[] {
  const last = [...parameters.map(({ name }) => name), ...(partial === undefined ? [] : ['partial'])]
  return ['scenario', ...levers, 'replicate', 'year', 'status', ...outcomes.map((c) => plan.outcomes[c]), ...last]
}

/**
 * Text formats are written block by block. What is not there is an empty cell, or null.
 *
 * `writeFileSync` with an open file goes on until all is written; `writeSync` may take a part, as where a disk gets full.
 */
export function writeRows(
  target: string,
  format: 'csv' | 'json',
  wanted: Wanted,
  blocks: readonly PartBlock[],
): number {
  const names = namesOf(wanted)
  const file = openSync(target, 'w')
  let written = 0
  try {
    const asAsked = wanted.rawCsv === true ? withOriginalTexts : (text: string): string => text
    if (format === 'csv') writeFileSync(file, asAsked(csv(names, [])))
    for (const partBlock of blocks) {
      const block = partBlock.read()
      if (block === undefined) continue
      const rows = [...rowsOf(wanted, block, partBlock)].map((row) => cellsOf(row, wanted))
      written += rows.length
      writeFileSync(
        file,
        format === 'csv' ? asAsked(csvRows(rows)) : rows.map((row) => `${jsonLine(names, row)}\n`).join(''),
      )
    }
  } finally {
    closeSync(file)
  }
  return written
}

type Cell = string | number | boolean | null

/** What is not there is null. */
function cellsOf(
  { scenario, levers, replicate, year, status, values, drawn }: Row,
  { partial }: Wanted,
): readonly Cell[] {
  const outcomes = values.map((value) => (Number.isFinite(value) ? value : null))
  const last = [...drawn, ...(partial === undefined ? [] : [partial])]
  return [scenario, ...levers.map((value) => value ?? null), replicate, year, status, ...outcomes, ...last]
}

function csvRows(rows: readonly (readonly Cell[])[]): string {
  const [first, ...others] = rows.map((row) =>
    row.map((cell) => (cell === null ? '' : typeof cell === 'boolean' ? String(cell) : cell)),
  )
  return csv(first, others)
}

function jsonLine(names: readonly string[], cells: readonly Cell[]): string {
  return JSON.stringify(Object.fromEntries(cells.map((cell, n) => [names[n], cell])))
}

function columnsOf(
  rows: readonly Row[],
  { plan, outcomes, levers, parameters, partial }: Wanted,
): readonly ParquetColumn[] {
  return [
    { name: 'scenario', type: 'STRING', data: rows.map(({ scenario }) => scenario) },
    ...levers.map((name, n): ParquetColumn =>
      leverColumn(
        name,
        rows.map((row) => row.levers[n]),
        plan,
      ),
    ),
    { name: 'replicate', type: 'INT32', data: Int32Array.from(rows, ({ replicate }) => replicate) },
    { name: 'year', type: 'INT32', data: Int32Array.from(rows, ({ year }) => year) },
    { name: 'status', type: 'INT32', data: Int32Array.from(rows, ({ status }) => status) },
    ...outcomes.map((c, n): ParquetColumn => ({
      name: plan.outcomes[c],
      type: 'DOUBLE OR NULL',
      data: rows.map(({ values }) => (Number.isFinite(values[n]) ? values[n] : null)),
    })),
    ...parameters.map(({ name }, n): ParquetColumn => ({
      name,
      type: 'DOUBLE',
      data: Float64Array.from(rows, ({ drawn }) => drawn[n]),
    })),
    ...(partial === undefined
      ? []
      : [{ name: 'partial', type: 'STRING', data: rows.map(() => partial) } satisfies ParquetColumn]),
  ]
}

/** A lever whose values are numbers at every point is a column of numbers, any other one of texts, as its values are written. */
function leverColumn(name: string, values: readonly LeverCell[], { points = [] }: RunPlanFile): ParquetColumn {
  const isNumber = points.every(({ levers }) => typeof levers[name] === 'number')
  if (isNumber) {
    const data = values.map((value) => (typeof value === 'number' ? value : null))
    return { name, type: 'DOUBLE OR NULL', data }
  }
  return { name, type: 'STRING OR NULL', data: values.map((value) => (value === undefined ? null : String(value))) }
}

/**
 * Writes a row for each scenario, replicate and year. The whole table is made in memory.
 *
 * @returns how many rows were written
 * @throws an error of kind `usage` where it would be too large for that; the file system's errors
 */
export async function writeColumns(
  target: string,
  format: 'parquet' | 'arrow',
  wanted: Wanted,
  blocks: readonly PartBlock[],
): Promise<number> {
  const { plan, outcomes, parameters, years } = wanted
  const size = plan.scenarios.length * years.length * plan.replicates * 8 * (outcomes.length + parameters.length + 2)
  if (size > mostBytesInMemory) {
    throw usageError(
      `${format}: ${bytesText(size)} would be made in memory; choose --outcomes or --years, use csv or json, or read ` +
        'the Parquet files in shards/ as they are',
    )
  }
  const rows = blocks.flatMap((partBlock) => {
    const block = partBlock.read()
    return block === undefined ? [] : [...rowsOf(wanted, block, partBlock)]
  })
  const columns = columnsOf(rows, wanted)
  // Imported here: most exports need only one of the two.
  const bytes =
    format === 'parquet'
      ? parquetBytes(columns, { name: plan.name, ...(wanted.partial === undefined ? {} : { partial: wanted.partial }) })
      : (await import('./arrow.ts')).arrowBytes(columns)
  writeFileSync(target, bytes)
  return rows.length
}

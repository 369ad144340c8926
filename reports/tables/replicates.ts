import { usageError } from '../../engine/run/errors.ts'
import { openSync, closeSync, writeFileSync } from 'node:fs'
import { type ResultShape, blockLayout, columnStart } from '../../engine/run/layout.ts'
import { type ParquetColumn, parquetBytes } from '../../engine/run/parquet.ts'
import { planBlock } from '../../engine/run/plan.ts'
import { type FinishedBlock, readShard } from '../../engine/run/shards.ts'
import { csv } from './csv.ts'
import { bytesText } from '../words/numbers.ts'
import type { RunPlanFile } from '../../studies/plan/runPlan.ts'
import { storedInputs, partShards } from '../../studies/plan/work.ts'

/** Parquet and Arrow files are made in memory. */
const mostBytesInMemory = 2 ** 30

export interface Wanted {
  readonly plan: RunPlanFile
  /** Positions among those that are kept. */
  readonly years: readonly number[]
  readonly outcomes: readonly number[]
  readonly levers: readonly string[]
}

interface PartBlock {
  readonly part: number
  readonly shape: ResultShape
  readonly read: () => FinishedBlock | undefined
}

/** Blocks in the order of parts and replicates; each is read when it is asked for. */
export function storedBlocks(path: string, plan: RunPlanFile): readonly PartBlock[] {
  const inputs = storedInputs(path, plan)
  return plan.parts.flatMap((_, part) => {
    const { context, run, folder } = partShards(path, plan, inputs, part)
    return Array.from({ length: run.blocks }, (_unused, b): PartBlock => ({
      part,
      shape: context.shape,
      read: () => readShard(folder, context, planBlock(run, b)),
    }))
  })
}

/** One row: names first, then numbers. */
interface Row {
  readonly scenario: string
  readonly levers: readonly string[]
  readonly replicate: number
  readonly year: number
  readonly status: number
  readonly values: readonly number[]
}

function* rowsOf(wanted: Wanted, block: FinishedBlock, part: number, shape: ResultShape): Generator<Row> {
  const { plan } = wanted
  const { statusStart } = blockLayout(shape, block.count)
  for (const [s, scenario] of plan.parts[part].scenarios.entries()) {
    const point = plan.points?.find((one) => one.scenario === scenario)
    const levers = wanted.levers.map((lever) => String(point?.levers[lever] ?? ''))
    for (const t of wanted.years) {
      for (let d = 0; d < block.count; d++) {
        yield {
          scenario: plan.scenarios[scenario].name,
          levers,
          replicate: block.first + d,
          year: plan.years[t],
          status: block.values[statusStart + s * block.count + d],
          values: wanted.outcomes.map((c) => block.values[columnStart(shape, block.count, s, t, c) + d]),
        }
      }
    }
  }
}

function namesOf({ levers, outcomes, plan }: Wanted): readonly string[] {
  return ['scenario', ...levers, 'replicate', 'year', 'status', ...outcomes.map((c) => plan.outcomes[c])]
}

/**
 * Text formats are written block by block. A failed replicate has empty cells, or null.
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
    if (format === 'csv') writeFileSync(file, csv(names, []))
    for (const { part, shape, read } of blocks) {
      const block = read()
      if (block === undefined) continue
      const rows = [...rowsOf(wanted, block, part, shape)]
      written += rows.length
      writeFileSync(file, format === 'csv' ? csvRows(rows) : rows.map((row) => `${jsonLine(names, row)}\n`).join(''))
    }
  } finally {
    closeSync(file)
  }
  return written
}

function cellsOf({ scenario, levers, replicate, year, status, values }: Row): readonly (string | number)[] {
  return [scenario, ...levers, replicate, year, status, ...values]
}

function csvRows(rows: readonly Row[]): string {
  const [first, ...others] = rows.map((row) => cellsOf(row).map((cell) => (Number.isNaN(cell) ? '' : cell)))
  return csv(first, others)
}

function jsonLine(names: readonly string[], row: Row): string {
  return JSON.stringify(Object.fromEntries(cellsOf(row).map((cell, n) => [names[n], cell])))
}

function columnsOf(rows: readonly Row[], { plan, outcomes, levers }: Wanted): readonly ParquetColumn[] {
  return [
    { name: 'scenario', type: 'STRING', data: rows.map(({ scenario }) => scenario) },
    ...levers.map((name, n): ParquetColumn =>
      leverColumn(
        name,
        rows.map((row) => row.levers[n]),
      ),
    ),
    { name: 'replicate', type: 'INT32', data: Int32Array.from(rows, ({ replicate }) => replicate) },
    { name: 'year', type: 'INT32', data: Int32Array.from(rows, ({ year }) => year) },
    { name: 'status', type: 'INT32', data: Int32Array.from(rows, ({ status }) => status) },
    ...outcomes.map((c, n): ParquetColumn => ({
      name: plan.outcomes[c],
      type: 'DOUBLE',
      data: Float64Array.from(rows, ({ values }) => values[n]),
    })),
  ]
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
  const { plan, outcomes, years } = wanted
  const size = plan.scenarios.length * years.length * plan.replicates * 8 * (outcomes.length + 2)
  if (size > mostBytesInMemory) {
    throw usageError(
      `${format}: ${bytesText(size)} would be made in memory; choose --outcomes or --years, use csv or json, or read ` +
        'the Parquet files in shards/ as they are',
    )
  }
  const rows = blocks.flatMap(({ part, shape, read }) => {
    const block = read()
    return block === undefined ? [] : [...rowsOf(wanted, block, part, shape)]
  })
  const columns = columnsOf(rows, wanted)
  // Imported here: most exports need only one of the two.
  const bytes =
    format === 'parquet' ? parquetBytes(columns, { name: plan.name }) : (await import('./arrow.ts')).arrowBytes(columns)
  writeFileSync(target, bytes)
  return rows.length
}

/** Levers that are numbers at every point are a column of numbers; the baseline, which has none, is not a number there. */
function leverColumn(name: string, texts: readonly string[]): ParquetColumn {
  const isNumber = texts.every((text) => text === '' || Number.isFinite(Number(text)))
  if (!isNumber) return { name, type: 'STRING', data: texts }
  return { name, type: 'DOUBLE', data: Float64Array.from(texts, (text) => (text === '' ? NaN : Number(text))) }
}

/** A table of a result after some steps: as text, or as a file. */
import { writeFileSync } from 'node:fs'
import { type ParquetColumn, parquetBytes } from '../../engine/run/parquet.ts'
import { withOriginalTexts } from '../../scenarios/file/csvCells.ts'
import { requireOutFile } from '../../studies/folder/outFile.ts'
import type { ColumnTable } from '../frames/arquero.ts'
import type { ColumnKind, ColumnName, TableKind } from '../frames/columns.ts'
import { readableTable, type ReadableOptions, requireRoom } from '../frames/readable.ts'
import { readSteps, type StatedStep } from '../frames/steps.ts'
import { csv, type Cell as CsvCell } from '../tables/csv.ts'
import { figure } from '../words/figures.ts'
import { tableLines } from '../words/table.ts'
import { type Format, writeWhole } from './fileFormat.ts'

export type Cell = string | number | boolean | null

interface FinishedColumn {
  readonly name: string
  readonly kind: ColumnKind
  readonly isWhole: boolean
  /** [row] null for what is not there. */
  readonly cells: readonly Cell[]
}

/** What steps have left of a table. */
export interface FinishedTable {
  readonly rows: number
  readonly columns: readonly FinishedColumn[]
  /** What is there of the result, where that is not all. */
  readonly partial?: string | undefined
}

/**
 * Reads a table of a result and carries out the steps.
 *
 * @throws errors of kind `usage` for what is wrong with the steps, or would not fit into memory, before anything is read
 */
export async function finishedTable(
  folder: string,
  kind: TableKind,
  stated: readonly StatedStep[],
  options: ReadableOptions,
): Promise<FinishedTable> {
  const { readable, partial } = readableTable(folder, kind, options)
  const { steps, needed, columns } = readSteps(stated, readable.columns)
  // Where no column is asked for, as by a count, there must be one that has the rows.
  const names = needed.size > 0 ? needed : new Set([readable.columns[0].name])
  requireRoom(readable, names)
  const { applyStep, tableFrom } = await import('../frames/apply.ts')
  const table = steps.reduce((sofar, step) => applyStep(sofar, step), tableFrom(readable, names))
  const finished = columns.map((column) => finishedColumn(table, column))
  const said = partial !== undefined && !columns.some(({ name }) => name === 'partial')
  const rows = table.numRows()
  const last: readonly FinishedColumn[] = said
    ? [{ name: 'partial', kind: 'text', isWhole: false, cells: Array.from({ length: rows }, () => partial) }]
    : []
  return { rows, columns: [...finished, ...last], partial }
}

function finishedColumn(table: ColumnTable, { name, kind, isWhole = false }: ColumnName): FinishedColumn {
  const values: Iterable<unknown> = table.array(name)
  const cells = Array.from(values, (value): Cell => {
    if (typeof value === 'number') return Number.isFinite(value) ? value : null
    return typeof value === 'string' || typeof value === 'boolean' ? value : null
  })
  return { name, kind, isWhole, cells }
}

/** One object a row, as JSON has them. */
export function tableObjects({ rows, columns }: FinishedTable): readonly Readonly<Record<string, Cell>>[] {
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(columns.map(({ name, cells }): [string, Cell] => [name, cells[row]])),
  )
}

function cellOf(cell: Cell): CsvCell {
  return cell === null ? '' : typeof cell === 'boolean' ? String(cell) : cell
}

/** As comma-separated text. @param raw true where texts stay as they are, also those that a spreadsheet would take for formulas */
export function tableCsv({ rows, columns }: FinishedTable, raw: boolean): string {
  const lines = function* (): Generator<readonly CsvCell[]> {
    for (let row = 0; row < rows; row++) yield columns.map(({ cells }) => cellOf(cells[row]))
  }
  const text = csv(
    columns.map(({ name }) => name),
    lines(),
  )
  return raw ? withOriginalTexts(text) : text
}

/** For a screen, figures with eight digits at most. @param most rows that are shown */
export function tableText({ rows, columns }: FinishedTable, most: number): string {
  const shown = Array.from({ length: Math.min(rows, most) }, (_, row) =>
    columns.map(({ cells, isWhole }) => {
      const cell = cells[row]
      return typeof cell === 'number' && !isWhole ? figure(cell, NaN) : cell === null ? '' : String(cell)
    }),
  )
  const heads = columns.map(({ name, kind }) => ({ title: name, align: kind === 'number' ? 'right' : 'left' }) as const)
  return `${tableLines(heads, shown).join('\n')}\n`
}

/** Writes it. @throws errors of kind `usage` where a file is in the way, and the file system's */
export async function writeTable(
  finished: FinishedTable,
  {
    to,
    format,
    force,
    rawCsv,
  }: { readonly to: string; readonly format: Format; readonly force: boolean; readonly rawCsv: boolean },
): Promise<void> {
  requireOutFile('--to', to, force)
  const contents = await tableBytes(finished, format, rawCsv)
  await writeWhole(to, (path) => writeFileSync(path, contents))
}

async function tableBytes(finished: FinishedTable, format: Format, rawCsv: boolean): Promise<string | Uint8Array> {
  if (format === 'csv') return tableCsv(finished, rawCsv)
  if (format === 'json')
    return tableObjects(finished)
      .map((row) => `${JSON.stringify(row)}\n`)
      .join('')
  const columns = finished.columns.map((column) => parquetColumn(column))
  const { partial } = finished
  if (format === 'parquet') return parquetBytes(columns, partial === undefined ? {} : { partial })
  return (await import('../tables/arrow.ts')).arrowBytes(columns)
}

function parquetColumn({ name, kind, isWhole, cells }: FinishedColumn): ParquetColumn {
  if (isWhole) return { name, type: 'INT32', data: Int32Array.from(cells, Number) }
  if (kind === 'number')
    return { name, type: 'DOUBLE OR NULL', data: cells.map((cell) => (cell === null ? null : Number(cell))) }
  return { name, type: 'STRING OR NULL', data: cells.map((cell) => (cell === null ? null : String(cell))) }
}

/**
 * CSV text to rows that know their line. Malformed rows become problems, among them the torn last row of a file that
 * was cut off.
 */
import { parse } from 'csv-parse/sync'
import { originalText } from '../file/csvCells.ts'
import { nearestName } from '../file/nearest.ts'
import type { DataProblem } from './problems.ts'

export interface CsvRow {
  readonly file: string
  /** Line in the file where the row ends, from 1; rows of these files are one line each. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

export interface CsvTable {
  readonly file: string
  readonly header: readonly string[]
  readonly rows: readonly CsvRow[]
}

interface ParsedRow {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/**
 * Reads one file's text. Rows with the wrong number of fields are reported and left out.
 *
 * @param columns that the reader of this table needs; a missing one is a problem, and the table then comes without rows
 */
export function readCsv(file: string, text: string, columns: readonly string[], problems: DataProblem[]): CsvTable {
  const parsed = parseRows(file, text, problems)
  if (parsed.length === 0) {
    problems.push({ file, message: 'has no rows', allowed: 'a header row and at least one row of data' })
    return { file, header: [], rows: [] }
  }
  const header = parsed[0].record.map((name) => originalText(name))
  const missing = columns.filter((column) => !header.includes(column))
  for (const column of missing) problems.push(missingColumn(file, column, header))
  const rows = parsed.slice(1).flatMap((row, position) => {
    if (row.record.length === header.length) return [toRow(file, header, row)]
    problems.push(wrongLength(file, row, header.length, position === parsed.length - 2))
    return []
  })
  return { file, header, rows: missing.length > 0 ? [] : rows }
}

/** With `info` each row comes with its line, which the parser's own types do not say. */
function isParsedRow(row: unknown): row is ParsedRow {
  return typeof row === 'object' && row !== null && 'record' in row && 'info' in row
}

function parseRows(file: string, text: string, problems: DataProblem[]): readonly ParsedRow[] {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const
    const rows: readonly unknown[] = parse(text, options)
    return rows.filter(isParsedRow)
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1
    const reason = error instanceof Error ? error.message : String(error)
    problems.push({ file, line, message: `cannot be read as CSV: ${reason}` })
    return [{ record: [], info: { lines: 1 } }]
  }
}

function toRow(file: string, header: readonly string[], row: ParsedRow): CsvRow {
  const cells = Object.fromEntries(header.map((column, position) => [column, cellText(row.record[position])]))
  return { file, line: row.info.lines, cells }
}

/** Without the spaces around it; a text that this program has made safe is what it was before. */
function cellText(cell: string): string {
  const text = originalText(cell)
  return text === cell ? cell.trim() : text
}

function wrongLength(file: string, row: ParsedRow, expected: number, isLast: boolean): DataProblem {
  const given = String(row.record.length)
  const torn = isLast && row.record.length < expected
  const cause = torn ? '; it is the last row, so the file seems to be cut off' : '; is a comma or a quote missing?'
  return {
    file,
    line: row.info.lines,
    message: `has ${given} fields, the header has ${expected}${cause}`,
    given,
    allowed: String(expected),
  }
}

function missingColumn(file: string, column: string, header: readonly string[]): DataProblem {
  const nearest = nearestName(column, header)
  return {
    file,
    line: 1,
    column,
    message: `column is missing${separatorHint(header) ?? (nearest === undefined ? '' : `; the nearest one there is '${nearest}'`)}`,
    allowed: header.join(', '),
    ...(nearest === undefined ? {} : { nearest }),
  }
}

/** What to say of a header that other signs than commas divide. */
function separatorHint(header: readonly string[]): string | undefined {
  const isOther = header.length === 1 && /[;\t]/.test(header[0])
  return isOther ? '; cells are divided by commas, and decimals by a point' : undefined
}

/**
 * Reading the cells of one row. Every function reports what is wrong to the list of problems and goes on with a
 * harmless value, so that one pass finds all problems.
 */
import type { CsvRow } from './csv.ts'
import { nearestName } from '../file/nearest.ts'
import type { DataProblem } from './problems.ts'

/** Reports a cell. */
export function rejectCell(
  row: CsvRow,
  column: string,
  problems: DataProblem[],
  message: string,
  allowed: string,
  nearest?: string,
): void {
  const hint = nearest === undefined ? '' : `; did you mean '${nearest}'?`
  problems.push({
    file: row.file,
    line: row.line,
    column,
    message: message + hint,
    given: row.cells[column],
    allowed,
    ...(nearest === undefined ? {} : { nearest }),
  })
}

/** A cell that must not be empty. */
export function readText(row: CsvRow, column: string, problems: DataProblem[]): string {
  const given = row.cells[column]
  if (given === '') rejectCell(row, column, problems, 'is empty, must be a text', 'a text')
  return given
}

/** A number within bounds, both allowed. */
export function readNumber(
  row: CsvRow,
  column: string,
  problems: DataProblem[],
  least: number = -Infinity,
  most: number = Infinity,
): number {
  const given = row.cells[column]
  const value = Number(given)
  const allowed = rangeText(least, most)
  if (given === '' || !Number.isFinite(value)) {
    const fault = given === '' ? 'is empty' : `'${given}' is not a number`
    rejectCell(row, column, problems, `${fault}, must be ${allowed}`, allowed)
    return NaN
  }
  if (value < least || value > most) {
    rejectCell(row, column, problems, `${given} is out of range, must be ${allowed}`, allowed)
  }
  return value
}

/** A number, or undefined where the cell is empty. */
export function readOptionalNumber(
  row: CsvRow,
  column: string,
  problems: DataProblem[],
  least?: number,
  most?: number,
): number | undefined {
  return row.cells[column] === '' ? undefined : readNumber(row, column, problems, least, most)
}

function rangeText(least: number, most: number): string {
  if (least === 0 && most === Infinity) return 'a number, 0 or more'
  if (most === Infinity) return least === -Infinity ? 'a number' : `a number, ${least} or more`
  return `a number from ${least} to ${most}`
}

/** One of a list of names. */
export function readChoice<Name extends string>(
  row: CsvRow,
  column: string,
  problems: DataProblem[],
  names: readonly Name[],
): Name {
  const given = row.cells[column]
  const found = names.find((name) => name === given)
  if (found !== undefined) return found
  rejectUnknown(row, column, problems, given, names)
  return names[0]
}

/** Reports a name that is not on the list, with the nearest one that is. */
export function rejectUnknown(
  row: CsvRow,
  column: string,
  problems: DataProblem[],
  given: string,
  names: readonly string[],
): void {
  const some = names.slice(0, 3).join(', ')
  const few = names.length <= 12 ? names.join(', ') : `one of ${names.length} names, as ${some}`
  const message = `'${given}' is unknown, must be ${few}`
  rejectCell(row, column, problems, message, names.join(', '), nearestName(given, names))
}

/** Reports rows with a key that an earlier row has. */
export function rejectDuplicates(rows: readonly CsvRow[], columns: readonly string[], problems: DataProblem[]): void {
  const firstLine = new Map<string, number>()
  for (const row of rows) {
    const key = columns.map((column) => row.cells[column]).join(', ')
    const first = firstLine.get(key)
    if (first === undefined) firstLine.set(key, row.line)
    else {
      const message = `'${key}' is already on line ${first}, must be on one line only`
      rejectCell(row, columns.join('+'), problems, message, 'a key that no other row has')
    }
  }
}

/** The points of a sweep from its CSV file, a row a point and a column a lever, each with the row and cell where it is written. */
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { readCsv } from '../industry/csv.ts'
import type { DataProblem } from '../industry/problems.ts'
import { type Position, valuePosition } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import { unknownLever, type WrittenPoint } from './points.ts'
import type { SweepSource } from './readSweep.ts'
import type { LeverValue } from '../file/values.ts'

/** Points of the CSV file, and what is wrong with its header and its rows. */
export interface CsvPoints {
  readonly points: readonly WrittenPoint[]
  readonly problems: readonly Problem[]
}

/** Rows of the CSV file; numbers are numbers, true and false are themselves, anything else is a text. */
export function csvPoints({ content, file, folder, positions }: SweepSource): CsvPoints {
  if (content.csv === undefined) return { points: [], problems: [] }
  const csv = content.csv
  const path = resolve(folder, csv)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined || found.isDirectory()) {
    const place = valuePosition(positions, ['csv']) ?? { file }
    const message =
      found === undefined
        ? `csv: there is no file ${csv} beside this one`
        : `csv: ${csv} is a folder; name a file with a row for each point`
    return { points: [], problems: [{ ...place, path: 'csv', given: csv, message }] }
  }
  const levers = Object.keys(content.levers ?? {})
  const unread: DataProblem[] = []
  const { rows, header } = readCsv(csv, readFileSync(path, 'utf8'), levers, unread)
  const problems = [
    ...unread.map(({ line, message, column }): Problem => {
      const said = column === undefined ? message : `${column}: ${message}`
      return { file: csv, ...(line === undefined ? {} : { line }), path: '', message: said }
    }),
    ...(unread.some(({ column }) => column !== undefined) ? [] : headerProblems(csv, header, levers)),
  ]
  if (problems.length === 0 && rows.length === 0) {
    problems.push({ file: csv, line: 1, path: '', message: 'has a header and no points' })
  }
  // A wrong header would make every row wrong.
  if (problems.some(({ line }) => line === undefined || line <= 1)) return { points: [], problems }
  const columns = new Map(header.map((name, n) => [name, n + 1]))
  const points = rows.map(({ cells, line }): WrittenPoint => {
    const entries = Object.entries(cells)
    const place = (lever: string): Position => ({ file: csv, line, column: columns.get(lever) ?? 1 })
    return {
      values: Object.fromEntries(entries.map(([lever, cell]) => [lever, cellValue(cell)])),
      place: { file: csv, line },
      places: Object.fromEntries(entries.map(([lever]) => [lever, place(lever)])),
    }
  })
  return { points, problems }
}

/** Every column has the name of a lever, and each its own; `column` counts the cells of the row. */
function headerProblems(file: string, header: readonly string[], levers: readonly string[]): readonly Problem[] {
  return header.flatMap((name, n): readonly Problem[] => {
    const place = { file, line: 1, column: n + 1, path: '', given: name }
    if (name === '') return [{ ...place, message: `column ${n + 1} has no name: name a lever, or leave it out` }]
    if (header.indexOf(name) < n) return [{ ...place, message: `two columns are called ${name}` }]
    return levers.includes(name) ? [] : [{ ...place, message: unknownLever(name, levers) }]
  })
}

function cellValue(cell: string): LeverValue {
  if (cell === 'true' || cell === 'false') return cell === 'true'
  return cell !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell
}

/**
 * Laws whose values stand in a CSV file beside the scenario. They are read with the file that states them, so that what is joined,
 * stored and computed again holds the values themselves and needs the CSV file no more.
 */
import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { nameHint } from '../file/nearest.ts'
import { type Path, pathText, type Positions, valuePosition } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { type CsvRow, type CsvTable, readCsv } from '../industry/csv.ts'
import type { DataProblem } from '../industry/problems.ts'
import type { DiscreteLaw, EmpiricalLaw, StatedName, Uncertainties } from '../parameters/laws.ts'
import { parameters, statedTable } from '../parameters/parameters.ts'

/** Every point of a sweep holds the values of its laws. */
const mostRows = 10_000

/** A file with the values of its empirical laws read; laws that cannot be read are taken out. */
export interface ReadLaws {
  readonly value: ScenarioFile
  readonly problems: readonly Problem[]
  /** Paths of what was taken out. */
  readonly removed: readonly Path[]
}

/**
 * @param path of the file that states them: their CSV files are named from its folder
 * @param file what messages call it
 */
export function readEmpiricalLaws(value: ScenarioFile, path: string, file: string, positions: Positions): ReadLaws {
  const stated = value.uncertainties ?? {}
  const found = statedTable.flatMap(({ name }) => {
    const law = stated[name]
    return typeof law === 'object' && law?.law === 'empirical' ? [{ name, law }] : []
  })
  if (found.length === 0) return { value, problems: [], removed: [] }
  const problems: Problem[] = []
  const read = found.map(({ name, law }) => {
    const at = ['uncertainties', name]
    const before = problems.length
    const made = readLaw(
      name,
      law,
      dirname(path),
      (key, message, given) => {
        const place = valuePosition(positions, [...at, key]) ?? valuePosition(positions, at) ?? { file }
        problems.push({
          ...place,
          path: pathText([...at, key]),
          message: `${pathText([...at, key])}: ${message}`,
          given,
        })
      },
      problems,
    )
    return { name, law: problems.length === before ? made : undefined }
  })
  const changed = Object.fromEntries(read.map(({ name, law }) => [name, law])) as Uncertainties
  const removed = read.flatMap(({ name, law }): readonly Path[] => (law === undefined ? [['uncertainties', name]] : []))
  return { value: { ...value, uncertainties: { ...stated, ...changed } }, problems, removed }
}

/** Says what is wrong with a key of the law. */
type Refuse = (key: 'csv' | 'column' | 'weights', message: string, given: string) => void

function readLaw(
  name: StatedName,
  law: EmpiricalLaw,
  folder: string,
  refuse: Refuse,
  problems: Problem[],
): DiscreteLaw | undefined {
  const table = readTable(law.csv, folder, refuse, problems)
  if (table === undefined) return undefined
  const { header, rows } = table
  const column = law.column ?? (header.length === 1 ? header[0] : undefined)
  if (column === undefined) {
    refuse('csv', `${law.csv} has several columns: say which by column: ${header.join(', ')}`, law.csv)
    return undefined
  }
  for (const key of ['column', 'weights'] as const) {
    const given = law[key]
    if (given !== undefined && !header.includes(given))
      refuse(key, `${law.csv} has no column ${given}; ${nameHint(given, header)}`, given)
  }
  if (!header.includes(column) || (law.weights !== undefined && !header.includes(law.weights))) return undefined
  const values = rows.map((row) => valueIn(row, column, parameters[name].range, problems))
  const weights = law.weights === undefined ? undefined : weightsIn(rows, law.weights, problems)
  const source = law.source ?? `${law.csv}, column ${column}`
  return { law: 'discrete', values, ...(weights === undefined ? {} : { chances: weights }), source }
}

/** Header and rows of a CSV file, or nothing where it is not there, empty or too long. */
function readTable(csv: string, folder: string, refuse: Refuse, problems: Problem[]): CsvTable | undefined {
  const path = resolve(folder, csv)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined || !found.isFile()) {
    refuse('csv', found === undefined ? `there is no file ${csv} beside this one` : `${csv} is no file`, csv)
    return undefined
  }
  const unread: DataProblem[] = []
  const table = readCsv(csv, readFileSync(path, 'utf8'), [], unread)
  problems.push(...unread.map(({ line, message }) => inCsv(csv, line, message)))
  if (unread.length > 0) return undefined
  if (table.rows.length > 0 && table.rows.length <= mostRows) return table
  const message =
    table.rows.length === 0
      ? `${csv} has a header and no values`
      : `${csv} has ${table.rows.length} rows; the most is ${mostRows}: draw fewer from it, or count equal ones by a column of weights`
  refuse('csv', message, csv)
  return undefined
}

function inCsv(file: string, line: number | undefined, message: string): Problem {
  return { file, ...(line === undefined ? {} : { line }), path: '', message }
}

function valueIn(
  { file, line, cells }: CsvRow,
  column: string,
  [least, most]: readonly [number, number],
  problems: Problem[],
): number {
  const value = numberOf(cells[column])
  const given = JSON.stringify(cells[column])
  if (Number.isNaN(value)) problems.push(inCsv(file, line, `${column}: ${given} is no number`))
  else if (value < least || value > most)
    problems.push(inCsv(file, line, `${column}: ${value} is out of range: allowed is ${least} to ${most}`))
  return value
}

/** Chances that add up to 1. */
function weightsIn(rows: readonly CsvRow[], column: string, problems: Problem[]): readonly number[] {
  const weights = rows.map(({ file, line, cells }) => {
    const weight = numberOf(cells[column])
    if (!(weight >= 0)) {
      problems.push(inCsv(file, line, `${column}: ${JSON.stringify(cells[column])} is no weight: give 0 or more`))
    }
    return weight
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) problems.push(inCsv(rows[0].file, undefined, `${column}: all weights are 0`))
  return weights.map((weight) => weight / total)
}

function numberOf(text: string): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN
  return Number.isFinite(value) ? value : NaN
}

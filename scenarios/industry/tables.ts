/** All data files as typed rows. Every file is read and checked to its end before anything is reported. */
import { nearestName } from '../file/nearest.ts'
import { readChoice, readNumber } from './cells.ts'
import { readCsv, type CsvRow } from './csv.ts'
import { confidences, figureColumns, readFigures, type FigureFile, type FigureTable } from './figureRows.ts'
import { mexicoColumns, readMexicoModels, type MexicoRow } from './mexicoRows.ts'
import { modelColumns, readModels, type ModelRow } from './modelRows.ts'
import { plantColumns, readPlants, type PlantRecord } from './plantTable.ts'
import { dataError, type DataProblem } from './problems.ts'

/** Files of the data folder that the program reads or ships. */
export const dataFiles = [
  'plants.csv',
  'models.csv',
  'mexico_models.csv',
  'markets.csv',
  'wages_costs.csv',
  'chinese_entrants.csv',
  'usmca_compliance.csv',
  'usmca_claims.csv',
  'tariffs.csv',
  'aala_raw.csv',
  'metals.csv',
  'incomes.csv',
] as const
export type DataFile = (typeof dataFiles)[number]

/** Texts of the files; a file that is not there is undefined. */
export type DataTexts = Readonly<Record<DataFile, string | undefined>>

/** Rows that each file has when it is whole; files without an entry are not counted. */
export type RowCounts = ReadonlyMap<string, number>

export interface Tables {
  readonly plants: readonly PlantRecord[]
  readonly models: readonly ModelRow[]
  readonly mexicoModels: readonly MexicoRow[]
  readonly markets: FigureTable
  readonly wages: FigureTable
  readonly chineseBrands: FigureTable
  readonly compliance: FigureTable
  readonly incomes: FigureTable
}

/** The file whose name, without its ending, is nearest to another's. */
export function nearestFile(name: string, files: readonly string[]): string | undefined {
  const nearest = nearestName(stem(name), files.map(stem))
  return files.find((file) => stem(file) === nearest)
}

/** A file's name without its ending. */
function stem(file: string): string {
  return file.replace(/\.\w+$/, '')
}

/**
 * Reads and checks all files.
 *
 * @param foreign files beside them that nobody reads: one of them may be a missing one under another name
 * @throws an error of kind `data` that lists every problem
 */
export function readTables(texts: DataTexts, wholeRows: RowCounts, foreign: readonly DataProblem[] = []): Tables {
  const problems = [...foreign]
  const read = (file: DataFile, columns: readonly string[]): ReturnType<typeof readCsv> => {
    const text = texts[file]
    if (text === undefined) {
      problems.push(missingFile(file, foreign))
      return { file, header: [], rows: [] }
    }
    const table = readCsv(file, text, columns, problems)
    rejectMissingRows(file, table.rows, wholeRows, problems)
    return table
  }
  const figures = (file: FigureFile): FigureTable => {
    const needed = [...figureColumns[file], 'year', 'value', 'unit', 'source', 'confidence']
    return readFigures(read(file, needed), figureColumns[file], problems)
  }
  const plants = readPlants(read('plants.csv', plantColumns), problems)
  const models = readModels(
    read('models.csv', modelColumns),
    plants.map(({ id }) => id),
    problems,
  )
  const tables = {
    plants,
    models,
    mexicoModels: readMexicoModels(read('mexico_models.csv', mexicoColumns), plants, models, problems),
    markets: figures('markets.csv'),
    wages: figures('wages_costs.csv'),
    chineseBrands: figures('chinese_entrants.csv'),
    compliance: figures('usmca_compliance.csv'),
    incomes: figures('incomes.csv'),
  }
  checkRecords(read('tariffs.csv', ['rate_pct', 'confidence']).rows, 'rate_pct', -10, 1_000, problems)
  checkRecords(read('usmca_claims.csv', ['claim_share', 'confidence']).rows, 'claim_share', 0, 1, problems)
  checkRecords(
    read('metals.csv', ['item', 'where', 'unit', 'value', 'source', 'confidence']).rows,
    'value',
    0,
    1e6,
    problems,
  )
  const labels = read('aala_raw.csv', ['us_canada_parts_pct', 'confidence'])
  checkRecords(labels.rows, 'us_canada_parts_pct', 0, 100, problems)
  if (problems.length > 0) throw dataError(problems)
  return tables
}

function missingFile(file: DataFile, foreign: readonly DataProblem[]): DataProblem {
  const others = foreign.map((other) => other.file)
  const nearest = nearestFile(file, others)
  const hint = nearest === undefined ? '' : `; is it the one called '${nearest}'?`
  return {
    file,
    message: `is missing from the data folder${hint}`,
    allowed: dataFiles.join(', '),
    ...(nearest === undefined ? {} : { nearest }),
  }
}

function rejectMissingRows(file: string, rows: readonly CsvRow[], wholeRows: RowCounts, problems: DataProblem[]): void {
  const expected = wholeRows.get(file)
  if (expected === undefined || rows.length >= expected || problems.some((problem) => problem.file === file)) return
  problems.push({
    file,
    message:
      `has ${rows.length} rows, manifest.csv says ${expected}: is the file cut off? ` +
      'If rows were taken out on purpose, change manifest.csv',
    given: String(rows.length),
    allowed: `${expected} rows or more`,
  })
}

/** Files kept as a record, which scenarios and readers cite: their number and confidence are checked. */
function checkRecords(
  rows: readonly CsvRow[],
  column: string,
  least: number,
  most: number,
  problems: DataProblem[],
): void {
  for (const row of rows) {
    if (row.cells[column] !== '') readNumber(row, column, problems, least, most)
    readChoice(row, 'confidence', problems, confidences)
  }
}

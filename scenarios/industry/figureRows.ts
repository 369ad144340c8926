/**
 * Rows of the files that hold single figures with their source: `markets.csv`, `chinese_entrants.csv`,
 * `wages_costs.csv`, `usmca_compliance.csv` and `incomes.csv`. A figure is found by the words in its first columns.
 */
import type { Confidence } from '../../engine/model/inputs/sets.ts'
import { rejectDuplicates, readChoice, readNumber } from './cells.ts'
import type { CsvTable } from './csv.ts'
import { nearestName } from '../file/nearest.ts'
import type { DataProblem } from './problems.ts'

export const confidences: readonly Confidence[] = ['sourced', 'derived', 'approximate']

export interface Figure {
  readonly value: number
  readonly source: string
  readonly confidence: Confidence
}

export interface FigureTable {
  readonly file: string
  /** Columns that make up a figure's name. */
  readonly columns: readonly string[]
  /** Figures by name, the words joined by ` / `. */
  readonly figures: ReadonlyMap<string, Figure>
  /** Names of figures that several sources give: fine as a record, but not as a number to calibrate to. */
  readonly disputed: ReadonlySet<string>
}

/** Files of figures, and the columns that name one. */
export type FigureFile =
  | 'markets.csv'
  | 'chinese_entrants.csv'
  | 'wages_costs.csv'
  | 'usmca_compliance.csv'
  | 'incomes.csv'
export const figureColumns: Readonly<Record<FigureFile, readonly string[]>> = {
  'markets.csv': ['year', 'country', 'flow', 'partner', 'product', 'unit'],
  'chinese_entrants.csv': ['brand_or_group', 'year', 'metric'],
  'wages_costs.csv': ['metric', 'country_or_item', 'segment', 'year'],
  'usmca_compliance.csv': ['year', 'partner', 'product', 'metric'],
  'incomes.csv': ['metric', 'country', 'band'],
}

/** Figures that may be below zero: none of these files has any. */
const leastFigure = 0

/** Reads a file of figures. Rows whose unit is `text` are left out. */
export function readFigures(table: CsvTable, columns: readonly string[], problems: DataProblem[]): FigureTable {
  rejectDuplicates(table.rows, [...columns, 'source'], problems)
  const figures = new Map<string, Figure>()
  const disputed = new Set<string>()
  for (const row of table.rows) {
    const confidence = readChoice(row, 'confidence', problems, confidences)
    readNumber(row, 'year', problems, 1900, 2100)
    if (row.cells['unit'] === 'text') continue
    const value = readNumber(row, 'value', problems, leastFigure)
    const name = columns.map((column) => row.cells[column]).join(' / ')
    if (figures.has(name)) disputed.add(name)
    figures.set(name, { value, source: row.cells['source'], confidence })
  }
  return { file: table.file, columns, figures, disputed }
}

/** One figure, by the words that name it; a problem and NaN where the file does not have it. */
export function figureOf(table: FigureTable, words: readonly (string | number)[], problems: DataProblem[]): Figure {
  const name = words.join(' / ')
  const found = table.figures.get(name)
  if (table.disputed.has(name)) {
    const message = `'${name}' is on several lines, must be on one: the model is calibrated to it`
    problems.push({ file: table.file, column: table.columns.join('+'), message, given: name, allowed: 'one row' })
  }
  if (found !== undefined) return found
  const nearest = nearestName(name, [...table.figures.keys()])
  problems.push({
    file: table.file,
    column: table.columns.join('+'),
    message: `no row '${name}'${nearest === undefined ? '' : `; the nearest one is '${nearest}'`}`,
    given: '',
    allowed: 'a row with this figure: the model is calibrated to it',
    ...(nearest === undefined ? {} : { nearest }),
  })
  return { value: NaN, source: '', confidence: 'approximate' }
}

/** All figures whose name begins with these words, by what follows. */
export function figuresUnder(table: FigureTable, words: readonly (string | number)[]): ReadonlyMap<string, Figure> {
  const start = `${words.join(' / ')} / `
  const found = [...table.figures].filter(([name]) => name.startsWith(start))
  return new Map(found.map(([name, figure]) => [name.slice(start.length), figure]))
}

/**
 * Rows of `mexico_models.csv`: what Mexican plants built in the base year and where it went, model by model, as INEGI
 * counts it. They are held against the nameplates of `models.csv` and the output of `plants.csv`.
 */
import type { Confidence } from '../../engine/model/inputs/sets.ts'
import { readChoice, readNumber, readText, rejectCell, rejectDuplicates, rejectUnknown } from './cells.ts'
import type { CsvRow, CsvTable } from './csv.ts'
import { confidences } from './figureRows.ts'
import type { ModelRow } from './modelRows.ts'
import type { PlantRecord } from './plantTable.ts'
import type { DataProblem } from './problems.ts'

export interface MexicoRow {
  readonly row: CsvRow
  readonly brand: string
  readonly model: string
  /** Plant id. */
  readonly plant: string
  /** Vehicles of the base year, each. Shipments to the US include Puerto Rico. */
  readonly output: number
  readonly toUs: number
  readonly toCanada: number
  readonly toOther: number
  readonly soldInMexico: number
  readonly confidence: Confidence
}

export const mexicoColumns = [
  'brand',
  'model',
  'plant_id',
  'output',
  'to_us',
  'to_canada',
  'to_other',
  'sold_in_mexico',
  'inegi_names',
  'source',
  'year',
  'confidence',
] as const

const file = 'mexico_models.csv'

/**
 * @param plants and `models`, which every row must fit; none where those files could not be read, which are then not checked
 * @returns the rows; whatever is wrong with them, or missing, is added to `problems`
 */
export function readMexicoModels(
  table: CsvTable,
  plants: readonly PlantRecord[],
  models: readonly ModelRow[],
  problems: DataProblem[],
): readonly MexicoRow[] {
  rejectDuplicates(table.rows, ['brand', 'model', 'plant_id'], problems)
  const before = problems.length
  const rows = table.rows.map((row) => {
    readText(row, 'inegi_names', problems)
    readText(row, 'source', problems)
    readNumber(row, 'year', problems, 1900, 2100)
    return {
      row,
      brand: readText(row, 'brand', problems),
      model: readText(row, 'model', problems),
      plant: readText(row, 'plant_id', problems),
      output: readNumber(row, 'output', problems, 0),
      toUs: readNumber(row, 'to_us', problems, 0),
      toCanada: readNumber(row, 'to_canada', problems, 0),
      toOther: readNumber(row, 'to_other', problems, 0),
      soldInMexico: readNumber(row, 'sold_in_mexico', problems, 0),
      confidence: readChoice(row, 'confidence', problems, confidences),
    }
  })
  if (problems.length > before || table.rows.length === 0 || plants.length === 0 || models.length === 0) return rows
  const mexican = plants.filter(({ country }) => country === 'Mexico')
  for (const row of rows) checkNames(row, mexican, models, problems)
  if (problems.length === before) for (const plant of mexican) checkPlant(plant, rows, models, problems)
  return rows
}

/** The row's plant is a Mexican one, and the nameplate one that the supply mix has there, if it has any there. */
function checkNames(
  { row, brand, model, plant }: MexicoRow,
  mexican: readonly PlantRecord[],
  models: readonly ModelRow[],
  problems: DataProblem[],
): void {
  const ids = mexican.map(({ id }) => id)
  if (!ids.includes(plant)) return rejectUnknown(row, 'plant_id', problems, plant, ids)
  const there = builtAt(plant, models)
  if (there.length === 0 || there.some((other) => other.brand === brand && other.model === model)) return
  const names = there.map((other) => `${other.brand} ${other.model}`)
  rejectUnknown(row, 'model', problems, `${brand} ${model}`, names)
}

function builtAt(plant: string, models: readonly ModelRow[]): readonly ModelRow[] {
  return models.filter(({ supply }) => supply.some(({ from }) => from === plant))
}

/** Every line of the plant has its row, and the rows sum to the output that `plants.csv` gives it. */
function checkPlant(
  plant: PlantRecord,
  rows: readonly MexicoRow[],
  models: readonly ModelRow[],
  problems: DataProblem[],
): void {
  const own = rows.filter((row) => row.plant === plant.id)
  const there = builtAt(plant.id, models)
  const missing = there.filter(({ brand, model }) => !own.some((row) => row.brand === brand && row.model === model))
  for (const { row, brand, model } of missing) {
    const message = `'${plant.id}' builds ${brand} ${model} here, but ${file} has no row for it; add one, or take the plant out`
    rejectCell(row, 'us_supply_mix', problems, message, `plants for which ${file} has a row of this nameplate`)
  }
  if (missing.length > 0 || (own.length === 0 && plant.production === 0)) return
  if (there.length === 0 && own.length !== 1) {
    const message = `'${plant.id}' builds no nameplate of models.csv and has ${own.length} rows in ${file}, must have one`
    return rejectCell(plant.row, 'plant_id', problems, message, 'one row for all that the plant builds')
  }
  const sum = own.reduce((total, { output }) => total + output, 0)
  const elsewhere = own.reduce((total, row) => total + row.toCanada + row.toOther + row.soldInMexico, 0)
  if (elsewhere > sum + 0.5) {
    const message =
      `'${plant.id}' sends ${elsewhere} to Canada, others and Mexico in all its rows, ` +
      `must be no more than its output, ${sum}`
    rejectCell(own[0].row, 'to_canada+to_other+sold_in_mexico', problems, message, `at most ${sum}`)
  }
  if (Math.abs(sum - plant.production) <= 0.5) return
  const message = `${plant.production} is not what the rows of the plant in ${file} sum to, ${sum}; change one or the other`
  rejectCell(plant.row, 'production_2024', problems, message, String(sum))
}

/** Rows of `models.csv`: nameplates sold in the United States, where they are built and what of. */
import type { Body, Confidence } from '../../engine/model/inputs/sets.ts'
import {
  rejectDuplicates,
  readText,
  readChoice,
  readNumber,
  readOptionalNumber,
  rejectCell,
  rejectUnknown,
} from './cells.ts'
import { countryOfName, overseasNames } from './countryNames.ts'
import type { CsvRow, CsvTable } from './csv.ts'
import { confidences } from './figureRows.ts'
import type { DataProblem } from './problems.ts'

/** Share of US sales that comes from a plant of the region (by id) or a country abroad (by name). */
export interface SupplyShare {
  readonly from: string
  readonly share: number
}

export interface ModelRow {
  readonly row: CsvRow
  readonly brand: string
  readonly model: string
  readonly maker: string
  readonly headquarters: string
  readonly body: Body
  readonly powertrain: string
  readonly supply: readonly SupplyShare[]
  /** Vehicles, 2024. */
  readonly usSales: number
  readonly salesConfidence: Confidence
  /** USD, base version. */
  readonly listPrice: number
  readonly priceConfidence: Confidence
  /** Percent of parts value from the US and Canada: all versions, and those assembled in the region. */
  readonly usCanadaPercent: number | undefined
  readonly usCanadaPercentBuiltHere: number | undefined
  readonly mexicoPercent: number | undefined
  /** Percent of parts value by other country, where the label lists it. */
  readonly foreign: readonly SupplyShare[]
}

export const modelColumns = [
  'brand',
  'model',
  'manufacturer',
  'group_hq',
  'segment',
  'powertrain',
  'us_supply_mix',
  'us_sales_2024',
  'us_sales_2024_confidence',
  'msrp_2024_base_approx',
  'msrp_2024_confidence',
  'aala_us_ca_pct',
  'aala_us_ca_pct_na_built',
  'aala_mexico_pct_listed',
  'aala_foreign_sources',
] as const

/** Segments as the file writes them. */
const bodyOfSegment: Readonly<Record<string, Body>> = {
  car: 'car',
  cuv_suv: 'cuvSuv',
  pickup: 'pickup',
  van: 'van',
}

/** @param plantIds ids of `plants.csv`, which the supply mix may name; none when that file could not be read */
export function readModels(table: CsvTable, plantIds: readonly string[], problems: DataProblem[]): readonly ModelRow[] {
  rejectDuplicates(table.rows, ['brand', 'model'], problems)
  return table.rows.map((row) => ({
    row,
    brand: readText(row, 'brand', problems),
    model: readText(row, 'model', problems),
    maker: readText(row, 'manufacturer', problems),
    headquarters: readChoice(row, 'group_hq', problems, Object.keys(countryOfName)),
    body: bodyOfSegment[readChoice(row, 'segment', problems, Object.keys(bodyOfSegment))],
    powertrain: readText(row, 'powertrain', problems),
    supply: readSupply(row, plantIds, problems),
    usSales: readNumber(row, 'us_sales_2024', problems, 0),
    salesConfidence: readChoice(row, 'us_sales_2024_confidence', problems, confidences),
    listPrice: readNumber(row, 'msrp_2024_base_approx', problems, 5_000, 1_000_000),
    priceConfidence: readChoice(row, 'msrp_2024_confidence', problems, confidences),
    usCanadaPercent: readOptionalNumber(row, 'aala_us_ca_pct', problems, 0, 100),
    usCanadaPercentBuiltHere: readOptionalNumber(row, 'aala_us_ca_pct_na_built', problems, 0, 100),
    mexicoPercent: readOptionalNumber(row, 'aala_mexico_pct_listed', problems, 0, 100),
    foreign: readPairs(row, 'aala_foreign_sources', problems, 0, 100),
  }))
}

/** `id:share;id:share`, with numbers within bounds. */
function readPairs(row: CsvRow, column: string, problems: DataProblem[], least: number, most: number): SupplyShare[] {
  const given = row.cells[column]
  if (given === '') return []
  return given.split(';').map((pair) => {
    const [from, text] = pair.split(':').map((part) => part.trim())
    const share = text === undefined || text === '' ? NaN : Number(text)
    if (!(share >= least && share <= most)) {
      const allowed = `name:number pairs with numbers from ${least} to ${most}, parted by semicolons`
      rejectCell(row, column, problems, `'${pair}' cannot be read, must be ${allowed}`, allowed)
    }
    return { from, share }
  })
}

function readSupply(row: CsvRow, plantIds: readonly string[], problems: DataProblem[]): SupplyShare[] {
  const column = 'us_supply_mix'
  const before = problems.length
  const supply = readPairs(row, column, problems, 0, 1)
  const names = [...plantIds, ...Object.keys(overseasNames)]
  supply.forEach(({ from }, position) => {
    if (plantIds.length > 0 && !names.includes(from)) rejectUnknown(row, column, problems, from, names)
    if (supply.findIndex((other) => other.from === from) < position) {
      rejectCell(row, column, problems, `'${from}' is named twice, must be named once`, 'each source once')
    }
  })
  const sum = supply.reduce((total, { share }) => total + share, 0)
  if (problems.length === before && Math.abs(sum - 1) > 1e-6) {
    rejectCell(row, column, problems, `shares sum to ${Number(sum.toFixed(6))}, must sum to 1`, 'shares that sum to 1')
  }
  return supply
}

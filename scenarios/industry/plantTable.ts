/** Rows of `plants.csv`: the assembly plants of the region. */
import type { Confidence } from '../../engine/model/inputs/sets.ts'
import { rejectDuplicates, readText, readChoice, readOptionalNumber, readNumber } from './cells.ts'
import { type RegionName, countryOfName, regionNames } from './countryNames.ts'
import type { CsvRow, CsvTable } from './csv.ts'
import { confidences } from './figureRows.ts'
import type { DataProblem } from './problems.ts'

export interface PlantRecord {
  readonly row: CsvRow
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly headquarters: string
  readonly city: string
  readonly state: string
  readonly country: RegionName
  /** Degrees; absent for a plant without a site. */
  readonly latitude: number | undefined
  readonly longitude: number | undefined
  /** Vehicles a year. */
  readonly capacity: number
  readonly capacityConfidence: Confidence
  readonly production: number
  readonly productionConfidence: Confidence
  /** Body styles made there, as in `pickup+van`. */
  readonly segment: string
  readonly powertrain: string
  readonly status: string
}

export const plantColumns = [
  'plant_id',
  'plant_name',
  'owner',
  'group_hq',
  'city',
  'state',
  'country',
  'lat',
  'lon',
  'capacity_units',
  'capacity_confidence',
  'production_2024',
  'production_2024_confidence',
  'segment',
  'powertrain',
  'status_2026',
] as const

/** The table of plants, a row each; what cannot be read becomes a problem. */
export function readPlants(table: CsvTable, problems: DataProblem[]): readonly PlantRecord[] {
  rejectDuplicates(table.rows, ['plant_id'], problems)
  return table.rows.map((row) => ({
    row,
    id: readText(row, 'plant_id', problems),
    name: readText(row, 'plant_name', problems),
    owner: readText(row, 'owner', problems),
    headquarters: readChoice(row, 'group_hq', problems, Object.keys(countryOfName)),
    city: readText(row, 'city', problems),
    state: readText(row, 'state', problems),
    country: readChoice(row, 'country', problems, regionNames),
    latitude: readOptionalNumber(row, 'lat', problems, -90, 90),
    longitude: readOptionalNumber(row, 'lon', problems, -180, 180),
    capacity: readNumber(row, 'capacity_units', problems, 0),
    capacityConfidence: readChoice(row, 'capacity_confidence', problems, confidences),
    production: readNumber(row, 'production_2024', problems, 0),
    productionConfidence: readChoice(row, 'production_2024_confidence', problems, confidences),
    segment: readText(row, 'segment', problems),
    powertrain: readText(row, 'powertrain', problems),
    status: readText(row, 'status_2026', problems),
  }))
}

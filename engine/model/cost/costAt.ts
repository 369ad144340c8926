import { answeredCost, answeredExport } from './answeredCosts.ts'
import { deliveredCost, rowFactor } from './cost.ts'
import { rowCredit, rowDuty, rowParts, rowValue } from '../customs/customsTables.ts'
import { readyRow } from '../customs/spellMeans.ts'
import { placeCount, marketCount, destinationCount, rowDestination } from '../inputs/sets.ts'
import type { Setting } from './setting.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount
const markets = marketCount
const destinations = destinationCount

/**
 * Delivered cost of line j built at o and sold in m under r, thousand USD per vehicle, without shocks and before subsidies to
 * buyers; Infinity where sale is barred or the line may not go.
 */
export function costAt(setting: Setting, r: number, m: number, j: number, o: number): number {
  const { industry, geography, scales, costFactor } = setting
  const lines = industry.lines.length
  const site = j * places + o
  return deliveredCost(
    scales.base[m * lines + j],
    scales.locationFactor[site],
    costFactor[((r * markets + m) * lines + j) * places + o] * answeredCost(setting, r, m, j, o),
    geography.freight[site * destinations + m],
  )
}

/** Delivered cost of what leaves the region, thousand USD per vehicle, without shocks. */
export function rowCostAt(setting: Setting, r: number, j: number, o: number): number {
  const { geography, scales, customs } = setting
  const site = j * places + o
  return deliveredCost(
    scales.baseRow[j],
    scales.locationFactor[site],
    rowFactor(customs, r, j, o) * answeredExport(setting, r, j, o),
    geography.freight[site * destinations + rowDestination],
  )
}

/** What a vehicle comes to at the border under the programme it takes: factors on the line's cost scale. */
export interface VehicleFactors {
  /** Customs value: parts with their content, and assembly, before duty; and parts alone. */
  readonly value: number
  readonly parts: number
  readonly duty: number
  /** Credit for assembly. */
  readonly credit: number
}

/** The factors of a cell [regime x market x line x place], for those who read one at a time. */
export function vehicleFactors({ industry, customs, tables }: Setting, r: number, cell: number): VehicleFactors {
  const { rows } = tables
  const row = readyRow(customs.policy, tables, industry.lines.length, r, cell)
  return {
    value: rows[row + rowValue],
    parts: rows[row + rowParts],
    duty: rows[row + rowDuty],
    credit: rows[row + rowCredit],
  }
}

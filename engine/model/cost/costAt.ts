import { deliveredCost, rowFactor } from './cost.ts'
import { placeCount, marketCount, destinationCount, rowDestination } from '../inputs/sets.ts'
import type { Setting } from './setting.ts'

/** Delivered cost of line j built at o, sold in m under r, without shocks and before subsidies to buyers. */
export function costAt(setting: Setting, r: number, m: number, j: number, o: number): number {
  const { industry, geography, scales, costFactor } = setting
  const lines = industry.lines.length
  const site = j * placeCount + o
  return deliveredCost(
    scales.base[m * lines + j],
    scales.z[site],
    costFactor[((r * marketCount + m) * lines + j) * placeCount + o],
    geography.freight[site * destinationCount + m],
  )
}

/** Delivered cost of what leaves the region, without shocks. */
export function rowCostAt(setting: Setting, r: number, j: number, o: number): number {
  const { industry, geography, scales, sourcing, customs } = setting
  const site = j * placeCount + o
  return deliveredCost(
    scales.baseRow[j],
    scales.z[site],
    rowFactor(customs.policy, sourcing, scales.assembly, setting.assemblyShare, industry.lines.length, r, j, o),
    geography.freight[site * destinationCount + rowDestination],
  )
}

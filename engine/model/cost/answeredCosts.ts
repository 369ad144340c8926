/**
 * What wages, prices of parts and exchange rates that answer to policy make of costs. Sections 3 and 5 of docs/model.md.
 *
 * The rise of the cost of a line under regime r, at the prices p of parts and a of assembly, is
 *
 *   (sum over k of parts[k] (p[k] - 1) + assembly (a - 1)) / (sum of parts + assembly)
 *
 * with the values of parts and assembly that it has where it is sold, content rules and all. Duties, claims, papers and credits are
 * shares of value, and keep them. Parts move between origins as well, which is in the accounts (`shiftedParts`): they are sourced at
 * the mean q of prices so far, of which each year a part (`sourcingAdjustment`) becomes that of the day. What that saves is of second
 * order, and left out of costs.
 */
import { exp, log } from '../../math/elementary.ts'
import { cellsPerRegime, ownRow, rowParts, rowShares, rowValue } from '../customs/customsTables.ts'
import { type CompiledPolicy, isMean } from '../inputs/policy.ts'
import { origin, originCount, placeCount, regionPlaces } from '../inputs/sets.ts'
import type { Closure } from './closure.ts'
import type { Setting } from './setting.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount
const origins = originCount
const countries = regionPlaces
const regional: number = origin.allied

/**
 * Rise of cost, a fraction, of something assembled at o.
 *
 * @param value of its parts and assembly
 * @param parts [origin] values of its parts, from `at` on, in the same unit
 */
export function riseOf(closure: Closure, r: number, o: number, value: number, parts: Float64Array, at: number): number {
  const { partsRise, assemblyRise } = closure
  const p = r * countries
  const mexican = parts[at + 2] + parts[at + 3]
  const assembly = value - (parts[at] + parts[at + 1] + mexican + parts[at + 4] + parts[at + 5])
  const dearer = parts[at] * partsRise[p] + parts[at + 1] * partsRise[p + 1] + mexican * partsRise[p + 2]
  return (dearer + assembly * assemblyRise[r * places + o]) / value
}

/** What parts cost more. Those from abroad keep their price; Chinese-owned suppliers in Mexico are paid like the others there. */
function dearerParts({ partsRise }: Closure, r: number, parts: Float64Array, at: number): number {
  const p = r * countries
  const mexican = parts[at + 2] + parts[at + 3]
  return parts[at] * partsRise[p] + parts[at + 1] * partsRise[p + 1] + mexican * partsRise[p + 2]
}

/** Factor on the cost of line j, built at o and sold in m under regime r, before freight: 1 where nothing answers. */
export function answeredCost(setting: Setting, r: number, m: number, j: number, o: number): number {
  return setting.closure.answers ? 1 + riseAt(setting, r, m, j, o) : 1
}

function riseAt({ closure, customs, tables, industry }: Setting, r: number, m: number, j: number, o: number): number {
  const { policy } = customs
  const lines = industry.lines.length
  // A year within which rules change goes by the parts under those that come last.
  const set = lastRules(policy, r)
  const within = (m * lines + j) * places + o
  const cells = cellsPerRegime(lines)
  const cell = policy.sameAs[set * cells + within] * cells + within
  if (tables.programme[cell] < 0) return 0
  const { rows } = tables
  const row = ownRow(cell)
  const value = rows[row + rowValue]
  const parts = rows[row + rowParts]
  const dearer = parts * dearerParts(closure, r, rows, row + rowShares)
  return (dearer + (value - parts) * closure.assemblyRise[r * places + o]) / value
}

function lastRules({ spells }: CompiledPolicy, r: number): number {
  return spells !== undefined && isMean(spells, r) ? spells.sets[spells.off[r + 1] - 1] : r
}

/** The same of what leaves the region, which meets no content rule. */
export function answeredExport(
  { closure, sourcing, industry, customs, assemblyShare, scales }: Setting,
  r: number,
  j: number,
  o: number,
): number {
  if (!closure.answers) return 1
  const { weights, partsCost } = sourcing
  const site = (r * industry.lines.length + j) * places + o
  const parts = (1 - assemblyShare) * partsCost[site]
  const assembly = assemblyShare * scales.assembly[j * places + o] * customs.local.assembly[r * places + o]
  const dearer = parts * dearerParts(closure, r, weights, site * origins)
  return 1 + (dearer + assembly * closure.assemblyRise[r * places + o]) / (parts + assembly)
}

/** Sources a part of the parts in use anew, at the prices of regime r in a year that begins. */
export function renewParts({ closure, customs, pace }: Setting, r: number): void {
  const { parts, sourcedAt, quantityPower } = closure
  for (let k = 0; k < regional; k++) {
    sourcedAt[k] += pace.sourcingAdjustment * (log(parts[r * origins + k]) - sourcedAt[k])
    quantityPower[k] = exp(-(customs.theta + 1) * sourcedAt[k])
  }
}

/**
 * Parts follow new rules slowly: contracts run for years. Section 3 of docs/model.md.
 *
 * From the first year in which policy is not that of the base year, a share of every line's parts has been sourced anew,
 * 1 - (1 - speed)^years of them; the rest keep the shares they have at that place under the base policy, at the duties of
 * the day, and with them a vehicle can claim only programmes whose content rules these shares meet. This file prices the
 * parts still under contract; `lineCells` takes the mean of both.
 */
import { assemblyCredit } from '../customs/assemblyCredits.ts'
import { chargedValue } from '../content/chargedContent.ts'
import {
  type LineCells,
  cellColumns,
  dutyColumn,
  claimColumn,
  valueColumn,
  partsColumn,
  creditColumn,
} from './cellColumns.ts'
import { metalsPremium } from '../customs/metals.ts'
import { assemblyOrigin, meetsFloors } from '../content/partsFloors.ts'
import type { Setting } from './setting.ts'
import { placeCount, originCount } from '../inputs/sets.ts'

/**
 * Prices base-policy sourcing under regime r, and writes it to `old` at `at`.
 *
 * @param cell of the customs tables under r, and @param baseCell the same under the base policy
 * @returns false where the base policy had no sale, or no programme of the regime takes these parts: then only new
 *   sourcing counts
 */
export function holdSourcing(
  setting: Setting,
  r: number,
  j: number,
  o: number,
  cell: number,
  baseCell: number,
  old: LineCells,
  at: number,
): boolean {
  const { industry, tables, customs } = setting
  const { policy } = customs
  if (tables.programme[baseCell] < 0) return false
  const assembly = customs.assemblyShare * customs.assembly[j * placeCount + o]
  const parts = repriceParts(setting, r, o, tables.parts[baseCell], tables.shares, baseCell * originCount)
  const origin = assemblyOrigin(industry, j, o)
  const row = at * cellColumns
  old.factor[at] = Infinity
  for (let n = policy.programmeOff[cell]; n < policy.programmeOff[cell + 1]; n++) {
    const programme = policy.programmeIds[n]
    // Duties are deducted from the value of materials that do not originate (USMCA, Article 4.7), so that a new one changes
    // no content: floors are asked of the shares at which parts were bought. The policy of the base year asks nothing of
    // core parts, so that those bought under it have the line's usual mix.
    if (!meetsFloors(customs.floors, programme, origin, boughtShares)) continue
    const bought = parts * metalsPremium(policy, customs.metals, r, programme, o)
    const value = bought + assembly
    const { duty: onValue, dutyOnNonUsContent, sparedOrigins, preferential } = policy.programmes
    const onContent = dutyOnNonUsContent[programme]
    const spared = sparedOrigins[programme]
    const charged = onContent === 0 ? 0 : chargedValue(industry, spared, heldShares, bought, assembly, o)
    const duty = onValue[programme] * value + onContent * charged
    const factor = value * (1 + customs.paperwork * preferential[programme]) + duty
    if (factor >= old.factor[at]) continue
    old.factor[at] = factor
    old.programme[at] = programme
    old.table[row + dutyColumn] = duty
    old.table[row + claimColumn] = value * preferential[programme]
    old.table[row + valueColumn] = value
    for (let k = 0; k < originCount; k++) old.table[row + partsColumn + k] = bought * heldShares[k]
  }
  const value = old.table[row + valueColumn]
  const credit = assemblyCredit(policy, r, o, value, value - assembly, heldShares, 0)
  old.table[row + creditColumn] = credit
  old.factor[at] = old.factor[at] - credit
  return old.factor[at] < Infinity
}

/** The same for parts of vehicles that leave the region, which ask no programme. */
export function holdExports(setting: Setting, r: number, j: number, o: number, old: LineCells): void {
  const { sourcing, customs } = setting
  const base = j * placeCount + o
  const free = (1 - customs.assemblyShare) * sourcing.partsCost[base]
  const parts = repriceParts(setting, r, o, free, sourcing.weights, base * originCount)
  for (let k = 0; k < originCount; k++) old.exportParts[j * originCount + k] = parts * heldShares[k]
  const value = parts + customs.assemblyShare * customs.assembly[j * placeCount + o]
  old.exportCredit[j] = assemblyCredit(customs.policy, r, o, value, parts, heldShares, 0)
}

/** Shares by origin of the purchases that were priced last. */
const heldShares = new Float64Array(originCount)
/** The same at the values at which they were bought. */
const boughtShares = new Float64Array(originCount)

/** Cost of unchanged purchases at the regime's duties; their value shares go to `heldShares`. */
function repriceParts(
  setting: Setting,
  r: number,
  o: number,
  parts: number,
  shares: Float64Array,
  offset: number,
): number {
  const { partsDuty } = setting.customs.policy
  let total = 0
  let changed = false
  for (let k = 0; k < originCount; k++) {
    const now = partsDuty[(r * placeCount + o) * originCount + k]
    const base = partsDuty[o * originCount + k]
    if (now !== base) changed = true
    boughtShares[k] = shares[offset + k]
    heldShares[k] = shares[offset + k] * (now === base ? 1 : (1 + now) / (1 + base))
    total += heldShares[k]
  }
  const { factor } = setting.customs.metals
  const metals = factor[r * placeCount + o]
  const dearer = metals === factor[o] ? parts : (parts * metals) / factor[o]
  if (!changed) return dearer
  for (let k = 0; k < originCount; k++) heldShares[k] /= total
  return dearer * total
}

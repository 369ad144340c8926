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
  type YearCells,
  type ContractParts,
  cellColumns,
  dutyColumn,
  claimColumn,
  valueColumn,
  partsColumn,
  creditColumn,
} from './cellColumns.ts'
import { rowOf, rowParts, rowShares } from '../customs/customsTables.ts'
import { metalsPremium } from '../customs/metals.ts'
import { assemblyOrigin, meetsFloors } from '../content/partsFloors.ts'
import type { Setting } from './setting.ts'
import { marketCount, placeCount, originCount } from '../inputs/sets.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount
const markets = marketCount
const origins = originCount

/**
 * Prices the parts of line j under contract, bought as under the base policy, at the duties of regime r, and writes them to
 * `cells.contracted`. The line is built at o and sold in m.
 *
 * @returns false where the base policy had no sale, or no programme of the regime takes these parts: then only new
 *   sourcing counts
 */
export function holdSourcing(setting: Setting, r: number, m: number, j: number, o: number, cells: YearCells): boolean {
  const { industry, tables, customs } = setting
  const { contract } = cells
  const { rows } = tables
  const at = m * industry.lines.length + j
  const baseCell = at * places + o
  if (tables.programme[baseCell] < 0) return false
  const bought = rowOf(customs.policy, industry.lines.length, 0, baseCell)
  loadContract(contract, rows[bought + rowParts], rows, bought + rowShares)
  repriceContract(setting, r, o, contract)
  claimCheapest(setting, r, j, o, at, cells)
  const { factor, table } = cells.contracted
  const row = at * cellColumns
  const value = table[row + valueColumn]
  const assembly = customs.assemblyShare * customs.assembly[j * places + o] * customs.local.assembly[r * places + o]
  const credit = assemblyCredit(customs, r * places + o, value, value - assembly, contract.paid, 0)
  table[row + creditColumn] = credit
  factor[at] = factor[at] - credit
  return factor[at] < Infinity
}

/**
 * Fills the cell [market x line] `at` of `cells.contracted` with the cheapest programme that takes the parts of
 * `cells.contract`; its factor is Infinity where none does.
 */
function claimCheapest(setting: Setting, r: number, j: number, o: number, at: number, cells: YearCells): void {
  const { industry, customs } = setting
  const { policy } = customs
  const { contracted, contract } = cells
  const { bought, paid, cost } = contract
  const { duty: onValue, dutyOnNonUsContent, sparedOrigins, preferential } = policy.programmes
  const assembly = customs.assemblyShare * customs.assembly[j * places + o] * customs.local.assembly[r * places + o]
  const assembledIn = assemblyOrigin(industry, j, o)
  const row = at * cellColumns
  const cell = (r * markets * industry.lines.length + at) * places + o
  contracted.factor[at] = Infinity
  for (let n = policy.programmeOff[cell]; n < policy.programmeOff[cell + 1]; n++) {
    const programme = policy.programmeIds[n]
    // Duties are deducted from the value of materials that do not originate (USMCA, Article 4.7), so that a new one changes
    // no content: floors are asked of the shares at which parts were bought. The policy of the base year asks nothing of
    // core parts, so that those bought under it have the line's usual mix.
    if (!meetsFloors(customs.floors, programme, assembledIn, bought)) continue
    const parts = cost * metalsPremium(policy, customs.metals, r, programme, o)
    const value = parts + assembly
    const onContent = dutyOnNonUsContent[programme]
    const spared = sparedOrigins[programme]
    const charged = onContent === 0 ? 0 : chargedValue(industry, spared, paid, parts, assembly, o)
    const duty = onValue[programme] * value + onContent * charged
    const factor = value * (1 + customs.papers[j] * preferential[programme]) + duty
    if (factor >= contracted.factor[at]) continue
    contracted.factor[at] = factor
    contracted.programme[at] = programme
    contracted.table[row + dutyColumn] = duty
    contracted.table[row + claimColumn] = value * preferential[programme]
    contracted.table[row + valueColumn] = value
    for (let k = 0; k < origins; k++) contracted.table[row + partsColumn + k] = parts * paid[k]
  }
}

/** The same as `holdSourcing` for parts of vehicles that leave the region, which ask no programme. */
export function holdExports(setting: Setting, r: number, j: number, o: number, cells: YearCells): void {
  const { sourcing, customs } = setting
  const { contracted, contract } = cells
  const base = j * places + o
  loadContract(contract, (1 - customs.assemblyShare) * sourcing.partsCost[base], sourcing.weights, base * origins)
  repriceContract(setting, r, o, contract)
  const { cost, paid } = contract
  for (let k = 0; k < origins; k++) contracted.exportParts[j * origins + k] = cost * paid[k]
  const value = cost + customs.assemblyShare * customs.assembly[j * places + o] * customs.local.assembly[r * places + o]
  contracted.exportCredit[j] = assemblyCredit(customs, r * places + o, value, cost, paid, 0)
}

/** Takes over what was bought under the base policy: its cost, and its shares by origin from `offset` on. */
function loadContract(contract: ContractParts, cost: number, shares: Float64Array, offset: number): void {
  contract.cost = cost
  for (let k = 0; k < origins; k++) contract.bought[k] = shares[offset + k]
}

/** Turns the cost and shares of unchanged purchases into those at what the regime charges on parts. */
function repriceContract(setting: Setting, r: number, o: number, contract: ContractParts): void {
  const { charge } = setting.customs.charges
  const { bought, paid } = contract
  let total = 0
  let changed = false
  for (let k = 0; k < origins; k++) {
    const now = charge[(r * places + o) * origins + k]
    const base = charge[o * origins + k]
    if (now !== base) changed = true
    paid[k] = bought[k] * (now === base ? 1 : (1 + now) / (1 + base))
    total += paid[k]
  }
  const { factor } = setting.customs.metals
  const metals = factor[r * places + o]
  if (metals !== factor[o]) contract.cost = (contract.cost * metals) / factor[o]
  if (!changed) return
  for (let k = 0; k < origins; k++) paid[k] /= total
  contract.cost *= total
}

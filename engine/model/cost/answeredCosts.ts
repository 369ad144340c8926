/**
 * What wages, prices of parts and exchange rates that answer to policy make of costs. Sections 3 and 5 of docs/model.md.
 *
 * For a decision, the factor on the cost of line j at place o under regime r at the prices p of parts and a of assembly:
 *
 *   (value of parts * sum over k of s[k] p[k] + value of assembly * a) / (both values)
 *
 * with the shares s of parts before content rules. For the lines where they are, parts move between origins as well: they are
 * sourced at the mean q of prices so far, of which each year a part (`sourcingAdjustment`) becomes that of the day,
 *
 *   quantity[k] = s[k] q[k]^-(theta+1) (sum over i of s[i] q[i]^-theta)^-((theta+1)/theta),   cost = sum over k of quantity[k] p[k]
 *
 * Duties, claims, papers and credits are shares of value, and keep their shares of it.
 */
import { exp, log, pow } from '../../math/elementary.ts'
import type { PlantState } from '../plants/plantState.ts'
import { marketCount, origin, originCount, placeCount } from '../inputs/sets.ts'
import * as cellTable from './cellColumns.ts'
import type { LineCells, YearCells } from './cellColumns.ts'
import type { Setting } from './setting.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const markets = marketCount
const places = placeCount
const origins = originCount
const regional: number = origin.allied
const { cellColumns, valueColumn, dutyColumn, claimColumn, creditColumn, partsColumn } = cellTable

/** Factor on the cost of line j at o under regime r, before freight: 1 where nothing answers. */
export function answeredCost(setting: Setting, r: number, j: number, o: number): number {
  const { closure, sourcing, industry, customs, assemblyShare, scales } = setting
  if (!closure.answers) return 1
  const { weights, partsCost } = sourcing
  const site = (r * industry.lines.length + j) * places + o
  const parts = (1 - assemblyShare) * partsCost[site]
  const assembly = assemblyShare * scales.assembly[j * places + o] * customs.local.assembly[r * places + o]
  let rise = 0
  // Parts from abroad keep their price.
  for (let k = 0; k < regional; k++) rise += weights[site * origins + k] * (closure.parts[r * origins + k] - 1)
  return 1 + (parts * rise + assembly * (closure.assembly[r * places + o] - 1)) / (parts + assembly)
}

/** Sources a part of the parts in use anew, at the prices of regime r in a year that begins. */
export function renewParts({ closure, customs, pace }: Setting, r: number): void {
  const { parts, sourcedAt, costPower, quantityPower } = closure
  for (let k = 0; k < regional; k++) {
    sourcedAt[k] += pace.sourcingAdjustment * (log(parts[r * origins + k]) - sourcedAt[k])
    costPower[k] = exp(-customs.theta * sourcedAt[k])
    quantityPower[k] = exp(-(customs.theta + 1) * sourcedAt[k])
  }
}

/** Sets `cells.now` to the cells of the year at the prices that answer: the mean itself where nothing does. */
export function answerCells(setting: Setting, plants: PlantState, r: number, cells: YearCells): void {
  const { closure, industry, sold, exports0, customs, assemblyShare } = setting
  cells.now = cells.mean
  if (!closure.answers) return
  const { mean, answered } = cells
  const { linePlace } = plants
  const lines = industry.lines.length
  for (let j = 0; j < lines; j++) {
    const o = linePlace[j]
    for (let m = 0; m < markets; m++) if (sold[m * lines + j] === 1) answerCell(setting, r, o, m * lines + j, cells)
    if (exports0[j] === 0) continue
    const parts = sumOfParts(mean.exportParts, j * origins)
    const assembly = assemblyShare * customs.assembly[j * places + o] * customs.local.assembly[r * places + o]
    const now = answerParts(setting, r, parts, mean.exportParts, j * origins, answered.exportParts)
    const ratio = (now + assembly * closure.assembly[r * places + o]) / (parts + assembly)
    answered.exportCredit[j] = mean.exportCredit[j] * ratio
  }
  cells.now = answered
}

/** The cell [market x line] of a line that is built at o. */
function answerCell(setting: Setting, r: number, o: number, cell: number, { mean, answered }: YearCells): void {
  const row = cell * cellColumns
  const value = mean.table[row + valueColumn]
  if (!(value > 0)) {
    copyBarred(mean, answered, cell)
    return
  }
  const parts = sumOfParts(mean.table, row + partsColumn)
  const now = answerParts(setting, r, parts, mean.table, row + partsColumn, answered.table)
  const ratio = (now + (value - parts) * setting.closure.assembly[r * places + o]) / value
  answered.factor[cell] = mean.factor[cell] * ratio
  answered.table[row + valueColumn] = value * ratio
  answered.table[row + dutyColumn] = mean.table[row + dutyColumn] * ratio
  answered.table[row + claimColumn] = mean.table[row + claimColumn] * ratio
  answered.table[row + creditColumn] = mean.table[row + creditColumn] * ratio
}

/** A line that may not be sold has no value to price. */
function copyBarred(mean: LineCells, answered: LineCells, cell: number): void {
  answered.factor[cell] = mean.factor[cell]
  for (let n = cell * cellColumns; n < (cell + 1) * cellColumns; n++) answered.table[n] = mean.table[n]
}

function sumOfParts(table: Float64Array, at: number): number {
  let sum = 0
  for (let k = 0; k < origins; k++) sum += table[at + k]
  return sum
}

/** Writes the values of parts by origin at the prices of regime r and the mix sourced so far; returns their sum. */
function answerParts(
  { closure, customs }: Setting,
  r: number,
  total: number,
  before: Float64Array,
  at: number,
  target: Float64Array,
): number {
  const { parts, costPower, quantityPower } = closure
  let power = 0
  for (let k = 0; k < origins; k++) power += before[at + k] * costPower[k]
  const bundle = total > 0 ? pow(power / total, -(customs.theta + 1) / customs.theta) : 1
  let sum = 0
  for (let k = 0; k < origins; k++) {
    target[at + k] = before[at + k] * bundle * quantityPower[k] * parts[r * origins + k]
    sum += target[at + k]
  }
  return sum
}

/**
 * Customs and sourcing of every line where it is, year by year: the mean of parts sourced anew under the regime in force and
 * of parts still under contract (see `resourcing`). Section 3 of docs/model.md.
 */
import { assemblyCredit } from '../customs/assemblyCredits.ts'
import type { PlantState } from '../plants/plantState.ts'
import type { Setting } from './setting.ts'
import { holdSourcing, holdExports } from './resourcing.ts'
import { isMean } from '../inputs/policy.ts'
import { copyRow } from './rowCell.ts'
import { holdMean } from './spellCells.ts'
import { marketCount, placeCount, originCount } from '../inputs/sets.ts'
import * as cellTable from './cellColumns.ts'
import type { YearCells, LineCells } from './cellColumns.ts'
import { blendColumns, blendOrigins, scaleOrigins } from './columnSums.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const markets = marketCount
const places = placeCount
const origins = originCount
const { cellColumns } = cellTable

/** Starts a history: a new replicate has new tables, so that nothing in the cells is of use. */
export function resetCells(cells: YearCells): void {
  cells.regime.fill(-1)
  cells.rules.fill(-1)
}

/**
 * Fills the year's cells under regime r.
 *
 * @param renewedShare share of parts that are sourced anew, under the regime: 0 to 1
 */
export function fillYearCells(
  setting: Setting,
  plants: PlantState,
  r: number,
  renewedShare: number,
  cells: YearCells,
): void {
  const { linePlace } = plants
  const { regime, place } = cells
  let changed = false
  for (let j = 0; j < linePlace.length; j++) {
    const o = linePlace[j]
    if (regime[j] === r && place[j] === o) continue
    fillLine(setting, r, j, o, cells)
    regime[j] = r
    place[j] = o
    changed = true
  }
  // Under the base policy contracts and new sourcing are the same.
  if (r === 0) {
    if (changed) copyCells(cells.renewed, cells.mean)
    return
  }
  blendCells(cells, renewedShare)
  blendExports(cells, setting.exports0, renewedShare)
}

function copyCells(from: LineCells, to: LineCells): void {
  to.factor.set(from.factor)
  to.table.set(from.table)
  to.exportParts.set(from.exportParts)
  to.exportCredit.set(from.exportCredit)
}

/** mean = contracted + weight * (renewed - contracted) for the cells where the two differ. */
function blendCells({ contracted, renewed, mean, differs }: YearCells, weight: number): void {
  const factor = mean.factor
  const before = contracted.factor
  const now = renewed.factor
  const target = mean.table
  const oldTable = contracted.table
  const newTable = renewed.table
  for (let cell = 0; cell < differs.length; cell++) {
    if (differs[cell] === 0) continue
    factor[cell] = before[cell] + weight * (now[cell] - before[cell])
    blendColumns(oldTable, newTable, weight, target, cell * cellColumns)
  }
}

/** The same for what leaves the region; exact where both are the same. */
function blendExports({ contracted, renewed, mean }: YearCells, exports0: Float64Array, weight: number): void {
  const credit = mean.exportCredit
  const before = contracted.exportCredit
  const now = renewed.exportCredit
  const target = mean.exportParts
  const oldParts = contracted.exportParts
  const newParts = renewed.exportParts
  for (let j = 0; j < exports0.length; j++) {
    if (exports0[j] === 0) continue
    credit[j] = before[j] + weight * (now[j] - before[j])
    blendOrigins(oldParts, newParts, weight, target, j * origins)
  }
}

/**
 * Fills cells for newly sourced parts of one line, and for its parts under contract where they differ. They do not where the
 * regime changes nothing for the line, or bars its sale: there the mean is a copy of the new cell. Under the base policy the
 * mean is left out, since `fillYearCells` copies all of it. A cell whose line stays and whose rules stay is left as it is.
 */
function fillLine(setting: Setting, r: number, j: number, o: number, cells: YearCells): void {
  const { industry, customs, tables, sold, exports0 } = setting
  const { sameAs, spells } = customs.policy
  const { rules, differs } = cells
  const lines = industry.lines.length
  const stays = cells.place[j] === o
  for (let m = 0; m < markets; m++) {
    const cell = m * lines + j
    if (sold[cell] === 0) continue
    const from = ((r * markets + m) * lines + j) * places + o
    const rulesNow = sameAs[from]
    if (stays && rules[cell] === rulesNow) continue
    rules[cell] = rulesNow
    const changes = rulesNow !== 0 && tables.factor[from] < Infinity
    const isOwnMean = spells !== undefined && rulesNow === r && isMean(spells, r)
    let held = false
    if (changes && isOwnMean) held = holdMean(setting, r, m, j, o, cells)
    else {
      copyRow(setting, r, from, cells.renewed, cell)
      held = changes && holdSourcing(setting, r, m, j, o, cells)
    }
    differs[cell] = held ? 1 : 0
    if (!held && r !== 0) copyCell(cells.renewed, cells.mean, cell)
  }
  if (exports0[j] === 0) return
  copyExports(setting, r, j, o, cells.renewed)
  if (r !== 0) holdExports(setting, r, j, o, cells)
}

/** Copies factor and table of one cell. */
function copyCell(from: LineCells, to: LineCells, cell: number): void {
  to.factor[cell] = from.factor[cell]
  const source = from.table
  const target = to.table
  const end = (cell + 1) * cellColumns
  for (let n = cell * cellColumns; n < end; n++) target[n] = source[n]
}

/** Parts of what leaves the region: no programme, the place's own duties on parts. */
function copyExports(setting: Setting, r: number, j: number, o: number, cells: LineCells): void {
  const { sourcing, customs, industry } = setting
  const { weights } = sourcing
  const now = (r * industry.lines.length + j) * places + o
  const parts = (1 - customs.assemblyShare) * sourcing.partsCost[now]
  scaleOrigins(weights, now * origins, parts, cells.exportParts, j * origins)
  const value =
    parts + customs.assemblyShare * customs.assembly[j * places + o] * customs.local.assembly[r * places + o]
  cells.exportCredit[j] = assemblyCredit(customs, r * places + o, value, parts, weights, now * origins)
}

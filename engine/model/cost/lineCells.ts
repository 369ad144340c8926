/**
 * Customs and sourcing of every line where it is, year by year: the mean of parts sourced anew under the regime in force and
 * of parts still under contract (see `resourcing`). Section 3 of docs/model.md.
 */
import { assemblyCredit } from '../customs/assemblyCredits.ts'
import type { PlantState } from '../plants/plantState.ts'
import type { Setting } from './setting.ts'
import { holdSourcing, holdExports } from './resourcing.ts'
import { marketCount, placeCount, originCount } from '../inputs/sets.ts'
import {
  type YearCells,
  type LineCells,
  cellColumns,
  valueColumn,
  dutyColumn,
  creditColumn,
  claimColumn,
  partsColumn,
} from './cellColumns.ts'

/** A new replicate has new tables: nothing that stands in the cells is of use. */
export function forgetCells(cells: YearCells): void {
  cells.regime.fill(-1)
}

/**
 * Fills the year's cells under regime r.
 *
 * @param sourcedAnew share of parts that follow the regime, 0 to 1
 */
export function fillYearCells(
  setting: Setting,
  plants: PlantState,
  r: number,
  sourcedAnew: number,
  cells: YearCells,
): void {
  let changed = false
  for (let j = 0; j < plants.linePlace.length; j++) {
    const o = plants.linePlace[j]
    if (cells.regime[j] === r && cells.place[j] === o) continue
    fillLine(setting, r, j, o, cells)
    cells.regime[j] = r
    cells.place[j] = o
    changed = true
  }
  // Under the base policy there is no old sourcing beside the new.
  if (r === 0) {
    if (changed) copyCells(cells.anew, cells.mean)
    return
  }
  blendCells(cells, sourcedAnew)
  blend(cells.old.exportParts, cells.anew.exportParts, sourcedAnew, cells.mean.exportParts)
  blend(cells.old.exportCredit, cells.anew.exportCredit, sourcedAnew, cells.mean.exportCredit)
}

function copyCells(from: LineCells, to: LineCells): void {
  to.factor.set(from.factor)
  to.table.set(from.table)
  to.exportParts.set(from.exportParts)
  to.exportCredit.set(from.exportCredit)
}

/** mean = old + weight * (anew - old), exact where both are the same. */
function blend(old: Float64Array, anew: Float64Array, weight: number, mean: Float64Array): void {
  for (let n = 0; n < mean.length; n++) mean[n] = old[n] + weight * (anew[n] - old[n])
}

/** The same for the cells where it is not known already. */
function blendCells({ old, anew, mean, differs }: YearCells, weight: number): void {
  for (let cell = 0; cell < differs.length; cell++) {
    if (differs[cell] === 0) continue
    mean.factor[cell] = old.factor[cell] + weight * (anew.factor[cell] - old.factor[cell])
    for (let n = cell * cellColumns; n < (cell + 1) * cellColumns; n++) {
      mean.table[n] = old.table[n] + weight * (anew.table[n] - old.table[n])
    }
  }
}

/**
 * New and old sourcing of one line; they are the same, and their mean, where the regime changes nothing for it or bars it.
 * Old sourcing is left out under the base policy: when another regime follows, every line is filled again.
 */
function fillLine(setting: Setting, r: number, j: number, o: number, cells: YearCells): void {
  const { industry, customs, tables, sold } = setting
  const lines = industry.lines.length
  for (let m = 0; m < marketCount; m++) {
    const cell = m * lines + j
    if (sold[cell] === 0) continue
    const within = cell * placeCount + o
    const from = r * marketCount * lines * placeCount + within
    copyTable(setting, from, cells.anew, cell)
    if (r === 0) continue
    const changes = customs.policy.sameAs[from] !== 0 && tables.factor[from] < Infinity
    const held = changes && holdSourcing(setting, r, j, o, from, within, cells.old, cell)
    cells.differs[cell] = held ? 1 : 0
    if (held) continue
    copyTable(setting, from, cells.old, cell)
    copyTable(setting, from, cells.mean, cell)
  }
  copyExports(setting, r, j, o, cells.anew)
  if (setting.exports0[j] === 0) return
  if (r !== 0) holdExports(setting, r, j, o, cells.old)
}

function copyTable(setting: Setting, from: number, cells: LineCells, cell: number): void {
  const { tables, customs } = setting
  const { table } = cells
  const row = cell * cellColumns
  const programme = tables.programme[from]
  cells.factor[cell] = tables.factor[from]
  cells.programme[cell] = programme
  table[row + valueColumn] = tables.value[from]
  table[row + dutyColumn] = tables.duty[from]
  table[row + creditColumn] = tables.credit[from]
  table[row + claimColumn] = programme < 0 ? 0 : tables.value[from] * customs.policy.programmes.preferential[programme]
  for (let k = 0; k < originCount; k++) {
    table[row + partsColumn + k] = tables.parts[from] * tables.shares[from * originCount + k]
  }
}

/** Parts of what leaves the region: no programme, the place's own duties on parts. */
function copyExports(setting: Setting, r: number, j: number, o: number, cells: LineCells): void {
  const { sourcing, customs, industry } = setting
  const now = (r * industry.lines.length + j) * placeCount + o
  const parts = (1 - customs.assemblyShare) * sourcing.partsCost[now]
  for (let k = 0; k < originCount; k++) {
    cells.exportParts[j * originCount + k] = parts * sourcing.weights[now * originCount + k]
  }
  const value = parts + customs.assemblyShare * customs.assembly[j * placeCount + o]
  cells.exportCredit[j] = assemblyCredit(customs.policy, r, o, value, parts, sourcing.weights, now * originCount)
}

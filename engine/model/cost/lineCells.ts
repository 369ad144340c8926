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

/** Starts a history: a new replicate has new tables, so that nothing in the cells is of use. */
export function resetCells(cells: YearCells): void {
  cells.regime.fill(-1)
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
  let changed = false
  for (let j = 0; j < plants.linePlace.length; j++) {
    const o = plants.linePlace[j]
    if (cells.regime[j] === r && cells.place[j] === o) continue
    fillLine(setting, r, j, o, cells)
    cells.regime[j] = r
    cells.place[j] = o
    changed = true
  }
  // Under the base policy contracts and new sourcing are the same.
  if (r === 0) {
    if (changed) copyCells(cells.renewed, cells.mean)
    return
  }
  const { contracted, renewed, mean } = cells
  blendCells(cells, renewedShare)
  blend(contracted.exportParts, renewed.exportParts, renewedShare, mean.exportParts)
  blend(contracted.exportCredit, renewed.exportCredit, renewedShare, mean.exportCredit)
}

function copyCells(from: LineCells, to: LineCells): void {
  to.factor.set(from.factor)
  to.table.set(from.table)
  to.exportParts.set(from.exportParts)
  to.exportCredit.set(from.exportCredit)
}

/** mean = contracted + weight * (renewed - contracted), exact where both are the same. */
function blend(contracted: Float64Array, renewed: Float64Array, weight: number, mean: Float64Array): void {
  for (let n = 0; n < mean.length; n++) mean[n] = contracted[n] + weight * (renewed[n] - contracted[n])
}

/** The same for the cells where the two differ. */
function blendCells({ contracted, renewed, mean, differs }: YearCells, weight: number): void {
  for (let cell = 0; cell < differs.length; cell++) {
    if (differs[cell] === 0) continue
    mean.factor[cell] = contracted.factor[cell] + weight * (renewed.factor[cell] - contracted.factor[cell])
    for (let n = cell * cellColumns; n < (cell + 1) * cellColumns; n++) {
      mean.table[n] = contracted.table[n] + weight * (renewed.table[n] - contracted.table[n])
    }
  }
}

/**
 * Fills cells for newly sourced parts of one line and for its parts under contract. Where the regime changes nothing for the
 * line, or bars its sale, the contract cells and the mean are copies of the new ones. Under the base policy the contract
 * cells are left out: when another regime follows, every line is filled again.
 */
function fillLine(setting: Setting, r: number, j: number, o: number, cells: YearCells): void {
  const { industry, customs, tables, sold } = setting
  const lines = industry.lines.length
  for (let m = 0; m < marketCount; m++) {
    const cell = m * lines + j
    if (sold[cell] === 0) continue
    const within = cell * placeCount + o
    const from = r * marketCount * lines * placeCount + within
    copyTable(setting, from, cells.renewed, cell)
    if (r === 0) continue
    const changes = customs.policy.sameAs[from] !== 0 && tables.factor[from] < Infinity
    const held = changes && holdSourcing(setting, r, m, j, o, cells)
    cells.differs[cell] = held ? 1 : 0
    if (held) continue
    copyTable(setting, from, cells.contracted, cell)
    copyTable(setting, from, cells.mean, cell)
  }
  copyExports(setting, r, j, o, cells.renewed)
  if (setting.exports0[j] === 0) return
  if (r !== 0) holdExports(setting, r, j, o, cells)
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
  cells.exportCredit[j] = assemblyCredit(
    customs.policy,
    r * placeCount + o,
    value,
    parts,
    sourcing.weights,
    now * originCount,
  )
}

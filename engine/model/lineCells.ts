/**
 * Customs and sourcing of every line where it is, year by year: the mean of parts sourced anew under the regime in force and
 * of parts still under contract (see `resourcing`). Section 3 of docs/model.md.
 */
import type { Industry } from './industry.ts'
import type { PlantState } from './plants.ts'
import type { Setting } from './regimes.ts'
import { holdExports, holdSourcing } from './resourcing.ts'
import { marketCount, originCount, placeCount } from './sets.ts'

/** Factors of every line where it now is, as in the customs tables. */
export interface LineCells {
  /** [market x line] cost factor; Infinity where sale is barred. */
  readonly factor: Float64Array
  readonly value: Float64Array
  readonly duty: Float64Array
  readonly parts: Float64Array
  /** [market x line] share of the vehicles that claim a preference. */
  readonly claimed: Float64Array
  /** [market x line x origin] */
  readonly shares: Float64Array
  /** [line], [line x origin] parts of vehicles that leave the region. */
  readonly rowParts: Float64Array
  readonly rowShares: Float64Array
}

export function createLineCells(lines: number): LineCells {
  const cells = marketCount * lines
  return {
    factor: new Float64Array(cells),
    value: new Float64Array(cells),
    duty: new Float64Array(cells),
    parts: new Float64Array(cells),
    claimed: new Float64Array(cells),
    shares: new Float64Array(cells * originCount),
    rowParts: new Float64Array(lines),
    rowShares: new Float64Array(lines * originCount),
  }
}

/**
 * What stands in the cells, so that a year redoes only what has changed: the place and regime of each line when its cells
 * were last filled, which of them mix old and new sourcing, and the old.
 */
export interface CellMemory {
  readonly place: Int32Array
  readonly regime: Int32Array
  /** [market x line] 1 where old sourcing counts. */
  readonly mixed: Uint8Array
  readonly old: LineCells
}

export function createCellMemory(industry: Industry): CellMemory {
  const lines = industry.lines.length
  return {
    place: new Int32Array(lines),
    regime: new Int32Array(lines).fill(-1),
    mixed: new Uint8Array(marketCount * lines),
    old: createLineCells(lines),
  }
}

/** A new replicate has new tables: nothing that stands in the cells is of use. */
export function forgetCells(memory: CellMemory): void {
  memory.regime.fill(-1)
}

/**
 * Fills the year's cells under regime r.
 *
 * @param sourcedAnew share of parts that follow the regime, 0 to 1
 */
export function fillLineCells(
  setting: Setting,
  plants: PlantState,
  r: number,
  sourcedAnew: number,
  cells: LineCells,
  memory: CellMemory,
): void {
  const lines = setting.industry.lines.length
  for (let j = 0; j < lines; j++) {
    const o = plants.linePlace[j]
    if (memory.regime[j] !== r || memory.place[j] !== o) {
      fillLine(setting, r, j, o, cells, memory)
      memory.regime[j] = r
      memory.place[j] = o
    }
    for (let m = 0; m < marketCount; m++) {
      const cell = m * lines + j
      if (memory.mixed[cell] === 0) continue
      blend(setting, ((r * marketCount + m) * lines + j) * placeCount + o, memory.old, sourcedAnew, cell, cells)
    }
    if (r !== 0 && setting.exports0[j] > 0) blendExports(setting, r, j, o, sourcedAnew, memory.old, cells)
  }
}

/** New sourcing in the cells, and old sourcing in the memory where the regime changes anything. */
function fillLine(setting: Setting, r: number, j: number, o: number, cells: LineCells, memory: CellMemory): void {
  const { industry, customs, tables } = setting
  const lines = industry.lines.length
  for (let m = 0; m < marketCount; m++) {
    const cell = m * lines + j
    memory.mixed[cell] = 0
    if (industry.sales[cell] === 0) continue
    const within = cell * placeCount + o
    const from = r * marketCount * lines * placeCount + within
    copyTable(setting, from, cell, cells)
    // What the regime leaves as it was has nothing to source anew; a sale that new sourcing bars stays barred.
    if (customs.policy.sameAs[from] === 0 || tables.factor[from] === Infinity) continue
    if (holdSourcing(setting, r, j, o, from, within, memory.old, cell)) memory.mixed[cell] = 1
  }
  copyExports(setting, r, j, o, cells)
  if (r !== 0 && setting.exports0[j] > 0) holdExports(setting, r, j, o, memory.old)
}

function copyTable(setting: Setting, from: number, to: number, cells: LineCells): void {
  const { tables } = setting
  cells.factor[to] = tables.factor[from]
  cells.value[to] = tables.value[from]
  cells.duty[to] = tables.duty[from]
  cells.parts[to] = tables.parts[from]
  cells.claimed[to] = claims(setting, from)
  for (let k = 0; k < originCount; k++) cells.shares[to * originCount + k] = tables.shares[from * originCount + k]
}

/** 1 where the programme of a cell of the customs tables claims a preference. */
function claims({ tables, customs }: Setting, cell: number): number {
  return tables.programme[cell] < 0 ? 0 : customs.policy.programmes.preferential[tables.programme[cell]]
}

/** cells = old + anew * (new - old), exact where both are the same. */
function blend(setting: Setting, from: number, old: LineCells, anew: number, cell: number, cells: LineCells): void {
  const { tables } = setting
  const parts = between(old.parts[cell], tables.parts[from], anew)
  const weight = (anew * tables.parts[from]) / parts
  for (let k = 0; k < originCount; k++) {
    const at = cell * originCount + k
    cells.shares[at] = between(old.shares[at], tables.shares[from * originCount + k], weight)
  }
  cells.factor[cell] = between(old.factor[cell], tables.factor[from], anew)
  cells.value[cell] = between(old.value[cell], tables.value[from], anew)
  cells.duty[cell] = between(old.duty[cell], tables.duty[from], anew)
  cells.claimed[cell] = between(old.claimed[cell], claims(setting, from), anew)
  cells.parts[cell] = parts
}

function between(old: number, anew: number, weight: number): number {
  return old + weight * (anew - old)
}

/** Parts of what leaves the region: no programme, the place's own duties on parts. */
function copyExports(setting: Setting, r: number, j: number, o: number, cells: LineCells): void {
  const { sourcing, customs, industry } = setting
  const now = (r * industry.lines.length + j) * placeCount + o
  cells.rowParts[j] = (1 - customs.assemblyShare) * sourcing.partsCost[now]
  for (let k = 0; k < originCount; k++) cells.rowShares[j * originCount + k] = sourcing.weights[now * originCount + k]
}

function blendExports(
  setting: Setting,
  r: number,
  j: number,
  o: number,
  anew: number,
  old: LineCells,
  cells: LineCells,
): void {
  copyExports(setting, r, j, o, cells)
  const parts = between(old.rowParts[j], cells.rowParts[j], anew)
  const weight = (anew * cells.rowParts[j]) / parts
  for (let k = 0; k < originCount; k++) {
    const at = j * originCount + k
    cells.rowShares[at] = between(old.rowShares[at], cells.rowShares[at], weight)
  }
  cells.rowParts[j] = parts
}

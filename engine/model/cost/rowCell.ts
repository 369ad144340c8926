/** From the tables of customs to the cell of a line: what `lineCells` begins with. Section 3 of docs/model.md. */
import * as columns from '../customs/customsTables.ts'
import * as cellTable from './cellColumns.ts'
import type { LineCells } from './cellColumns.ts'
import { scaleOrigins } from './columnSums.ts'
import { readyRow } from '../customs/spellMeans.ts'
import type { Setting } from './setting.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const { cellColumns, valueColumn, dutyColumn, creditColumn, claimColumn, partsColumn } = cellTable
const { rowValue, rowDuty, rowCredit, rowParts, rowShares } = columns

/** Turns the row of a cell `from` of the tables under regime r into the cell of a line. */
export function copyRow(
  { tables, customs, industry }: Setting,
  r: number,
  from: number,
  cells: LineCells,
  cell: number,
): void {
  const { policy } = customs
  const { rows } = tables
  const { table } = cells
  const at = cell * cellColumns
  const row = readyRow(policy, tables, industry.lines.length, r, from)
  const programme = tables.programme[from]
  const value = rows[row + rowValue]
  cells.factor[cell] = tables.factor[from]
  cells.programme[cell] = programme
  table[at + valueColumn] = value
  table[at + dutyColumn] = rows[row + rowDuty]
  table[at + creditColumn] = rows[row + rowCredit]
  table[at + claimColumn] = programme < 0 ? 0 : value * policy.programmes.preferential[programme]
  scaleOrigins(rows, row + rowShares, rows[row + rowParts], table, at + partsColumn)
}

/**
 * Customs and sourcing of a line in a year within which rules change: the mean by days over the spells of the year, for parts
 * sourced anew and for those still under contract. Sections 1 and 3 of docs/model.md.
 */
import { ownRow, rowValue } from '../customs/customsTables.ts'
import { findSpells } from '../customs/spellMeans.ts'
import { marketCount, placeCount } from '../inputs/sets.ts'
import { type YearCells, cellColumns, claimColumn } from './cellColumns.ts'
import { addColumns } from './columnSums.ts'
import { holdSourcing } from './resourcing.ts'
import { copyRow } from './rowCell.ts'
import type { Setting } from './setting.ts'

/**
 * Fills `cells.renewed` of line j for parts sourced anew, and prices its parts under contract as `holdSourcing` does, as means over
 * the spells of regime r. In a spell in which nothing holds the contracts, what is sourced anew counts.
 *
 * @returns false where contracts count in no spell
 */
export function holdMean(setting: Setting, r: number, m: number, j: number, o: number, cells: YearCells): boolean {
  const { industry, customs, tables } = setting
  const { policy } = customs
  const { spells } = policy
  const { contracted, renewed, sums } = cells
  const lines = industry.lines.length
  const at = m * lines + j
  const cell = ((r * marketCount + m) * lines + j) * placeCount + o
  if (spells === undefined) return false
  const { spellCells, spellParts } = tables
  if (!findSpells(policy, spells, lines, r, cell, tables)) return false
  let factor = 0
  let claimed = 0
  let heldInAny = false
  sums.fill(0)
  for (let n = 0; n < tables.spellCount; n++) {
    const from = spellCells[n]
    const part = spellParts[n]
    const set = policy.sameAs[from]
    const held = set !== 0 && holdSourcing(setting, set, m, j, o, cells)
    if (!held) copyRow(setting, set, from, contracted, at)
    heldInAny ||= held
    claimed += part * tables.rows[ownRow(from) + rowValue] * policy.programmes.preferential[tables.programme[from]]
    factor += part * contracted.factor[at]
    addColumns(contracted.table, at * cellColumns, part, sums, 0)
  }
  copyRow(setting, r, cell, renewed, at)
  renewed.table[at * cellColumns + claimColumn] = claimed
  contracted.factor[at] = factor
  for (let n = 0; n < cellColumns; n++) contracted.table[at * cellColumns + n] = sums[n]
  contracted.programme[at] = renewed.programme[at]
  return heldInAny
}

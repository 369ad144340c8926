/**
 * Customs and sourcing of a line in a year within which rules change: the mean by days over the spells of the year, for parts
 * sourced anew and for those still under contract. Sections 1 and 3 of docs/model.md.
 */
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
  const { factor: factors, spellCells } = tables
  const open = findSpells(policy, spells, lines, r, cell, tables)
  let factor = 0
  let claimed = 0
  let heldInAny = false
  // Spells in a row with the same rules have the same cell.
  let before = -1
  sums.fill(0)
  for (let n = spells.off[r]; n < spells.off[r + 1]; n++) {
    const from = spellCells[n - spells.off[r]]
    if (factors[from] === Infinity) continue
    const part = spells.weights[n] / open
    if (from !== before) {
      before = from
      const set = policy.sameAs[from]
      copyRow(setting, set, from, renewed, at)
      const held = set !== 0 && holdSourcing(setting, set, m, j, o, cells)
      if (!held) copyRow(setting, set, from, contracted, at)
      heldInAny ||= held
    }
    claimed += part * renewed.table[at * cellColumns + claimColumn]
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

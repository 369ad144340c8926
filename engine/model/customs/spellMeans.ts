/**
 * Years within which rules change: what a line comes to at a border is the mean over the spells of the year, by days. Section 1
 * of docs/model.md.
 *
 * A line that may not be sold in some spells has the mean of the others, if they are at least half of the days; else sale is
 * barred all year. So bans count by half the days, as does whatever has no number between yes and no.
 */
import { type CompiledPolicy, type SpellTable, isMean } from '../inputs/policy.ts'
import { originCount } from '../inputs/sets.ts'
import * as columns from './customsTables.ts'
import { type CustomsTables, cellsPerRegime, ownRow, rowOf } from './customsTables.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const origins = originCount
const { rowValue, rowDuty, rowCredit, rowParts, rowShares } = columns

/** Least part of a year in which sale must be open for any. */
const leastOpen = 0.5

/** Cell [regime x market x line x place] of the same market, line and place under another set of rules. */
export function cellUnder(lines: number, set: number, r: number, cell: number): number {
  return cell + (set - r) * cellsPerRegime(lines)
}

/**
 * Finds where the spells of a year have their numbers: the cell of the first set with a spell's rules, since rules that change
 * nothing for a line are not worked out again. That cell has a row of its own. Spells in a row with the same cell are one.
 * `tables.spellCells` receives the cells in which the line may be sold, `tables.spellParts` their parts of the time in which it may.
 *
 * @param r a mean over spells
 * @returns false where the line may be sold in too little of the year for any sale; then there are no cells
 */
export function findSpells(
  { sameAs }: CompiledPolicy,
  { off, sets, weights }: SpellTable,
  lines: number,
  r: number,
  cell: number,
  tables: CustomsTables,
): boolean {
  const { factor, spellCells, spellParts } = tables
  const perSet = cellsPerRegime(lines)
  const within = cell - r * perSet
  let count = 0
  let open = 0
  for (let n = off[r]; n < off[r + 1]; n++) {
    const from = sameAs[sets[n] * perSet + within] * perSet + within
    if (factor[from] === Infinity) continue
    open += weights[n]
    if (count > 0 && spellCells[count - 1] === from) spellParts[count - 1] += weights[n]
    else {
      spellCells[count] = from
      spellParts[count] = weights[n]
      count += 1
    }
  }
  tables.spellCount = open < leastOpen ? 0 : count
  for (let n = 0; n < tables.spellCount; n++) spellParts[n] /= open
  return tables.spellCount > 0
}

/** Fills factor and programme of a cell under regime r, a mean over spells, once the cells of the spells are filled. */
export function fillMean(
  policy: CompiledPolicy,
  spells: SpellTable,
  lines: number,
  r: number,
  cell: number,
  tables: CustomsTables,
): void {
  const { factor, programme, spellCells, spellParts } = tables
  const isOpen = findSpells(policy, spells, lines, r, cell, tables)
  programme[cell] = isOpen ? programmeOfYear(policy, tables) : -1
  let sum = 0
  for (let n = 0; n < tables.spellCount; n++) sum += spellParts[n] * factor[spellCells[n]]
  factor[cell] = isOpen ? sum : Infinity
}

/**
 * Where the row of a cell under regime r begins, for those who read it. That of a mean over spells is worked out here, each time:
 * few are ever read, those of lines where they are.
 */
export function readyRow(
  policy: CompiledPolicy,
  tables: CustomsTables,
  lines: number,
  r: number,
  cell: number,
): number {
  const { spells, sameAs } = policy
  const first = sameAs[cell]
  if (spells !== undefined && isMean(spells, first)) {
    fillMeanRow(policy, spells, lines, first, cellUnder(lines, first, r, cell), tables)
  }
  return rowOf(policy, lines, r, cell)
}

/** Fills the row of a cell under regime r, a mean over spells; all 0 where sale is barred. */
function fillMeanRow(
  policy: CompiledPolicy,
  spells: SpellTable,
  lines: number,
  r: number,
  cell: number,
  tables: CustomsTables,
): void {
  const { rows, spellCells, spellParts } = tables
  const isOpen = findSpells(policy, spells, lines, r, cell, tables)
  const row = ownRow(cell)
  for (let n = row + rowValue; n < row + rowShares + origins; n++) rows[n] = 0
  if (!isOpen) return
  for (let n = 0; n < tables.spellCount; n++) addRow(rows, ownRow(spellCells[n]), spellParts[n], row)
  for (let k = 0; k < origins; k++) rows[row + rowShares + k] /= rows[row + rowParts]
}

/** Adds a part of one row to another, in which shares of parts stand as values until all are added. */
function addRow(rows: Float64Array, from: number, part: number, to: number): void {
  rows[to + rowValue] += part * rows[from + rowValue]
  rows[to + rowDuty] += part * rows[from + rowDuty]
  rows[to + rowCredit] += part * rows[from + rowCredit]
  const parts = part * rows[from + rowParts]
  rows[to + rowParts] += parts
  for (let k = 0; k < origins; k++) rows[to + rowShares + k] += parts * rows[from + rowShares + k]
}

/**
 * The programme under which a line's sales of the year are booked, once its spells are found: that of the longest spell, but one
 * with a quota goes first.
 */
function programmeOfYear(
  { programmes }: CompiledPolicy,
  { programme, spellCells, spellParts, spellCount }: CustomsTables,
): number {
  let longest = -1
  let part = 0
  let hasQuota = false
  for (let n = 0; n < spellCount; n++) {
    const taken = programme[spellCells[n]]
    const isLimited = programmes.quota[taken] >= 0
    const goesFirst = isLimited === hasQuota ? spellParts[n] > part : isLimited
    if (!goesFirst) continue
    longest = taken
    part = spellParts[n]
    hasQuota = isLimited
  }
  return longest
}

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
 * Finds where the spells of a year have their numbers: `tables.spellCells` receives, spell by spell, the cell of the first set with
 * its rules, since rules that change nothing for a line are not worked out again. That cell has a row of its own.
 *
 * @param r a mean over spells
 * @returns the part of the year in which the line of the cell may be sold, 0 where that is too little for any sale
 */
export function findSpells(
  { sameAs }: CompiledPolicy,
  { off, sets, weights }: SpellTable,
  lines: number,
  r: number,
  cell: number,
  { factor, spellCells }: CustomsTables,
): number {
  const perSet = cellsPerRegime(lines)
  const within = cell - r * perSet
  const first = off[r]
  let open = 0
  for (let n = first; n < off[r + 1]; n++) {
    const from = sameAs[sets[n] * perSet + within] * perSet + within
    spellCells[n - first] = from
    if (factor[from] < Infinity) open += weights[n]
  }
  return open < leastOpen ? 0 : open
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
  const { factor, programme, spellCells } = tables
  const { off, weights } = spells
  const open = findSpells(policy, spells, lines, r, cell, tables)
  programme[cell] = open === 0 ? -1 : programmeOfYear(policy, spells, r, tables)
  factor[cell] = open === 0 ? Infinity : 0
  if (open === 0) return
  let sum = 0
  for (let n = off[r]; n < off[r + 1]; n++) {
    const from = factor[spellCells[n - off[r]]]
    if (from < Infinity) sum += (weights[n] / open) * from
  }
  factor[cell] = sum
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
  const { factor, rows, spellCells } = tables
  const { off, weights } = spells
  const open = findSpells(policy, spells, lines, r, cell, tables)
  const row = ownRow(cell)
  for (let n = row + rowValue; n < row + rowShares + origins; n++) rows[n] = 0
  if (open === 0) return
  for (let n = off[r]; n < off[r + 1]; n++) {
    const from = spellCells[n - off[r]]
    if (factor[from] < Infinity) addRow(rows, ownRow(from), weights[n] / open, row)
  }
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
  { off, weights }: SpellTable,
  r: number,
  { programme, spellCells }: CustomsTables,
): number {
  let longest = -1
  let days = 0
  let hasQuota = false
  for (let n = off[r]; n < off[r + 1]; n++) {
    const taken = programme[spellCells[n - off[r]]]
    if (taken < 0) continue
    const isLimited = programmes.quota[taken] >= 0
    const goesFirst = isLimited === hasQuota ? weights[n] > days : isLimited
    if (!goesFirst) continue
    longest = taken
    days = weights[n]
    hasQuota = isLimited
  }
  return longest
}

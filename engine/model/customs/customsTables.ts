/**
 * What the choice of programmes leaves behind for every regime, market, line and place: factors on the line's base cost, which
 * is 1 where and as it is built under no content rule. `customs` fills it. Section 3 and 4 of docs/model.md.
 *
 * What is read together stands together: a cell has a row of ten numbers. Rules that change nothing for a line leave its rows
 * as they are, so that a regime has rows of its own only where it is the first with its rules (see `rowOf`).
 */
import { type CompiledPolicy, ruleSetCount } from '../inputs/policy.ts'
import { marketCount, placeCount, originCount } from '../inputs/sets.ts'

/** Columns of a row: customs value (parts with their content, and assembly, before duty); duty; credit for assembly. */
export const rowValue = 0
export const rowDuty = 1
export const rowCredit = 2
/** Value of parts alone; then their shares by origin under the programme taken, as many columns as there are origins. */
export const rowParts = 3
export const rowShares = 4
const rowColumns: number = rowShares + originCount

/** Results of the choice. Cells run over [regime x market x line x place]. */
export interface CustomsTables {
  /** [cell] cost factor with duty and paperwork, less the credit for assembly; Infinity where sale is barred. */
  readonly factor: Float64Array
  /** [cell] programme taken, or -1 where sale is barred. */
  readonly programme: Int16Array
  /** [cell x column] see `rowOf`. */
  readonly rows: Float64Array
  /** [spell of a year] working arrays, and how much of them is filled: see `findSpells`. */
  readonly spellCells: Int32Array
  readonly spellParts: Float64Array
  spellCount: number
}

/** Tables in which sale is barred everywhere; `chooseProgrammes` fills them. */
export function createCustomsTables(policy: CompiledPolicy, lines: number): CustomsTables {
  const cells = ruleSetCount(policy) * cellsPerRegime(lines)
  return {
    factor: new Float64Array(cells).fill(Infinity),
    programme: new Int16Array(cells).fill(-1),
    rows: new Float64Array(cells * rowColumns),
    spellCells: new Int32Array(policy.spells?.sets.length ?? 0),
    spellParts: new Float64Array(policy.spells?.sets.length ?? 0),
    spellCount: 0,
  }
}

/** Cells of one regime, which are also the step from a cell to the same one of the next regime. */
export function cellsPerRegime(lines: number): number {
  return marketCount * lines * placeCount
}

/** Where the row of a cell under regime r begins: with the first regime that has the same rules there. */
export function rowOf({ sameAs }: Pick<CompiledPolicy, 'sameAs'>, lines: number, r: number, cell: number): number {
  return (cell + (sameAs[cell] - r) * cellsPerRegime(lines)) * rowColumns
}

/** Where the row of a cell begins whose regime is the first with the rules there. */
export function ownRow(cell: number): number {
  return cell * rowColumns
}

/** The rows of regime 0. */
export function baseRows({ rows }: CustomsTables, lines: number): Float64Array {
  return rows.subarray(0, cellsPerRegime(lines) * rowColumns)
}

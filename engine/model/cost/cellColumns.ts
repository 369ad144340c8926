/**
 * What customs and sourcing of a line come to in a market, as columns of a table: `resourcing` fills them for parts under
 * contract, `lineCells` for parts sourced anew and for the mean of both. Section 3 of docs/model.md.
 */
import { originCount, marketCount } from '../inputs/sets.ts'
import type { Industry } from '../inputs/industry.ts'

/**
 * Columns of a cell: customs value, duty, value that claims a preference, credit for assembly, and the value of parts by
 * origin (as many columns as there are origins). All are factors on the line's cost scale, see `cost`.
 */
export const valueColumn = 0
export const dutyColumn = 1
export const claimColumn = 2
export const creditColumn = 3
export const partsColumn = 4
export const cellColumns: number = partsColumn + originCount

/** Customs and sourcing of every line at one place each. All values are factors on the line's cost scale, see `cost`. */
export interface LineCells {
  /** [market x line] cost factor with duty and paperwork; Infinity where sale is barred. */
  readonly factor: Float64Array
  /** [market x line x column] */
  readonly table: Float64Array
  /** [market x line] programme taken, -1 where sale is barred; of no meaning in the mean of two. */
  readonly programme: Int16Array
  /** [line x origin] value of parts in vehicles that leave the region. */
  readonly exportParts: Float64Array
  /** [line] credit for assembly of vehicles that leave the region. */
  readonly exportCredit: Float64Array
}

/** Room for the cells of so many lines, with sale barred everywhere. */
export function createLineCells(lines: number): LineCells {
  return {
    factor: new Float64Array(marketCount * lines),
    table: new Float64Array(marketCount * lines * cellColumns),
    programme: new Int16Array(marketCount * lines).fill(-1),
    exportParts: new Float64Array(lines * originCount),
    exportCredit: new Float64Array(lines),
  }
}

/** The parts under contract of the line in hand. */
export interface ContractParts {
  /** [origin] shares at the values at which they were bought. */
  readonly bought: Float64Array
  /** [origin] shares at the duties of the day. */
  readonly paid: Float64Array
  /** What they cost, as a factor on the line's cost scale. */
  cost: number
}

/** Cells of the year, what they are the mean of, and for which place and regime of each line these were filled. */
export interface YearCells {
  /** Mean of the two below, at the shares of the year. */
  readonly mean: LineCells
  /** Parts sourced anew, under the regime in force. */
  readonly renewed: LineCells
  /** Parts under contract since the base year. */
  readonly contracted: LineCells
  /**
   * [market x line] 1 where the two differ, so that their mean changes from year to year. Elsewhere the cells of parts under
   * contract are not filled: what holds for parts sourced anew holds for all.
   */
  readonly differs: Uint8Array
  /** [market x line] first regime with the rules that the cell was filled under, -1 where nothing is filled yet. */
  readonly rules: Int32Array
  /** [line] */
  readonly place: Int32Array
  /** [line] -1 where nothing is filled yet. */
  readonly regime: Int32Array
  /** Working values of `resourcing`. */
  readonly contract: ContractParts
  /** [column] working values of `spellCells`: sums over the spells of a year. */
  readonly sums: Float64Array
}

/** Room for the cells of all lines, none of them filled. */
export function createYearCells(industry: Industry): YearCells {
  const lines = industry.lines.length
  return {
    mean: createLineCells(lines),
    renewed: createLineCells(lines),
    contracted: createLineCells(lines),
    differs: new Uint8Array(marketCount * lines),
    rules: new Int32Array(marketCount * lines).fill(-1),
    place: new Int32Array(lines),
    regime: new Int32Array(lines).fill(-1),
    contract: { bought: new Float64Array(originCount), paid: new Float64Array(originCount), cost: 0 },
    sums: new Float64Array(cellColumns),
  }
}

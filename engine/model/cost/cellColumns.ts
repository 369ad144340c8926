/**
 * What customs and sourcing of a line come to in a market, as columns of a table: `resourcing` fills them for parts under
 * contract, `lineCells` for parts sourced anew and for the mean of both. Section 3 of docs/model.md.
 */
import { originCount, marketCount } from '../inputs/sets.ts'
import type { Industry } from '../inputs/industry.ts'

/**
 * Columns of a cell: customs value, duty and credit for assembly as factors on the line's cost scale, value that claims a
 * preference, and the value of parts by origin (as many columns as there are origins) on the same scale.
 */
export const valueColumn = 0
export const dutyColumn = 1
export const claimColumn = 2
export const creditColumn = 3
export const partsColumn = 4
export const cellColumns: number = partsColumn + originCount

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

export function createLineCells(lines: number): LineCells {
  return {
    factor: new Float64Array(marketCount * lines),
    table: new Float64Array(marketCount * lines * cellColumns),
    programme: new Int16Array(marketCount * lines).fill(-1),
    exportParts: new Float64Array(lines * originCount),
    exportCredit: new Float64Array(lines),
  }
}

/** Cells of the year, what they are the mean of, and for which place and regime of each line these were filled. */
export interface YearCells {
  readonly mean: LineCells
  readonly anew: LineCells
  readonly old: LineCells
  /** [market x line] 1 where old and new sourcing differ, so that their mean changes from year to year. */
  readonly differs: Uint8Array
  /** [line] */
  readonly place: Int32Array
  readonly regime: Int32Array
}

export function createYearCells(industry: Industry): YearCells {
  const lines = industry.lines.length
  return {
    mean: createLineCells(lines),
    anew: createLineCells(lines),
    old: createLineCells(lines),
    differs: new Uint8Array(marketCount * lines),
    place: new Int32Array(lines),
    regime: new Int32Array(lines).fill(-1),
  }
}

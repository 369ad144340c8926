/**
 * The runs from which first and total Sobol' indices are estimated: two independent tables A and B and, for each
 * factor, A with that factor's columns taken from B (A. Saltelli and others, "Variance based sensitivity analysis of
 * model output. Design and estimator for the total sensitivity index", Computer Physics Communications 181 (2010)).
 * Chance is a factor like any other: a row of A uses the chance of its own replicate, a row of B that of another.
 *
 * The runs of one base row stand together, A, B, then one for each factor, so that the first runs of an interrupted
 * study are whole base rows.
 */
import {
  copyRow,
  createTable,
  factorDimensions,
  factorNames,
  requireCount,
  type Factor,
  type RunTable,
} from './factors.ts'

export interface SobolDesign extends RunTable {
  /** The factors as given, then chance. */
  readonly names: readonly string[]
  readonly baseRows: number
}

/** Columns of points that the design takes, two for each parameter in a factor. */
export function sobolPointDimensions(factors: readonly Factor[], dimensions: number): number {
  return 2 * factorDimensions(factors, dimensions).length
}

/** Runs for each base row: A, B, and one a factor, chance included. */
export function sobolRunsInBase(factors: readonly Factor[]): number {
  return factors.length + 3
}

/**
 * @param dimensions parameters of the model
 * @param baseRows base rows; the design has `baseRows * sobolRunsInBase(factors)` runs
 * @param points [base row x column] uniforms strictly between 0 and 1, Sobol' points or plain: A in the first half of
 *   the columns, in the order of the factors' parameters, B in the second
 * @throws RangeError for factors that are none and points of another size
 */
export function sobolDesign(
  factors: readonly Factor[],
  dimensions: number,
  baseRows: number,
  points: Float64Array,
): SobolDesign {
  requireCount('base rows', baseRows, 2)
  const positions = factorDimensions(factors, dimensions)
  const width = 2 * positions.length
  if (points.length !== baseRows * width) {
    throw new RangeError(`points: ${baseRows} rows of ${width} columns are needed; given: ${points.length} numbers`)
  }
  const runs = sobolRunsInBase(factors)
  const table = createTable(baseRows * runs, dimensions)
  for (let base = 0; base < baseRows; base++) {
    const rowA = base * runs
    fillRow(table, rowA, positions, points.subarray(base * width, base * width + width / 2), 2 * base)
    fillRow(table, rowA + 1, positions, points.subarray(base * width + width / 2, (base + 1) * width), 2 * base + 1)
    factors.forEach((factor, f) => mixRows(table, rowA, rowA + 2 + f, factor.dimensions))
    copyRow(table, rowA, rowA + runs - 1)
    table.chance[rowA + runs - 1] = table.chance[rowA + 1]
  }
  return { ...table, names: factorNames(factors), baseRows }
}

function fillRow(
  table: RunTable,
  row: number,
  positions: readonly number[],
  point: Float64Array,
  chance: number,
): void {
  positions.forEach((position, column) => {
    table.uniforms[row * table.dimensions + position] = point[column]
  })
  table.chance[row] = chance
}

/** Row A with some of its columns from row B, which comes after it. */
function mixRows(table: RunTable, rowA: number, target: number, positions: readonly number[]): void {
  copyRow(table, rowA, target)
  for (const position of positions) {
    table.uniforms[target * table.dimensions + position] = table.uniforms[(rowA + 1) * table.dimensions + position]
  }
}

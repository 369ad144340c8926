/**
 * The runs from which first and total Sobol' indices are estimated: two independent tables A and B and, for each
 * factor, A with that factor's columns taken from B (A. Saltelli and others, "Variance based sensitivity analysis of
 * model output. Design and estimator for the total sensitivity index", Computer Physics Communications 181 (2010)).
 * Chance is a factor like any other: a row of A uses the chance of its own replicate, a row of B that of another.
 *
 * Where second indices of pairs are asked for, B with each factor's columns taken from A comes too (A. Saltelli, "Making best use
 * of model evaluations to compute sensitivity indices", Computer Physics Communications 145 (2002)).
 *
 * The runs of one base row stand together, A, B, then one for each factor, or two, so that the first runs of an interrupted
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
  /** Whether B with each factor from A follows the others. */
  readonly hasPairs: boolean
}

/** Columns of points that the design takes, two for each parameter in a factor. */
export function sobolPointDimensions(factors: readonly Factor[], dimensions: number): number {
  return 2 * factorDimensions(factors, dimensions).length
}

/** Runs for each base row: A, B, and one a factor, chance included, or two where pairs are asked for. */
export function sobolRunsInBase(factors: readonly Factor[], hasPairs: boolean = false): number {
  return 2 + (hasPairs ? 2 : 1) * (factors.length + 1)
}

/**
 * @param dimensions parameters of the model
 * @param baseRows base rows; the design has `baseRows * sobolRunsInBase(factors)` runs
 * @param points [base row x column] uniforms strictly between 0 and 1, Sobol' points or plain: A in the first half of
 *   the columns, in the order of the factors' parameters, B in the second
 * @param hasPairs whether second indices are asked for
 * @throws RangeError for factors that are none and points of another size
 */
export function sobolDesign(
  factors: readonly Factor[],
  dimensions: number,
  baseRows: number,
  points: Float64Array,
  hasPairs: boolean = false,
): SobolDesign {
  requireCount('base rows', baseRows, 2)
  const positions = factorDimensions(factors, dimensions)
  const width = 2 * positions.length
  if (points.length !== baseRows * width) {
    throw new RangeError(`points: ${baseRows} rows of ${width} columns are needed; given: ${points.length} numbers`)
  }
  const runs = sobolRunsInBase(factors, hasPairs)
  const table = createTable(baseRows * runs, dimensions)
  for (let base = 0; base < baseRows; base++) {
    const rowA = base * runs
    fillRow(table, rowA, positions, points.subarray(base * width, base * width + width / 2), 2 * base)
    fillRow(table, rowA + 1, positions, points.subarray(base * width + width / 2, (base + 1) * width), 2 * base + 1)
    fillMixed(table, factors, rowA, rowA + 1, rowA + 2)
    if (hasPairs) fillMixed(table, factors, rowA + 1, rowA, rowA + 3 + factors.length)
  }
  return { ...table, names: factorNames(factors), baseRows, hasPairs }
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

/** From `target` on, a row of `own` for each factor with that factor from `other`; chance is the last. */
function fillMixed(table: RunTable, factors: readonly Factor[], own: number, other: number, target: number): void {
  const { dimensions, uniforms, chance } = table
  factors.forEach((factor, f) => {
    copyRow(table, own, target + f)
    for (const position of factor.dimensions) {
      uniforms[(target + f) * dimensions + position] = uniforms[other * dimensions + position]
    }
  })
  copyRow(table, own, target + factors.length)
  chance[target + factors.length] = chance[other]
}

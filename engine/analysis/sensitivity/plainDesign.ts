/**
 * The runs of a plain sample: each row has its own point and its own chance, as the replicates of any Monte Carlo run
 * have. One sample serves every parameter and outcome (`pawn.ts`, `binnedIndices.ts`), but only what has a coordinate
 * to be ordered by: not a factor of several parameters, and not chance.
 */
import { createTable, factorDimensions, requireCount, type Factor, type RunTable } from './factors.ts'

export interface PlainDesign extends RunTable {
  readonly names: readonly string[]
  /** [factor] position of its parameter */
  readonly positions: readonly number[]
  readonly rows: number
}

/**
 * @param points [row x factor] uniforms strictly between 0 and 1
 * @throws RangeError for a factor that has more than one parameter, and for points of another size
 */
export function plainDesign(
  factors: readonly Factor[],
  dimensions: number,
  rows: number,
  points: Float64Array,
): PlainDesign {
  requireCount('rows', rows, 2)
  const positions = factorDimensions(factors, dimensions)
  const several = factors.find((factor) => factor.dimensions.length > 1)
  if (several !== undefined) {
    throw new RangeError(
      `factor ${several.name}: a plain sample takes one parameter a factor; given: ${several.dimensions.length}`,
    )
  }
  if (points.length !== rows * positions.length) {
    throw new RangeError(`points: ${rows} rows of ${positions.length} are needed; given: ${points.length} numbers`)
  }
  const table = createTable(rows, dimensions)
  for (let row = 0; row < rows; row++) {
    table.chance[row] = row
    positions.forEach((position, column) => {
      table.uniforms[row * dimensions + position] = points[row * positions.length + column]
    })
  }
  return { ...table, names: factors.map(({ name }) => name), positions, rows }
}

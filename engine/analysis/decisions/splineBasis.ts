/**
 * Regressors for a smooth function of a group of parameters: for each parameter a cubic spline with knots at its
 * quartiles (truncated powers: x, x^2, x^3 and (x - knot)^3 above each knot), and for each pair the product. Additive
 * curves with bilinear interactions; what goes beyond that the regression does not see.
 */
import { mean, quantile, standardDeviation } from '../../math/accumulate.ts'

const knotProbabilities = [0.25, 0.5, 0.75]

/**
 * @param columns [parameter][replicate]
 * @returns [regressor][replicate], a constant first
 */
export function splineRegressors(columns: readonly Float64Array[]): readonly Float64Array[] {
  const constant = new Float64Array(columns[0].length).fill(1)
  const scaled = columns.map(standardised)
  const products = scaled.flatMap((a, i) => scaled.slice(i + 1).map((b) => a.map((value, n) => value * b[n])))
  return [constant, ...scaled.flatMap(splineOf), ...products]
}

/** Mean 0 and deviation 1, so that powers stay of one size; a parameter that does not vary is 0. */
function standardised(column: Float64Array): Float64Array {
  const centre = mean(column)
  const deviation = standardDeviation(column)
  return column.map((value) => (deviation > 0 ? (value - centre) / deviation : 0))
}

/** How many regressors a group of so many parameters has. */
export function splineRegressorCount(parameters: number): number {
  return 1 + parameters * (3 + knotProbabilities.length) + (parameters * (parameters - 1)) / 2
}

function splineOf(x: Float64Array): readonly Float64Array[] {
  const sorted = x.toSorted()
  const knots = knotProbabilities.map((p) => quantile(sorted, p))
  return [x, x.map((v) => v * v), x.map(cube), ...knots.map((knot) => x.map((v) => cube(Math.max(0, v - knot))))]
}

function cube(v: number): number {
  return v * v * v
}

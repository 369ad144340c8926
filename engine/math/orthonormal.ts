/**
 * Weighted least squares by an orthonormal basis of the regressors: modified Gram-Schmidt, every column orthogonalised
 * twice, after which the basis is orthogonal to rounding (L. Giraud, J. Langou, M. Rozloznik and J. van den Eshof,
 * "Rounding error analysis of the classical Gram-Schmidt orthogonalization process", Numerische Mathematik 101, 2005).
 *
 * Observations of weight 0 do not count in the fit, yet get fitted values: that is how a fit predicts cases it has not
 * seen, and how a bootstrap sample is a column of counts. A regressor that those before it already explain adds nothing
 * and is left out, so that regressors may repeat each other.
 */
import { solveDominant } from './linear.ts'

/** Part of a column's length that must be left after orthogonalisation for it to count as a direction of its own. */
const leastPart = 1e-9

/** Sum of weight x a x b. */
export function weightedDot(weights: Float64Array, a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let n = 0; n < a.length; n++) sum += weights[n] * a[n] * b[n]
  return sum
}

/** Subtracts from `values` what an orthonormal basis explains of them, in place; leaves the residuals. */
export function removeProjection(basis: readonly Float64Array[], weights: Float64Array, values: Float64Array): void {
  for (const direction of basis) addMultiple(values, -weightedDot(weights, direction, values), direction)
}

/** Adds a multiple of a column to another, in place. */
function addMultiple(values: Float64Array, factor: number, column: Float64Array): void {
  for (let n = 0; n < values.length; n++) values[n] += factor * column[n]
}

/**
 * Columns that are orthonormal under the weights and span the given ones, in their order.
 *
 * @param columns [regressor][observation]; left as they are
 * @param weights [observation] not negative
 * @returns one for each independent regressor
 */
export function orthonormalBasis(columns: readonly Float64Array[], weights: Float64Array): readonly Float64Array[] {
  const basis: Float64Array[] = []
  for (const column of columns) {
    const rest = column.slice()
    const before = Math.sqrt(weightedDot(weights, rest, rest))
    removeProjection(basis, weights, rest)
    removeProjection(basis, weights, rest)
    const length = Math.sqrt(weightedDot(weights, rest, rest))
    if (!(length > leastPart * before)) continue
    for (let n = 0; n < rest.length; n++) rest[n] /= length
    basis.push(rest)
  }
  return basis
}

/** [observation] fitted values of the regression of `values` on what the basis spans, where the weight is 0 too. */
export function fittedValues(
  basis: readonly Float64Array[],
  weights: Float64Array,
  values: Float64Array,
): Float64Array {
  const fitted = new Float64Array(values.length)
  for (const direction of basis) addMultiple(fitted, weightedDot(weights, direction, values), direction)
  return fitted
}

/**
 * Fitted values of several columns on the same basis under other weights than those it is orthonormal under, as in a
 * bootstrap sample: by the normal equations, which are well conditioned because they are near the identity.
 *
 * @param columns [column][observation]
 * @returns [column][observation]; not finite where the weights leave the basis dependent
 */
export function reweightedFits(
  basis: readonly Float64Array[],
  weights: Float64Array,
  columns: readonly Float64Array[],
): readonly Float64Array[] {
  const size = basis.length
  const products = basis.map((a, i) => Float64Array.from(basis, (b, j) => (j < i ? 0 : weightedDot(weights, a, b))))
  return columns.map((values) => {
    const system = new Float64Array(size * (size + 1))
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) system[i * (size + 1) + j] = products[Math.min(i, j)][Math.max(i, j)]
      system[i * (size + 1) + size] = weightedDot(weights, basis[i], values)
    }
    const coefficients = new Float64Array(size)
    solveDominant(system, size + 1, coefficients)
    const fitted = new Float64Array(values.length)
    basis.forEach((direction, i) => addMultiple(fitted, coefficients[i], direction))
    return fitted
  })
}

/**
 * Weighted least squares by an orthonormal basis of the regressors: modified Gram-Schmidt, every column orthogonalised
 * twice, after which the basis is orthogonal to rounding (L. Giraud, J. Langou, M. Rozloznik and J. van den Eshof,
 * "Rounding error analysis of the classical Gram-Schmidt orthogonalization process", Numerische Mathematik 101, 2005).
 *
 * Observations of weight 0 do not count in the fit, yet get fitted values: that is how a fit predicts cases it has not
 * seen, and how a bootstrap sample is a column of counts. A regressor that those before it already explain adds nothing
 * and is left out, so that regressors may repeat each other.
 */

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
  for (const direction of basis) {
    const along = weightedDot(weights, direction, values)
    for (let n = 0; n < values.length; n++) values[n] -= along * direction[n]
  }
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
export function fittedValues(basis: readonly Float64Array[], weights: Float64Array, values: Float64Array): Float64Array {
  const fitted = new Float64Array(values.length)
  for (const direction of basis) {
    const along = weightedDot(weights, direction, values)
    for (let n = 0; n < fitted.length; n++) fitted[n] += along * direction[n]
  }
  return fitted
}

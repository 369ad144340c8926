/**
 * Least squares by an orthonormal basis of the regressors: modified Gram-Schmidt, every column orthogonalised twice, after
 * which the basis is orthogonal to rounding (L. Giraud, J. Langou, M. Rozloznik and J. van den Eshof, "Rounding error
 * analysis of the classical Gram-Schmidt orthogonalization process", Numerische Mathematik 101, 2005).
 *
 * A column that the ones before it already explain adds nothing to a fit and is left out, so that regressors may repeat
 * each other.
 */

/** Part of a column's length that must be left after orthogonalisation for it to count as a direction of its own. */
const leastPart = 1e-9

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let n = 0; n < a.length; n++) sum += a[n] * b[n]
  return sum
}

/** Subtracts from `values` its projection on an orthonormal basis, in place. */
export function removeProjection(basis: readonly Float64Array[], values: Float64Array): void {
  for (const direction of basis) {
    const along = dot(direction, values)
    for (let n = 0; n < values.length; n++) values[n] -= along * direction[n]
  }
}

/**
 * Orthonormal columns that span the given ones, in their order.
 *
 * @param columns each of the same length; left as they are
 * @returns as many as there are independent columns, at most
 */
export function orthonormalBasis(columns: readonly Float64Array[]): readonly Float64Array[] {
  const basis: Float64Array[] = []
  for (const column of columns) {
    const rest = column.slice()
    const before = Math.sqrt(dot(rest, rest))
    removeProjection(basis, rest)
    removeProjection(basis, rest)
    const length = Math.sqrt(dot(rest, rest))
    if (!(length > leastPart * before)) continue
    for (let n = 0; n < rest.length; n++) rest[n] /= length
    basis.push(rest)
  }
  return basis
}

/** Fitted values of the least-squares regression of `values` on what the basis spans. */
export function fittedValues(basis: readonly Float64Array[], values: Float64Array): Float64Array {
  const rest = values.slice()
  removeProjection(basis, rest)
  return Float64Array.from(values, (value, n) => value - rest[n])
}

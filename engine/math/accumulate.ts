/**
 * Mean, spread and quantiles of a column of numbers.
 *
 * Floating-point sums depend on their order, so everything here runs in the order of the column; a result is then the
 * same however the work was divided. Counts and other whole numbers up to 2^53 add without rounding and may be added in
 * any order, which is why counts of plants or lines should be kept as whole numbers until the end.
 *
 * Quantiles: type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50
 * (1996), as R, numpy and Excel have it.
 */

/** Arithmetic mean; NaN of nothing. A second pass takes away most of the rounding of the first. */
export function mean(values: Float64Array): number {
  let sum = 0
  for (let n = 0; n < values.length; n++) sum += values[n]
  const first = sum / values.length
  let rest = 0
  for (let n = 0; n < values.length; n++) rest += values[n] - first
  return first + rest / values.length
}

/** Sample standard deviation (divisor n - 1) by two passes; NaN for fewer than two numbers. */
export function standardDeviation(values: Float64Array): number {
  if (values.length < 2) return NaN
  const centre = mean(values)
  let squares = 0
  for (let n = 0; n < values.length; n++) squares += (values[n] - centre) * (values[n] - centre)
  return Math.sqrt(squares / (values.length - 1))
}

/**
 * Quantile of numbers sorted from low to high, type 7: the number at position p (n - 1), counted from 0, by a straight
 * line between its neighbours. NaN of nothing.
 *
 * @throws RangeError if p is not in [0, 1].
 */
export function quantile(sorted: Float64Array, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile: p must be between 0 and 1; given: ${p}`)
  if (sorted.length === 0) return NaN
  const position = p * (sorted.length - 1)
  const below = Math.floor(position)
  const above = Math.min(sorted.length - 1, below + 1)
  if (sorted[below] === sorted[above]) return sorted[below]
  return sorted[below] + (position - below) * (sorted[above] - sorted[below])
}

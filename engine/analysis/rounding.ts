/**
 * What of a difference, or of a spread, is rounding: the model searches prices to a relative 1e-10, so that figures which
 * should be the same differ in their last digits. Nothing explains such a difference.
 */

/** Part of a figure below which a difference is taken for rounding. */
export const roundingPart = 1e-9

/** The difference of two figures; 0 where it is rounding. */
export function realDifference(one: number, other: number): number {
  const difference = one - other
  const rounding = roundingPart * Math.max(Math.abs(one), Math.abs(other))
  return Math.abs(difference) <= rounding ? 0 : difference
}

/** Figures that differ by rounding alone all as the largest of them, and NaN where they are NaN; any others as they are. */
export function withoutRounding(values: Float64Array): Float64Array {
  let least = Infinity
  let most = -Infinity
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  if (!(most > least) || realDifference(most, least) !== 0) return values
  return values.map((value) => (Number.isNaN(value) ? NaN : most))
}

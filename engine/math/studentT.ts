/**
 * Quantiles of Student's t law, which replaces the normal where a standard error comes from a few groups.
 *
 * Its distribution function is an incomplete beta function: NIST Digital Library of Mathematical Functions,
 * https://dlmf.nist.gov, 8.17.22, with P(|T| > t) = I_x(degrees / 2, 1 / 2) at x = degrees / (degrees + t^2).
 */
import { betaCdf } from './beta.ts'
import { normalQuantile } from './normalQuantile.ts'

/** More degrees than this are the normal law to the fourth digit of a quantile. */
const manyDegrees = 20_000

/** Probability that |T| is above t >= 0. */
function beyond(t: number, degrees: number): number {
  return betaCdf(degrees / (degrees + t * t), degrees / 2, 0.5)
}

/**
 * The t that |T| stays within with probability `confidence`; t(9, 0.9) is 1.8331. Infinite without degrees of freedom.
 *
 * @throws RangeError if confidence is not strictly between 0 and 1
 */
export function studentReach(degrees: number, confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence: a number strictly between 0 and 1 is needed; given: ${confidence}`)
  }
  if (degrees < 1) return Infinity
  if (degrees > manyDegrees) return -normalQuantile((1 - confidence) / 2)
  let high = 1
  while (beyond(high, degrees) > 1 - confidence) high *= 2
  let low = 0
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) return high
    if (beyond(middle, degrees) > 1 - confidence) low = middle
    else high = middle
  }
}

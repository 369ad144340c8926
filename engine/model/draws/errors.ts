/** Errors of single figures and scores of single lines: normal, but cut. Section 14 of docs/model.md. */
import { exp } from '../../math/elementary.ts'
import { normalQuantile } from '../../math/normalQuantile.ts'

/** Cut-off in standard deviations: keeps one wild draw from inventing an industry. */
const largestError = 3

/** A standard normal, cut at three standard deviations. @param uniform strictly between 0 and 1 */
export function cutScore(uniform: number): number {
  return Math.max(-largestError, Math.min(largestError, normalQuantile(uniform)))
}

/** The factor of a measurement error, exp(sd * cut normal); exactly 1 for a figure that is known. */
export function errorFactor(sd: number, uniform: number): number {
  return sd === 0 ? 1 : exp(sd * cutScore(uniform))
}

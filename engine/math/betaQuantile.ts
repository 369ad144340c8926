/** Quantiles of the beta law, by Newton's method kept inside a bracket. */
import { betaCdf, logBeta } from './beta.ts'
import { exp, log } from './elementary.ts'

/**
 * The x in [0, 1] with probability `u` below it under the beta law with parameters a and b, both > 0 (mean a/(a+b)).
 * Quantiles below 1e-307 come out as about that.
 *
 * @throws RangeError if a or b is not a positive, finite number.
 */
export function betaQuantile(u: number, a: number, b: number): number {
  // Parameters that make no law are refused there.
  betaCdf(0.5, a, b)
  if (!(u > 0 && u < 1)) return u === 0 || u === 1 ? u : NaN
  return u <= 0.5 ? lowerQuantile(u, a, b) : 1 - lowerQuantile(1 - u, b, a)
}

/** Newton for ln F = ln u in ln x, nearly a straight line in the tail; bisection when it would leave the bracket. */
function lowerQuantile(u: number, a: number, b: number): number {
  const logBetaAB = logBeta(a, b)
  const logU = log(u)
  let low = -708
  let high = 0
  // In the tail F = x^a / (a B(a, b)); towards the middle the mean is the better start.
  let logX = Math.max(low, Math.min((logU + log(a) + logBetaAB) / a, log(a / (a + b))))
  for (let round = 0; round < 200 && high - low > 1e-16; round++) {
    const x = exp(logX)
    const probability = betaCdf(x, a, b)
    if (probability < u) low = logX
    else high = logX
    const densityTimesX = exp(a * logX + (b - 1) * log(1 - x) - logBetaAB)
    const next = logX - ((log(probability) - logU) * probability) / densityTimesX
    const step = next > low && next < high ? next - logX : (low + high) / 2 - logX
    logX += step
    if (Math.abs(step) < 1e-15) break
  }
  return exp(logX)
}

/**
 * How far a figure of this run may lie from the figure of an endless run: the Monte Carlo error of a mean, a quantile
 * and a probability, from independent replicates.
 */
import { standardDeviation } from './accumulate.ts'
import { betaCdf } from './beta.ts'
import { normalQuantile } from './normalQuantile.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

/** Standard error of the mean, deviation / sqrt(n); NaN for fewer than two numbers. */
export function meanStandardError(values: Float64Array): number {
  return standardDeviation(values) / Math.sqrt(values.length)
}

/**
 * Standard error of the p-quantile by J. S. Maritz and R. G. Jarrett, "A note on estimating the variance of the sample
 * median", Journal of the American Statistical Association 73 (1978). The order statistic at rank m has a beta law on
 * the scale of probability, so each observation gets a weight W = I_{i/n}(m, n-m+1) - I_{(i-1)/n}(m, n-m+1), and the
 * error is the standard deviation of the observations under these weights.
 *
 * @param sorted from low to high; NaN for fewer than two numbers.
 * @throws RangeError if p is not strictly between 0 and 1.
 */
export function quantileStandardError(sorted: Float64Array, p: number): number {
  checkProbability('quantile', p)
  const n = sorted.length
  if (n < 2) return NaN
  const rank = Math.max(1, Math.min(n, Math.floor(n * p + 0.5)))
  // Ten standard deviations around the rank: weights farther out are below 1e-20.
  const reach = 10 * Math.sqrt(n * p * (1 - p)) + 20
  const first = Math.max(0, Math.floor(rank - reach))
  const last = Math.min(n, Math.ceil(rank + reach))
  const weights = new Float64Array(last - first)
  let before = betaCdf(first / n, rank, n - rank + 1)
  for (let i = first; i < last; i++) {
    const upTo = betaCdf((i + 1) / n, rank, n - rank + 1)
    weights[i - first] = upTo - before
    before = upTo
  }
  let centre = 0
  for (let i = 0; i < weights.length; i++) centre += weights[i] * sorted[first + i]
  let spread = 0
  for (let i = 0; i < weights.length; i++) spread += weights[i] * square(sorted[first + i] - centre)
  return Math.sqrt(spread)
}

/**
 * Interval for the p-quantile between two order statistics, whatever the law (W. J. Conover, "Practical Nonparametric
 * Statistics", section 3.2): each side leaves out at most half of 1 - confidence, by the binomial law of how many
 * observations fall below the quantile. A side that so few numbers cannot bound is infinite.
 *
 * @param sorted from low to high.
 * @throws RangeError if p or confidence is not strictly between 0 and 1.
 */
export function quantileInterval(sorted: Float64Array, p: number, confidence: number): Interval {
  checkProbability('quantile interval', p)
  checkProbability('confidence', confidence)
  const n = sorted.length
  const half = (1 - confidence) / 2
  // Fewest k with P(Bin(n, p) <= k) above `half`: then P(Bin < k) <= half, and rank k is a safe lower end.
  const lower = firstBeyond(n, (k) => binomialCdf(k, n, p) > half)
  const upper = firstBeyond(n, (k) => binomialCdf(k, n, p) >= 1 - half) + 1
  return { low: lower < 1 ? -Infinity : sorted[lower - 1], high: upper > n ? Infinity : sorted[upper - 1] }
}

/**
 * Interval for a probability from `successes` out of `trials`: E. B. Wilson, "Probable inference, the law of
 * succession, and statistical inference", Journal of the American Statistical Association 22 (1927). Unlike p +- z s it
 * is sensible at 0 and at 1: wilsonInterval(0, 1000, 0.95) is 0 to 0.0038.
 *
 * @throws RangeError if successes are not within 0 and trials, trials are 0, or confidence is not between 0 and 1.
 */
export function wilsonInterval(successes: number, trials: number, confidence: number): Interval {
  checkProbability('confidence', confidence)
  if (!(trials > 0 && successes >= 0 && successes <= trials)) {
    throw new RangeError(`Wilson interval: 0 <= successes <= trials is needed; given: ${successes} of ${trials}`)
  }
  const z = -normalQuantile((1 - confidence) / 2)
  const share = successes / trials
  const z2 = (z * z) / trials
  const centre = (share + z2 / 2) / (1 + z2)
  const reach = (z * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials))) / (1 + z2)
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - reach),
    high: successes === trials ? 1 : Math.min(1, centre + reach),
  }
}

function square(x: number): number {
  return x * x
}

/** Probability of at most k successes in n trials: I_{1-p}(n-k, k+1). */
function binomialCdf(k: number, n: number, p: number): number {
  return k >= n ? 1 : betaCdf(1 - p, n - k, k + 1)
}

/** Least k in 0..n for which `holds`, which is false below some k, true from there on, and true at n. */
function firstBeyond(n: number, holds: (k: number) => boolean): number {
  let low = 0
  let high = n
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function checkProbability(what: string, p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`${what}: a number strictly between 0 and 1 is needed; given: ${p}`)
}

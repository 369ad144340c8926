/**
 * Quantile functions of the laws that parameters follow: from a uniform number u in (0, 1) to a draw.
 *
 * All draws go this way, one uniform for one number, so that they may be paired between scenarios, stratified, or
 * joined by a copula. Every function rises (weakly) with u, except that a list of values is taken in the order given. A
 * law whose numbers make no sense throws a RangeError.
 */
import { betaQuantile } from './betaQuantile.ts'
import { exp, log } from './elementary.ts'
import { normalQuantile, normalCdf } from './normalQuantile.ts'

/** Of chances that are written in decimals, and added up. */
const roundingError = 1e-9

/** The same value whatever u: x = value. */
export function constantQuantile(_u: number, value: number): number {
  return value
}

/** One of four, by number from 0, with the chances of the first three; what they leave is the chance of the fourth. */
export function choiceQuantile(u: number, first: number, second: number, third: number): number {
  if (!(first >= 0 && second >= 0 && third >= 0 && first + second + third <= 1 + roundingError)) {
    throw new RangeError(
      `choice: chances of 0 or more that add up to 1 at most are needed; given: ${first}, ${second}, ${third}`,
    )
  }
  if (u < first) return 0
  if (u < first + second) return 1
  return u < first + second + third ? 2 : 3
}

/** Uniform between two ends: x = low + u (high - low). */
export function uniformQuantile(u: number, low: number, high: number): number {
  if (!(low <= high)) throw new RangeError(`uniform law: low <= high is needed; given: ${low}, ${high}`)
  return Math.min(high, low + u * (high - low))
}

/** Uniform in logarithms between two ends above 0: x = low (high/low)^u, so that every doubling is as likely. */
export function logUniformQuantile(u: number, low: number, high: number): number {
  if (!(low > 0 && low <= high))
    throw new RangeError(`logUniform law: 0 < low <= high is needed; given: ${low}, ${high}`)
  return Math.max(low, Math.min(high, low * exp(u * log(high / low))))
}

/** The beta law stretched over [low, high]: x = low + (high - low) q, q the quantile of the law on [0, 1]. */
export function generalBetaQuantile(u: number, alpha: number, beta: number, low: number, high: number): number {
  if (!(low <= high)) throw new RangeError(`beta law: low <= high is needed; given: ${low}, ${high}`)
  return Math.max(low, Math.min(high, low + (high - low) * betaQuantile(u, alpha, beta)))
}

/**
 * One of a list of numbers: the first whose cumulative chance lies above u.
 *
 * @param tables holds the numbers, from the least to the greatest, and behind them their cumulative chances, the last of them 1
 * @param offset where they begin
 * @param count how many numbers there are
 */
export function discreteQuantile(u: number, tables: Float64Array, offset: number, count: number): number {
  if (!(count > 0)) throw new RangeError('discrete law: at least one value is needed')
  let [first, last] = [0, count - 1]
  while (first < last) {
    const middle = (first + last) >> 1
    if (u < tables[offset + count + middle]) last = middle
    else first = middle + 1
  }
  return tables[offset + first]
}

/**
 * Triangular: the density rises in a straight line from low to mode, and falls to high. With h = high - low,
 * x = low + sqrt(u h (mode - low)) up to the mode, which has probability (mode - low)/h below it, and
 * x = high - sqrt((1 - u) h (high - mode)) beyond.
 */
export function triangularQuantile(u: number, low: number, mode: number, high: number): number {
  if (!(low <= mode && mode <= high)) {
    throw new RangeError(`triangular law: low <= mode <= high is needed; given: ${low}, ${mode}, ${high}`)
  }
  const width = high - low
  if (u * width < mode - low) return Math.min(mode, low + Math.sqrt(u * width * (mode - low)))
  return Math.max(mode, high - Math.sqrt((1 - u) * width * (high - mode)))
}

/** Normal with a mean and a standard deviation: x = mean + deviation * z, z the standard normal quantile of u. */
export function generalNormalQuantile(u: number, mean: number, deviation: number): number {
  checkDeviation('normal law', deviation)
  return mean + deviation * normalQuantile(u)
}

/** Lognormal: x = median * exp(sigma z), so that ln x is normal with standard deviation sigma. */
export function lognormalQuantile(u: number, median: number, sigma: number): number {
  checkDeviation('lognormal law', sigma)
  if (!(median > 0)) throw new RangeError(`lognormal law: the median must be above 0; given: ${median}`)
  return median * exp(sigma * normalQuantile(u))
}

/**
 * Normal cut off outside [low, high] (either may be infinite), the rest scaled up: with Phi the normal probability at
 * the ends, x = mean + deviation * quantile of Phi(low) + u (Phi(high) - Phi(low)). `mean` and `deviation` are those
 * before the cut.
 */
export function truncatedNormalQuantile(u: number, mean: number, deviation: number, low: number, high: number): number {
  checkDeviation('truncated normal law', deviation)
  // Mirrored when all of it is right of the mean, where probabilities near 1 would lose digits.
  if (low > mean) return -truncatedNormalQuantile(1 - u, -mean, deviation, -high, -low)
  const below = normalCdf((low - mean) / deviation)
  const upTo = normalCdf((high - mean) / deviation)
  if (!(below < upTo)) {
    throw new RangeError(
      `truncated normal law: mean ${mean} and deviation ${deviation} leave no probability between ` +
        `${low} and ${high}; bring the ends nearer to the mean`,
    )
  }
  return Math.max(low, Math.min(high, mean + deviation * normalQuantile(below + u * (upTo - below))))
}

function checkDeviation(law: string, deviation: number): void {
  if (!(deviation > 0)) throw new RangeError(`${law}: the deviation must be above 0; given: ${deviation}`)
}

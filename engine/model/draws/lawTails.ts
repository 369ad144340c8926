/**
 * Laws cut off outside two ends, the rest scaled up: with F the probability below a value and S the one above it,
 * x = Q(F(low) + u (F(high) - F(low))). Where the lower end lies above the median, digits would be lost near 1, and the same
 * is done from above: x = R(S(low) - u (S(low) - S(high))), R the quantile by the probability above.
 */
import { betaCdf } from '../../math/beta.ts'
import { betaQuantile } from '../../math/betaQuantile.ts'
import { exp, log } from '../../math/elementary.ts'
import { normalCdf, normalQuantile } from '../../math/normalQuantile.ts'
import {
  generalBetaQuantile,
  generalNormalQuantile,
  lognormalQuantile,
  logUniformQuantile,
  triangularQuantile,
  uniformQuantile,
} from '../../math/quantiles.ts'

/** Laws that may be cut, by their code in a table. */
export const cuttableKinds = ['uniform', 'triangular', 'normal', 'lognormal', 'logUniform', 'beta'] as const
export type CuttableKind = (typeof cuttableKinds)[number]

/** A law by its numbers, in the order in which scenarios state them; of beta: alpha, beta, low, high. */
export interface CuttableLaw {
  readonly kind: CuttableKind
  readonly numbers: readonly number[]
}

/** Probabilities below and above a value, each exact where it is small. */
export interface Tails {
  readonly below: number
  readonly above: number
}

/** Probabilities of a law below and above x. */
export function tailsOf({ kind, numbers: [a, b, c, d] }: CuttableLaw, x: number): Tails {
  switch (kind) {
    case 'uniform':
      return sharesOf((x - a) / (b - a))
    case 'triangular':
      return triangularTails(x, a, b, c)
    case 'normal':
      return normalTails((x - a) / b)
    case 'lognormal':
      return x > 0 ? normalTails(log(x / a) / b) : { below: 0, above: 1 }
    case 'logUniform':
      return x > 0 ? sharesOf(log(x / a) / log(b / a)) : { below: 0, above: 1 }
    default: {
      const share = within((x - c) / (d - c))
      return { below: betaCdf(share, a, b), above: betaCdf(1 - share, b, a) }
    }
  }
}

function sharesOf(share: number): Tails {
  const below = within(share)
  return { below, above: 1 - below }
}

function within(share: number): number {
  return Math.max(0, Math.min(1, share))
}

function normalTails(z: number): Tails {
  return { below: normalCdf(z), above: normalCdf(-z) }
}

function triangularTails(x: number, low: number, mode: number, high: number): Tails {
  if (x <= low) return { below: 0, above: 1 }
  if (x >= high) return { below: 1, above: 0 }
  if (x <= mode) {
    const below = ((x - low) * (x - low)) / ((high - low) * (mode - low))
    return { below, above: 1 - below }
  }
  const above = ((high - x) * (high - x)) / ((high - low) * (high - mode))
  return { below: 1 - above, above }
}

/** The value of a law with the probability u below it. */
function fromBelow(kind: CuttableKind, u: number, [a, b, c, d]: readonly number[]): number {
  switch (kind) {
    case 'uniform':
      return uniformQuantile(u, a, b)
    case 'triangular':
      return triangularQuantile(u, a, b, c)
    case 'normal':
      return generalNormalQuantile(u, a, b)
    case 'lognormal':
      return lognormalQuantile(u, a, b)
    case 'logUniform':
      return logUniformQuantile(u, a, b)
    default:
      return generalBetaQuantile(u, a, b, c, d)
  }
}

/** The value of a law with the probability s above it. */
function fromAbove(kind: CuttableKind, s: number, [a, b, c, d]: readonly number[]): number {
  switch (kind) {
    case 'uniform':
      return b - s * (b - a)
    case 'triangular':
      return -triangularQuantile(s, -c, -b, -a)
    case 'normal':
      return a - b * normalQuantile(s)
    case 'lognormal':
      return a * exp(-b * normalQuantile(s))
    case 'logUniform':
      return b * exp(-s * log(b / a))
    default:
      return d - (d - c) * betaQuantile(s, b, a)
  }
}

/** Numbers of the table of a cut law. */
const numberCount = 4
const tableLength = numberCount + 7

/** What `cutQuantile` reads of a law that is cut to [low, high]; an end may be infinite. */
export function cutTable(law: CuttableLaw, low: number, high: number): readonly number[] {
  const [atLow, atHigh] = [tailsOf(law, low), tailsOf(law, high)]
  const numbers = Array.from({ length: numberCount }, (_, n) => law.numbers[n] ?? 0)
  const tails = [atLow.below, atHigh.below, atLow.above, atHigh.above]
  return [cuttableKinds.indexOf(law.kind), ...numbers, low, high, ...tails]
}

/**
 * Value at u of a law that is cut, by its table from `offset` on.
 *
 * @throws RangeError where the ends leave it no probability
 */
export function cutQuantile(u: number, tables: Float64Array, offset: number): number {
  const [code, ...rest] = tables.subarray(offset, offset + tableLength)
  const kind = cuttableKinds[code]
  const numbers = rest.slice(0, numberCount)
  const [low, high, belowLow, belowHigh, aboveLow, aboveHigh] = rest.slice(numberCount)
  if (!(belowLow < belowHigh || aboveHigh < aboveLow)) {
    throw new RangeError(`truncated law: ${kind} has no probability between ${low} and ${high}; move the ends`)
  }
  const value =
    belowLow <= aboveLow
      ? fromBelow(kind, belowLow + u * (belowHigh - belowLow), numbers)
      : fromAbove(kind, aboveLow - u * (aboveLow - aboveHigh), numbers)
  return Math.max(low, Math.min(high, value))
}

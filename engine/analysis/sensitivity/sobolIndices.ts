/**
 * First and total Sobol' indices: shares of the variance of an outcome. The first index of a factor is the part that
 * would go if the factor were known; its total index is the part that would be left if all others were. With outcomes
 * a of row A, b of row B and c of A with the factor from B, both averaged over base rows,
 *
 *     first = mean b (c - a) / V      Saltelli and others (2010, see `sobolDesign.ts`), table 2 (b)
 *     total = mean (a - c)^2 / 2 V    Jansen, "Analysis of variance designs for model output", Computer Physics
 *                                     Communications 117 (1999)
 *
 * and V the variance of all a and b. Outcomes are first taken from their mean, without which the estimate of the first
 * index is far noisier where the mean is large beside the deviation. An estimate may lie below 0 or above 1 by
 * sampling error; it is left there, since a cut would bias it.
 *
 * The first index of chance is the variance of what other lines and shocks cause on average over parameters; its total
 * index adds what they do together with parameters. An outcome may be the difference of two scenarios: both see the
 * same row.
 */
import { mean as meanOf } from '../../math/accumulate.ts'
import type { Key } from '../../math/streams.ts'
import { bootstrap, type BootstrapOptions, type Estimate } from './bootstrap.ts'
import { requireOutcomes } from './factors.ts'
import { goodBlocks } from './goodBlocks.ts'
import type { SobolDesign } from './sobolDesign.ts'

export interface SobolFactor {
  readonly name: string
  readonly first: Estimate
  readonly total: Estimate
  /** Total less first: what the factor does only together with others. */
  readonly interaction: Estimate
  /** True where the interval of the first index lies above 0. */
  readonly firstIsSeen: boolean
  /** False where the factor changed the outcome of no run; one change proves that its total index is not 0. */
  readonly changesOutcome: boolean
}

export interface SobolResult {
  /** In the order of the design: chance last. */
  readonly factors: readonly SobolFactor[]
  /** First indices together; 1 where factors only add up. */
  readonly sumOfFirst: Estimate
  readonly mean: number
  readonly variance: number
  /** Base rows used, and left out because a run of theirs failed. */
  readonly n: number
  readonly failed: number
}

/**
 * Indices are NaN where the outcome does not vary.
 *
 * @param outcomes [row of the design] NaN where the run failed
 * @param root of the run, for the bootstrap
 */
export function sobolIndices(
  design: SobolDesign,
  outcomes: Float64Array,
  root: Key,
  options: BootstrapOptions = {},
): SobolResult {
  requireOutcomes(outcomes, design)
  const factors = design.names.length
  const runs = outcomes.length / design.baseRows
  const { values, n, failed } = goodBlocks(outcomes, runs)
  const terms = varianceTerms(values, n, factors, runs)
  const estimates = bootstrap(
    root,
    n,
    3 * factors + 1,
    (picks, into) => {
      fillIndices(terms, factors, picks, into)
    },
    options,
  )
  return {
    factors: design.names.map((name, f) => sobolFactor(name, estimates.slice(3 * f, 3 * f + 3))),
    sumOfFirst: estimates[3 * factors],
    mean: terms.mean,
    variance: varianceOf(
      terms,
      Int32Array.from({ length: n }, (_, base) => base),
    ),
    n,
    failed,
  }
}

function sobolFactor(name: string, [first, total, interaction]: readonly Estimate[]): SobolFactor {
  return { name, first, total, interaction, firstIsSeen: first.low > 0, changesOutcome: total.value > 0 }
}

/** What each base row adds to the sums. */
interface VarianceTerms {
  /** Of all outcomes of A and B. */
  readonly mean: number
  /** [base] a and b, less the mean: their sum and the sum of their squares */
  readonly sums: Float64Array
  readonly squares: Float64Array
  /** [base x factor] b (c - a) and (a - c)^2 / 2 */
  readonly firsts: Float64Array
  readonly totals: Float64Array
}

/**
 * What each base row adds.
 *
 * @param values [base row x run] A, B, A with each factor from B, and perhaps others
 * @param n base rows
 */
export function varianceTerms(values: Float64Array, n: number, factors: number, runs: number): VarianceTerms {
  const mean = meanOf(Float64Array.from({ length: 2 * n }, (_, i) => values[(i >> 1) * runs + (i & 1)]))
  const sums = new Float64Array(n)
  const squares = new Float64Array(n)
  const firsts = new Float64Array(n * factors)
  const totals = new Float64Array(n * factors)
  for (let base = 0; base < n; base++) {
    const a = values[base * runs] - mean
    const b = values[base * runs + 1] - mean
    sums[base] = a + b
    squares[base] = a * a + b * b
    for (let f = 0; f < factors; f++) {
      const change = values[base * runs + 2 + f] - mean - a
      firsts[base * factors + f] = b * change
      totals[base * factors + f] = (change * change) / 2
    }
  }
  return { mean, sums, squares, firsts, totals }
}

/** The variance of all outcomes of A and B in the base rows picked. */
export function varianceOf({ sums, squares }: VarianceTerms, picks: Int32Array): number {
  const count = 2 * picks.length
  let sum = 0
  let square = 0
  for (let pick = 0; pick < picks.length; pick++) {
    sum += sums[picks[pick]]
    square += squares[picks[pick]]
  }
  return (square - (sum * sum) / count) / (count - 1)
}

/** First, total and interaction of each factor, then the sum of first indices. */
function fillIndices(terms: VarianceTerms, factors: number, picks: Int32Array, into: Float64Array): void {
  const { firsts, totals } = terms
  into.fill(0)
  for (let pick = 0; pick < picks.length; pick++) {
    const start = picks[pick] * factors
    for (let f = 0; f < factors; f++) {
      into[3 * f] += firsts[start + f]
      into[3 * f + 1] += totals[start + f]
    }
  }
  const variance = varianceOf(terms, picks)
  // Without variance there are no shares: 0 / 0, whatever rounding has left above.
  const scale = variance > 0 ? 1 / (picks.length * variance) : NaN
  for (let f = 0; f < factors; f++) {
    into[3 * f] *= scale
    into[3 * f + 1] *= scale
    into[3 * f + 2] = into[3 * f + 1] - into[3 * f]
    into[3 * factors] += into[3 * f]
  }
}

/**
 * Second Sobol' indices: the share of an outcome's variance that two factors cause together, beyond what each does by itself
 * (A. Saltelli, "Making best use of model evaluations to compute sensitivity indices", Computer Physics Communications 145
 * (2002)). With outcomes a and b of rows A and B, ai of A with factor i from B and bi of B with factor i from A,
 *
 *     second = mean ((ai - a) (bj - b) + (aj - a) (bi - b)) / 2 V
 *
 * since ai and bj share factors i and j and nothing else, ai and b share i, a and bj share j, and a and b nothing. It is Saltelli's
 * estimate of both factors' variance less those of each, taken in both directions; made of changes alone, it is
 * exactly 0 where a factor changes nothing, whatever the mean. What three factors do together is in no second index.
 *
 * Among many pairs some intervals leave 0 by luck. A pair is called seen where its index is as many of its errors above 0 as the
 * largest of as many pairs without effect is in 2.5% of analyses, by Bonferroni's bound.
 */
import { normalQuantile } from '../../math/normalQuantile.ts'
import type { Key } from '../../math/streams.ts'
import { bootstrap, type BootstrapOptions, type Estimate } from './bootstrap.ts'
import { requireOutcomes } from './factors.ts'
import { goodBlocks } from './goodBlocks.ts'
import type { SobolDesign } from './sobolDesign.ts'
import { varianceOf, varianceTerms } from './sobolIndices.ts'

export interface SobolPair {
  /** The earlier factor of the design, and the later one. */
  readonly one: string
  readonly other: string
  readonly second: Estimate
  /** Whether it is above 0 for more than one of all pairs by luck. */
  readonly isSeen: boolean
}

/** Of an interval of 95% on either side, in standard errors. */
const usualReach = normalQuantile(0.975)

/**
 * All pairs, in the order of the design. NaN where the outcome does not vary.
 *
 * @param outcomes [row of the design] NaN where the run failed
 * @param root of the run, for the bootstrap: base rows are resampled as for first and total indices
 * @throws RangeError for a design without the runs of pairs
 */
export function sobolPairs(
  design: SobolDesign,
  outcomes: Float64Array,
  root: Key,
  options: BootstrapOptions = {},
): readonly SobolPair[] {
  if (!design.hasPairs) throw new RangeError('pairs: the design has no runs of B with a factor from A')
  requireOutcomes(outcomes, design)
  const { names } = design
  const pairs = names.flatMap((_, i) => names.slice(i + 1).map((__, k) => [i, i + 1 + k] as const))
  const runs = 2 + 2 * names.length
  const { values, n } = goodBlocks(outcomes, runs)
  const terms = varianceTerms(values, n, names.length, runs)
  const seconds = secondTerms(values, n, names.length, pairs)
  const estimates = bootstrap(
    root,
    n,
    pairs.length,
    (picks, into) => {
      into.fill(0)
      for (const pick of picks) for (let p = 0; p < pairs.length; p++) into[p] += seconds[pick * pairs.length + p]
      const variance = varianceOf(terms, picks)
      const scale = variance > 0 ? 1 / (picks.length * variance) : NaN
      for (let p = 0; p < pairs.length; p++) into[p] *= scale
    },
    options,
  )
  const reach = normalQuantile(1 - 0.025 / pairs.length)
  return pairs.map(([i, j], p): SobolPair => {
    const { value, low, high } = estimates[p]
    const error = (high - low) / (2 * usualReach)
    return { one: names[i], other: names[j], second: estimates[p], isSeen: value > reach * error && low > 0 }
  })
}

/** [base x pair] what each base row adds. */
function secondTerms(
  values: Float64Array,
  n: number,
  factors: number,
  pairs: readonly (readonly [number, number])[],
): Float64Array {
  const runs = 2 + 2 * factors
  const terms = new Float64Array(n * pairs.length)
  for (let base = 0; base < n; base++) {
    const start = base * runs
    const ofA = (f: number): number => values[start + 2 + f] - values[start]
    const ofB = (f: number): number => values[start + 2 + factors + f] - values[start + 1]
    pairs.forEach(([i, j], p) => {
      terms[base * pairs.length + p] = (ofA(i) * ofB(j) + ofA(j) * ofB(i)) / 2
    })
  }
  return terms
}

/**
 * Dominance between two options, which needs no weights and no attitude to risk.
 *
 * Statewise: at least as good in every replicate and better in one. First-order stochastic: every quantile at least as
 * good and one better, so that everyone who prefers more prefers it (J. Hadar and W. R. Russell, "Rules for ordering
 * uncertain prospects", American Economic Review 59, 1969). Statewise dominance implies stochastic dominance.
 *
 * Both are said of the replicates of this run. Beside them stands how nearly they hold: the share of replicates in
 * which the option is worse, with an interval, and the largest gap by which its distribution lies on the wrong side.
 */
import { wilsonInterval, type Interval } from '../../math/samplingError.ts'
import type { Choice } from './choice.ts'

export interface Dominance {
  /** Names: `option` over `other`. */
  readonly option: string
  readonly other: string
  readonly statewise: boolean
  readonly stochastic: boolean
  /** Share of replicates in which the option is worse than the other, with its 95% interval. */
  readonly worse: Interval & { readonly value: number }
  /**
   * Largest excess, over all outcomes x, of the option's share of replicates below x over the other's: 0 under
   * stochastic dominance, 1 at most.
   */
  readonly violation: number
}

/** All ordered pairs of different options. */
export function dominances({ names, values }: Choice): readonly Dominance[] {
  const sorted = values.map((column) => column.toSorted())
  const pairs = names.flatMap((_, a) => names.map((_, b) => [a, b] as const)).filter(([a, b]) => a !== b)
  return pairs.map(([a, b]) => ({
    option: names[a],
    other: names[b],
    ...dominanceOf(values[a], values[b], sorted[a], sorted[b]),
  }))
}

function dominanceOf(
  option: Float64Array,
  other: Float64Array,
  sortedOption: Float64Array,
  sortedOther: Float64Array,
): Omit<Dominance, 'option' | 'other'> {
  const n = option.length
  const worse = option.filter((value, d) => value < other[d]).length
  const equal = option.every((value, d) => value === other[d])
  const lower = sortedOption.some((value, rank) => value < sortedOther[rank])
  const higher = sortedOption.some((value, rank) => value > sortedOther[rank])
  return {
    statewise: worse === 0 && !equal,
    stochastic: higher && !lower,
    worse: { value: worse / n, ...wilsonInterval(worse, n, 0.95) },
    violation: largestViolation(sortedOption, sortedOther),
  }
}

/** One-sided Kolmogorov-Smirnov distance, max over x of F_option(x) - F_other(x), never below 0. */
function largestViolation(option: Float64Array, other: Float64Array): number {
  let most = 0
  for (let i = 0, j = 0; i < option.length; i++) {
    while (j < other.length && other[j] <= option[i]) j += 1
    // Of equal numbers only the last has them all below or at it.
    if (option[i] !== option[i + 1]) most = Math.max(most, (i + 1 - j) / option.length)
  }
  return most
}

/**
 * Options side by side: mean, paired difference from a baseline, how likely each is to be the best and to beat the
 * baseline, and what each leaves on the table.
 *
 * Regret of an option in a replicate is the best outcome of any option in it less its own (L. J. Savage, "The theory of
 * statistical decision", Journal of the American Statistical Association 46, 1951). Its mean over replicates is what
 * perfect foresight would add to that option; its maximum is that of these replicates and grows with their number, so
 * the 95% quantile stands beside it.
 *
 * Chances are over uncertain parameters as the scenario states them. An option that ties for the best with k others
 * counts 1/(k + 1). Intervals are Wilson's; with shared counts they are a little too wide.
 */
import { mean as meanOf, quantile } from '../../math/accumulate.ts'
import { meanStandardError, quantileStandardError, wilsonInterval, type Interval } from '../../math/samplingError.ts'
import { bestOfAll, type Choice } from './choice.ts'

/** A figure with its Monte Carlo standard error. */
export interface Figure {
  readonly value: number
  readonly standardError: number
}

/** A share of replicates with its 95% interval. */
export interface Chance extends Interval {
  readonly value: number
}

export interface OptionRow {
  readonly name: string
  /** In the outcome's unit, turned so that more is better. */
  readonly mean: Figure
  /** Mean of the option less the baseline, replicate by replicate. */
  readonly difference: Figure
  readonly best: Chance
  /** Strictly better than the baseline. */
  readonly better: Chance
  readonly expectedRegret: Figure
  readonly regretQuantile: Figure
  readonly greatestRegret: number
}

const regretProbability = 0.95

/** @throws RangeError if the baseline is not an option, or no replicate is good under all options. */
export function compareOptions(choice: Choice, baseline: number): readonly OptionRow[] {
  const { names, values, replicates } = choice
  if (values.at(baseline) === undefined || replicates.length === 0) {
    throw new RangeError(
      `options: a baseline among ${names.length} and a good replicate are needed; given: option ${baseline}, ` +
        `${replicates.length} replicates`,
    )
  }
  const best = bestOfAll(choice)
  const shares = sharesOfBest(values, best)
  return names.map((name, o) => {
    const difference = values[o].map((value, d) => value - values[baseline][d])
    const regret = best.map((value, d) => value - values[o][d])
    const sorted = regret.toSorted()
    return {
      name,
      mean: meanFigure(values[o]),
      difference: meanFigure(difference),
      best: chanceOf(shares[o], best.length),
      better: chanceOf(difference.filter((value) => value > 0).length, best.length),
      expectedRegret: meanFigure(regret),
      regretQuantile: {
        value: quantile(sorted, regretProbability),
        standardError: quantileStandardError(sorted, regretProbability),
      },
      greatestRegret: sorted[sorted.length - 1],
    }
  })
}

/** [option] replicates in which it is best, a tie shared in equal parts. */
function sharesOfBest(values: readonly Float64Array[], best: Float64Array): Float64Array {
  const shares = new Float64Array(values.length)
  for (let d = 0; d < best.length; d++) {
    const tied = values.filter((column) => column[d] === best[d]).length
    for (let o = 0; o < values.length; o++) if (values[o][d] === best[d]) shares[o] += 1 / tied
  }
  return shares
}

function chanceOf(count: number, n: number): Chance {
  // Thirds add up to a little more than a whole.
  const within = Math.min(n, count)
  return { value: within / n, ...wilsonInterval(within, n, 0.95) }
}

function meanFigure(values: Float64Array): Figure {
  return { value: meanOf(values), standardError: meanStandardError(values) }
}

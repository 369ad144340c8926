/**
 * Expected value of perfect information: what it would be worth, on average, to know every draw before choosing (H.
 * Raiffa and R. Schlaifer, "Applied Statistical Decision Theory", 1961),
 *
 *     EVPI = E[max over options of outcome] - max over options of E[outcome],
 *
 * in the outcome's unit: the expected regret of the option that is best on average. The maximum of noisy means lies too
 * high on average, so the estimate lies a little too low, by less than its standard error. That error is the spread of
 * the estimate over bootstrap samples of the replicates.
 */
import { mean as meanOf, standardDeviation } from '../../math/accumulate.ts'
import type { Key } from '../../math/streams.ts'
import { resample, resampledMean } from '../resample.ts'
import { bestOfAll, type Choice } from './choice.ts'
import type { Figure } from './compareOptions.ts'

export interface PerfectInformation extends Figure {
  /** The option that is best on average, which is chosen without information. */
  readonly chosen: string
}

/** @param rounds bootstrap samples for the standard error */
export function valueOfPerfectInformation(choice: Choice, root: Key, rounds: number = 200): PerfectInformation {
  const best = bestOfAll(choice)
  const means = choice.values.map((values) => meanOf(values))
  const chosen = means.indexOf(Math.max(...means))
  const counts = new Float64Array(best.length)
  const estimates = Float64Array.from({ length: rounds }, (_, round) => {
    resample(counts, root, round, 'information')
    return resampledMean(best, counts) - Math.max(...choice.values.map((values) => resampledMean(values, counts)))
  })
  return {
    chosen: choice.names[chosen],
    value: meanOf(best) - means[chosen],
    standardError: standardDeviation(estimates),
  }
}

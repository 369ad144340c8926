/**
 * Expected value of perfect information about a group of parameters: what it would be worth to know these, and these
 * only, before choosing. With g_o(x) the mean outcome of option o given the group's values x,
 *
 *     EVPPI = E[max over o of g_o(x)] - max over o of E[outcome of o].
 *
 * The conditional means come from regression on the replicates at hand, without an inner simulation: M. Strong, J. E.
 * Oakley and A. Brennan, "Estimating multiparameter partial expected value of perfect information from a probabilistic
 * sensitivity analysis sample", Medical Decision Making 34 (2014). The regression is linear in spline terms
 * (`splineBasis.ts`) and regresses each option's gap to the one chosen without information.
 *
 * Noise in the fit makes the estimate too high, the more so the more parameters and the fewer replicates. So a second
 * figure is given that errs on the other side: each fifth of the replicates is decided by a regression on the other
 * four fifths, and paid by its own outcomes; decisions by a fitted function are worth at most what those by the true
 * one are. On average the truth lies between the two. The standard error is that of the first over bootstrap samples.
 */
import { mean as meanOf, standardDeviation } from '../../math/accumulate.ts'
import { fittedValues, orthonormalBasis, reweightedFits } from '../../math/orthonormal.ts'
import type { Key } from '../../math/streams.ts'
import { resample, resampledMean, shuffled } from '../resample.ts'
import type { Choice } from './choice.ts'
import type { Figure } from './compareOptions.ts'
import { splineRegressorCount, splineRegressors } from './splineBasis.ts'

const folds = 5

export interface ParameterGroup {
  readonly name: string
  /** [parameter][replicate of the run], values; replicates that the choice left out are not read. */
  readonly columns: readonly Float64Array[]
}

export interface PartialInformation extends Figure {
  readonly group: string
  /** Value by decisions on held-out replicates: too low on average, where `value` is too high. */
  readonly heldOut: number
  readonly heldOutStandardError: number
  /** Terms of the regression that are independent of each other: beside the replicates, how much noise it can fit. */
  readonly terms: number
}

/** Fewest good replicates for a group of so many parameters. */
export function replicatesNeeded(parameters: number): number {
  return folds * splineRegressorCount(parameters)
}

/**
 * @param rounds bootstrap samples for the standard error
 * @throws RangeError for a group of no parameters, or if the regression has more terms than a fifth of the replicates
 */
export function valueOfPartialInformation(
  choice: Choice,
  group: ParameterGroup,
  root: Key,
  rounds: number = 100,
): PartialInformation {
  if (group.columns.length === 0)
    throw new RangeError(`value of information about ${group.name}: no parameter is given`)
  const columns = group.columns.map((column) => Float64Array.from(choice.replicates, (d) => column[d]))
  const regressors = splineRegressors(columns)
  const n = choice.replicates.length
  const needed = replicatesNeeded(columns.length)
  if (needed > n) {
    throw new RangeError(
      `value of information about ${group.name}: ${group.columns.length} parameters need a regression of ` +
        `${regressors.length} terms and at least ${needed} replicates; given: ${n}`,
    )
  }
  const gaps = gapsToChosen(choice)
  const everyone = new Float64Array(n).fill(1)
  const basis = orthonormalBasis(regressors, everyone)
  const held = heldOutGains(regressors, gaps, shuffled(n, root, 0, 'informationFolds'))
  return {
    group: group.name,
    value: valueOf(
      gaps.map((gap) => fittedValues(basis, everyone, gap)),
      everyone,
    ),
    standardError: bootstrapError(basis, gaps, root, rounds),
    heldOut: meanOf(held),
    heldOutStandardError: standardDeviation(held) / Math.sqrt(n),
    terms: basis.length,
  }
}

/** [other option][replicate] outcome less that of the option which is best on average. */
function gapsToChosen({ values }: Choice): readonly Float64Array[] {
  const means = values.map((column) => meanOf(column))
  const chosen = values[means.indexOf(Math.max(...means))]
  return values.filter((column) => column !== chosen).map((column) => column.map((value, d) => value - chosen[d]))
}

/** Mean of the best of 0 and the fitted gaps, less the best of 0 and their means. */
function valueOf(fitted: readonly Float64Array[], weights: Float64Array): number {
  const best = weights.map((_, d) => fitted.reduce((most, gap) => Math.max(most, gap[d]), 0))
  return resampledMean(best, weights) - Math.max(0, ...fitted.map((gap) => resampledMean(gap, weights)))
}

/** A sample without any replicate of a rare level cannot be fitted, and is left out. */
function bootstrapError(
  basis: readonly Float64Array[],
  gaps: readonly Float64Array[],
  root: Key,
  rounds: number,
): number {
  const counts = new Float64Array(basis[0].length)
  const estimates = Float64Array.from({ length: rounds }, (_, round) => {
    resample(counts, root, round, 'information')
    return valueOf(reweightedFits(basis, counts, gaps), counts)
  })
  return standardDeviation(estimates.filter(Number.isFinite))
}

/** [replicate] gain over the chosen option of the decision that a regression on the other folds makes. */
function heldOutGains(
  regressors: readonly Float64Array[],
  gaps: readonly Float64Array[],
  order: Int32Array,
): Float64Array {
  const gains = new Float64Array(order.length)
  for (let fold = 0; fold < folds; fold++) {
    const weights = new Float64Array(order.length).fill(1)
    const held = order.filter((_, n) => n % folds === fold)
    for (const row of held) weights[row] = 0
    const basis = orthonormalBasis(regressors, weights)
    const forecasts = gaps.map((gap) => fittedValues(basis, weights, gap))
    for (const row of held) {
      const values = forecasts.map((forecast) => forecast[row])
      const most = Math.max(0, ...values)
      gains[row] = most > 0 ? gaps[values.indexOf(most)][row] : 0
    }
  }
  return gains
}

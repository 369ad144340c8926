/**
 * A mean with less Monte Carlo error, by parameters whose true means are known from their laws: where the draws of
 * this run lie a little high, so does what depends on them, and regression takes that part out. S. S. Lavenberg and P.
 * D. Welch, "A perspective on the use of control variables to increase the efficiency of Monte Carlo simulations",
 * Management Science 27 (1981); B. L. Nelson, "Control variate remedies", Operations Research 38 (1990).
 *
 * The adjusted mean is the constant of the regression of the outcome on (parameter - known mean). It is exact on
 * average if the outcome is linear in the controls with normal noise, and otherwise off by something of the order of
 * 1/n, well within its error. Each control costs a degree of freedom: controls that explain nothing make the error
 * larger, by (n - 2)/(n - controls - 2). Only the mean is helped: spread and quantiles of replicates stay as they are.
 */
import { mean as meanOf, standardDeviation } from '../math/accumulate.ts'
import { orthonormalBasis, removeProjection, weightedDot } from '../math/orthonormal.ts'

export interface Control {
  readonly name: string
  /** [replicate] */
  readonly values: Float64Array
  /** By the parameter's law, not of this run. */
  readonly mean: number
}

export interface ControlledMean {
  readonly plain: number
  readonly plainStandardError: number
  readonly mean: number
  readonly standardError: number
  /** How many times more replicates the plain mean would need for the same error; below 1 where controls harm. */
  readonly gain: number
  /** Controls that are independent of those before them. */
  readonly controls: number
}

/**
 * @param values [replicate] all good
 * @throws RangeError if there are fewer than three replicates more than controls
 */
export function controlledMean(values: Float64Array, controls: readonly Control[]): ControlledMean {
  const n = values.length
  if (n < controls.length + 3) {
    throw new RangeError(
      `control variates: ${controls.length} controls need at least ${controls.length + 3} replicates; given: ${n}`,
    )
  }
  const everyone = new Float64Array(n).fill(1)
  const basis = orthonormalBasis(
    controls.map(({ values, mean }) => values.map((value) => value - mean)),
    everyone,
  )
  // The constant of a regression is the coefficient of what the other regressors leave of a column of ones.
  const constant = everyone.slice()
  removeProjection(basis, everyone, constant)
  const left = weightedDot(everyone, constant, constant)
  const rest = values.slice()
  removeProjection(basis, everyone, rest)
  const mean = weightedDot(everyone, constant, rest) / left
  for (let d = 0; d < n; d++) rest[d] -= mean * constant[d]
  const variance = weightedDot(everyone, rest, rest) / (n - 1 - basis.length) / left
  const plainStandardError = standardDeviation(values) / Math.sqrt(n)
  return {
    plain: meanOf(values),
    plainStandardError,
    mean,
    standardError: Math.sqrt(variance),
    gain: (plainStandardError * plainStandardError) / variance,
    controls: basis.length,
  }
}

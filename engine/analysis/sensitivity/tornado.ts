/**
 * The bars of a tornado (`tornadoDesign.ts`): how the mean outcome changes when one factor goes from its median to its
 * 5% or 95% quantile, over common replicates of chance. The bar of chance is another thing, the spread of single
 * replicates with all parameters at their medians, and stands beside the others for scale.
 */
import { mean as meanOf, quantile } from '../../math/accumulate.ts'
import { meanStandardError, quantileStandardError } from '../../math/samplingError.ts'
import { highProbability, lowProbability } from '../summary.ts'
import { chanceName, requireOutcomes } from './factors.ts'
import { goodBlocks } from './goodBlocks.ts'
import type { TornadoDesign } from './tornadoDesign.ts'

/** A change against the mean at medians, in units of the outcome, with its Monte Carlo standard error. */
export interface Change {
  readonly value: number
  readonly standardError: number
}

export interface TornadoBar {
  readonly name: string
  /** With the factor at its 5% quantile, and at its 95% quantile. */
  readonly low: Change
  readonly high: Change
  /** High less low. */
  readonly swing: Change
}

export interface TornadoResult {
  readonly bars: readonly TornadoBar[]
  /** 5% and 95% of replicates at median parameters, less their mean. */
  readonly chance: TornadoBar
  /** Mean outcome at median parameters. */
  readonly middle: Change
  /** Replicates of chance used, and left out because a run of theirs failed. */
  readonly n: number
  readonly failed: number
}

/** @param outcomes [row of the design] NaN where the run failed */
export function tornado(design: TornadoDesign, outcomes: Float64Array): TornadoResult {
  requireOutcomes(outcomes, design)
  const runs = 2 * design.names.length + 1
  const { values, n, failed } = goodBlocks(outcomes, runs)
  const difference = (run: number, less: number): Change =>
    meanChange(Float64Array.from({ length: n }, (_, d) => values[d * runs + run] - values[d * runs + less]))
  const middles = Float64Array.from({ length: n }, (_, d) => values[d * runs])
  return {
    bars: design.names.map((name, f) => ({
      name,
      low: difference(1 + 2 * f, 0),
      high: difference(2 + 2 * f, 0),
      swing: difference(2 + 2 * f, 1 + 2 * f),
    })),
    middle: meanChange(middles),
    chance: chanceBar(middles),
    n,
    failed,
  }
}

function meanChange(values: Float64Array): Change {
  return { value: meanOf(values), standardError: meanStandardError(values) }
}

function chanceBar(values: Float64Array): TornadoBar {
  const centre = meanOf(values)
  const sorted = values.toSorted()
  const end = (probability: number): Change => ({
    value: quantile(sorted, probability) - centre,
    standardError: quantileStandardError(sorted, probability),
  })
  const low = end(lowProbability)
  const high = end(highProbability)
  const swing = {
    value: high.value - low.value,
    // The two quantiles are far apart and nearly independent.
    standardError: Math.sqrt(low.standardError * low.standardError + high.standardError * high.standardError),
  }
  return { name: chanceName, low, high, swing }
}

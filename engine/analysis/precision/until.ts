/**
 * Running until figures are exact enough: which half widths a run has reached, which target binds, and how many
 * replicates are still missing.
 *
 * The projection takes every half width to shrink with the root of the number of replicates; designs that spread draws
 * evenly do better than that, so there it is on the safe side. Looking after every batch
 * and stopping when all is narrow enough is the sequential procedure of Y. S. Chow and H. Robbins, "On the asymptotic
 * theory of fixed-width sequential confidence intervals for the mean", Annals of Mathematical Statistics 36 (1965). It
 * holds its confidence as half widths become small; at finite ones it stops too early where the spread happens to look
 * small, and covers less than it says (P. W. Glynn and W. Whitt, "The asymptotic validity of sequential stopping rules
 * for stochastic simulations", Annals of Applied Probability 2, 1992). `min` replicates before the first look, some
 * hundreds, keep that loss small.
 */
import type { Groups } from '../../math/groupError.ts'
import { estimateOf, type StatisticEstimate, type Statistic } from './estimate.ts'

export type PrecisionTarget = Statistic & {
  readonly outcome: string
  /** Name of the scenario, where a run has several. */
  readonly scenario?: string
  readonly year?: number
  /** Wanted half width, in the unit of the statistic. */
  readonly halfWidth: number
  readonly confidence: number
}

/** When to look, in replicates. */
export interface Schedule {
  readonly min: number
  readonly max: number
  readonly batch: number
}

export interface TargetState extends StatisticEstimate {
  readonly target: PrecisionTarget
  readonly reached: boolean
  /** Good replicates at which the target would be reached, by the root-n law; infinite where no half width is known. */
  readonly needed: number
}

export type Verdict = 'reached' | 'at the maximum' | 'go on'

export interface PrecisionState {
  readonly targets: readonly TargetState[]
  /** Number of the target that needs most replicates. */
  readonly binding: number
  readonly verdict: Verdict
  /** Replicates of the run, good or failed, after which to look again; those done where the run is to stop. */
  readonly next: number
  /** Replicates of the run projected for the binding target, whole batches, `max` at most. */
  readonly projected: number
}

/** @throws RangeError for a target or a schedule that makes no sense, with what was given */
export function checkPrecision(targets: readonly PrecisionTarget[], { min, max, batch }: Schedule): void {
  if (targets.length === 0) throw new RangeError('precision: at least one target is needed; given: none')
  for (const { outcome, halfWidth, confidence } of targets) {
    if (!(halfWidth > 0)) {
      throw new RangeError(`precision of ${outcome}: the half width must be above 0; given: ${halfWidth}`)
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new RangeError(`precision of ${outcome}: confidence must be in (0, 1), as 0.95; given: ${confidence}`)
    }
  }
  const whole = [min, max, batch].every((count) => Number.isInteger(count) && count > 0)
  if (whole && min <= max) return
  throw new RangeError(
    `precision: min, max and batch are whole numbers above 0, and min is at most max; given: min ${min}, max ${max}, ` +
      `batch ${batch}`,
  )
}

/**
 * @param columns [target][good replicate] the target's outcome, or its paired difference
 * @param done replicates of the run so far, those that failed included
 * @param groups [target] of the good replicates of its column; undefined where replicates are independent
 */
export function precisionOf(
  columns: readonly Float64Array[],
  targets: readonly PrecisionTarget[],
  schedule: Schedule,
  done: number,
  groups: readonly (Groups | undefined)[] = [],
): PrecisionState {
  const states = targets.map((target, t) => stateOf(columns[t], target, groups[t]))
  const needs = states.map(({ needed, n }) => needed / Math.max(1, n))
  const binding = needs.indexOf(Math.max(...needs))
  const { min, max, batch } = schedule
  const reached = done >= min && states.every((state) => state.reached)
  const verdict = reached ? 'reached' : done >= max ? 'at the maximum' : 'go on'
  // A run in which replicates fail needs more of them for as many good ones.
  const wanted = reached ? done : Math.max(min, done * needs[binding])
  return {
    targets: states,
    binding,
    verdict,
    next: verdict === 'go on' ? Math.min(max, Math.max(min, done + batch)) : done,
    projected: reached ? done : Math.min(max, Math.ceil(wanted / batch) * batch),
  }
}

function stateOf(values: Float64Array, target: PrecisionTarget, groups: Groups | undefined): TargetState {
  const estimate = estimateOf(values, target, target.confidence, groups)
  const ratio = estimate.halfWidth / target.halfWidth
  const reached = ratio <= 1
  const projected = ratio < Infinity ? Math.ceil(estimate.n * ratio * ratio) : Infinity
  return { ...estimate, target, reached, needed: reached ? estimate.n : projected }
}

/** Runs the parts of a plan on threads. With shards each block is written when it is done, and what is there is not run again. */
import type { PrecisionState } from '../../engine/analysis/precision/until.ts'
import { type MonteCarloRequest, type MonteCarloResult, runMonteCarlo } from '../../engine/run/monteCarlo.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import { stoppingRule, questionOf } from '../plan/precisionRule.ts'
import { partRequest, storedRequest } from '../plan/work.ts'

export interface PartsRequest extends PlannedStudy, Pick<MonteCarloRequest, 'stop' | 'signal' | 'onEstimate'> {
  /** Folder of the shards; blocks are kept in memory unless it is given. */
  readonly shards?: string | undefined
  readonly workers?: number | undefined
  /** Replicates that are done, over all parts, and how many there are to do at most. */
  readonly onProgress?: ((done: number, replicates: number) => void) | undefined
  /** Called at each look at a wanted precision. */
  readonly onLook?: ((part: number, state: PrecisionState, replicates: number) => void) | undefined
}

/** @returns results of the parts that were begun; the last may be unfinished when the run was stopped */
export async function runParts(request: PartsRequest): Promise<readonly MonteCarloResult[]> {
  const { inputs, plan, shards, workers, onEstimate, onProgress, onLook, stop, signal } = request
  const results: MonteCarloResult[] = []
  const all = plan.replicates * plan.parts.length
  const isStopped = (): boolean => signal?.aborted === true || (stop !== undefined && Atomics.load(stop, 0) !== 0)
  for (let part = 0; part < plan.parts.length && !isStopped(); part++) {
    const asked =
      shards === undefined ? partRequest(inputs, plan, plan.parts[part]) : storedRequest(inputs, plan, part, shards)
    const { precision } = plan
    const until =
      precision === undefined
        ? undefined
        : stoppingRule(questionOf(inputs, plan, precision, part), (state, sofar) =>
            onLook?.(part, state, sofar.replicates),
          )
    results.push(
      await runMonteCarlo({
        ...asked,
        ...(workers === undefined ? {} : { workers }),
        ...(until === undefined ? {} : { until }),
        ...(stop === undefined ? {} : { stop }),
        ...(signal === undefined ? {} : { signal }),
        ...(part > 0 || onEstimate === undefined ? {} : { onEstimate }),
        onProgress: (done) => onProgress?.(part * plan.replicates + done, all),
      }),
    )
  }
  return results
}

/** The one way in which a planned study is carried out: its parts one after another, the replicates of each on threads. */
import type { PrecisionState } from '../../engine/analysis/precision/until.ts'
import {
  type MonteCarloRequest,
  type MonteCarloResult,
  runMonteCarlo,
  type StoppingRule,
} from '../../engine/run/monteCarlo.ts'
import type { ResultFolder } from '../folder/folder.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import { stoppingRule, questionOf } from '../plan/precisionRule.ts'
import { partRequest, storedRequest } from '../plan/work.ts'

/** Where a study is carried out, what may end it, and who hears of it. Nothing here changes a number. */
export interface CarryOutOptions {
  /** Each block is written there when it is done, and what is there is not computed again; kept in memory unless given. */
  readonly folder?: Pick<ResultFolder, 'shards'> | undefined
  /** Threads; as many as the machine has unless given. */
  readonly workers?: number | undefined
  /** Either ends the study after the blocks in flight. */
  readonly stop?: MonteCarloRequest['stop'] | undefined
  readonly signal?: AbortSignal | undefined
  /** Called before the first block of the first part; a short pilot is timed only where this is given. */
  readonly onEstimate?: MonteCarloRequest['onEstimate'] | undefined
  /** Replicates that are done, over all parts, and how many there are to do at most. */
  readonly onProgress?: ((done: number, replicates: number) => void) | undefined
  /** Called at each look at a wanted precision. */
  readonly onLook?: PrecisionListener | undefined
}

/** @param replicates of the part, that are done */
export type PrecisionListener = (part: number, state: PrecisionState, replicates: number) => void

/**
 * Carries a study out.
 *
 * @returns results of the parts that were begun; the last may be unfinished when the study was stopped
 * @throws what the threads and the disk throw; blocks that are written stay
 */
export async function carryOut(planned: PlannedStudy, options: CarryOutOptions): Promise<readonly MonteCarloResult[]> {
  const { plan } = planned
  const { stop, signal, onProgress } = options
  const isStopped = (): boolean => signal?.aborted === true || (stop !== undefined && Atomics.load(stop, 0) !== 0)
  const all = plan.replicates * plan.parts.length
  const results: MonteCarloResult[] = []
  for (let part = 0; part < plan.parts.length && !isStopped(); part++) {
    results.push(
      await runMonteCarlo({
        ...requestOf(planned, part, options),
        onProgress: (done) => onProgress?.(part * plan.replicates + done, all),
      }),
    )
  }
  return results
}

function requestOf(
  planned: PlannedStudy,
  part: number,
  { folder, workers, stop, signal, onEstimate, onLook }: CarryOutOptions,
): MonteCarloRequest {
  const { inputs, plan } = planned
  const until = stoppingRuleOf(planned, part, onLook)
  return {
    ...(folder === undefined
      ? partRequest(inputs, plan, plan.parts[part])
      : storedRequest(inputs, plan, part, folder.shards)),
    ...(workers === undefined ? {} : { workers }),
    ...(until === undefined ? {} : { until }),
    ...(stop === undefined ? {} : { stop }),
    ...(signal === undefined ? {} : { signal }),
    ...(part > 0 || onEstimate === undefined ? {} : { onEstimate }),
  }
}

function stoppingRuleOf(
  { inputs, plan }: PlannedStudy,
  part: number,
  onLook: PrecisionListener | undefined,
): StoppingRule | undefined {
  if (plan.precision === undefined) return undefined
  const question = questionOf(inputs, plan, plan.precision, part)
  return stoppingRule(question, (state, sofar) => onLook?.(part, state, sofar.replicates))
}

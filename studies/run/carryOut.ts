/** The one way in which a planned study is carried out: its parts one after another, the replicates of each on threads. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PrecisionState } from '../../engine/analysis/precision/until.ts'
import {
  type MonteCarloRequest,
  type MonteCarloResult,
  reportBytes,
  runMonteCarlo,
  type StoppingRule,
} from '../../engine/run/monteCarlo.ts'
import { type Estimate, planBlock } from '../../engine/run/plan.ts'
import { shardName } from '../../engine/run/shards.ts'
import { openThreads, usefulThreads } from '../../engine/run/threads.ts'
import type { ResultFolder } from '../folder/folder.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import { stoppingRule, questionOf } from '../plan/precisionRule.ts'
import { partFolder, type RunPlanFile } from '../plan/runPlan.ts'
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
  /** Replicates that are done, over all parts; how many there are to do at most; and how many of those done are of this call. */
  readonly onProgress?: MonteCarloRequest['onProgress'] | undefined
  /** Hears of each block in the folder that is damaged, and is computed again. */
  readonly onDamaged?: MonteCarloRequest['onDamaged'] | undefined
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
  const { stop, signal } = options
  const isStopped = (): boolean => signal?.aborted === true || (stop !== undefined && Atomics.load(stop, 0) !== 0)
  const threads = openThreads(
    planned.inputs.industry,
    usefulThreads(options.workers, Math.ceil(plan.replicates / plan.blockSize)),
  )
  const progressOf = progressOverParts(plan, options)
  const ofReplicates = plan.replicates * plan.parts.length
  const results: MonteCarloResult[] = []
  try {
    for (let part = 0; part < plan.parts.length && !isStopped(); part++) {
      const request = requestOf(planned, part, options)
      results.push(await runMonteCarlo({ ...request, threads, ofReplicates, onProgress: progressOf(part) }))
    }
  } finally {
    await threads.pool.close()
  }
  return results
}

type Progress = NonNullable<MonteCarloRequest['onProgress']>

/** [part] what makes the progress of a part that of the study. */
function progressOverParts(plan: RunPlanFile, { onProgress }: CarryOutOptions): (part: number) => Progress {
  const all = plan.replicates * plan.parts.length
  const computed = plan.parts.map(() => 0)
  return (part) => (done, _, computedOfPart) => {
    computed[part] = computedOfPart
    const sum = computed.reduce((total, replicates) => total + replicates, 0)
    onProgress?.(part * plan.replicates + done, all, sum)
  }
}

function requestOf(
  planned: PlannedStudy,
  part: number,
  { folder, workers, stop, signal, onEstimate, onDamaged, onLook }: CarryOutOptions,
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
    ...(onDamaged === undefined ? {} : { onDamaged }),
    ...(part > 0 || onEstimate === undefined
      ? {}
      : { onEstimate: (estimate) => onEstimate(overParts(planned, folder, estimate)) }),
  }
}

/** From the first part to all of them: time goes with scenarios and with replicates that are not there yet. */
function overParts(
  { plan }: PlannedStudy,
  folder: CarryOutOptions['folder'],
  { secondsPerReplicate, ...estimate }: Estimate,
): Estimate {
  const perScenario = secondsPerReplicate / plan.parts[0].scenarios.length
  const seconds = plan.parts.map(({ scenarios }, part) => {
    const left = folder === undefined ? plan.replicates : replicatesLeft(plan, partFolder(folder.shards, part))
    return left * scenarios.length * perScenario
  })
  const later = plan.parts
    .slice(1)
    .map(({ scenarios }) =>
      reportBytes({ scenarios: scenarios.length, years: plan.years.length, outcomes: plan.outcomes.length }),
    )
  return {
    ...estimate,
    secondsPerReplicate,
    memoryBytes: later.reduce((sum, bytes) => sum + bytes, estimate.memoryBytes),
    seconds: seconds.reduce((sum, one) => sum + one, 0) / estimate.workers,
    diskBytes: estimate.diskBytes * plan.parts.length,
  }
}

/** Replicates of blocks that are not in the folder. */
function replicatesLeft({ replicates, blockSize }: RunPlanFile, shards: string): number {
  const run = { replicates, blockSize, blocks: Math.ceil(replicates / blockSize) }
  const blocks = Array.from({ length: run.blocks }, (_, b) => planBlock(run, b))
  return blocks.reduce((sum, { index, count }) => sum + (existsSync(join(shards, shardName(index))) ? 0 : count), 0)
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

/** The one way in which a planned study is carried out: its parts one after another, the replicates of each on threads. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PrecisionState } from '../../engine/analysis/precision/until.ts'
import { forecaster } from '../../engine/run/forecast.ts'
import {
  type MonteCarloRequest,
  type MonteCarloResult,
  runMonteCarlo,
  type StoppingRule,
} from '../../engine/run/monteCarlo.ts'
import { resultShape } from '../../engine/run/resultShape.ts'
import { diskBytes, type Estimate, planBlock, planRun, reportBytes } from '../../engine/run/plan.ts'
import { shardName } from '../../engine/run/shards.ts'
import { openThreads, usefulThreads } from '../../engine/run/threads.ts'
import type { ResultFolder } from '../folder/folder.ts'
import { requireHeld } from '../folder/held.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import { stoppingRule, questionOf } from '../plan/precisionRule.ts'
import { partFolder, type RunPlanFile } from '../plan/runPlan.ts'
import { partRequest, storedRequest } from '../plan/work.ts'

/** Where a study is carried out, what may end it, and who hears of it. Nothing here changes a number. */
export interface CarryOutOptions {
  /** Each block is written there when it is done, and what is there is not computed again; kept in memory unless given. */
  readonly folder?: Pick<ResultFolder, 'path' | 'lock' | 'shards'> | undefined
  /** Threads; as many as the machine has unless given. */
  readonly workers?: number | undefined
  /** Either ends the study after the blocks in flight. */
  readonly stop?: MonteCarloRequest['stop'] | undefined
  readonly signal?: AbortSignal | undefined
  /** Given where nothing is to be computed: for each part what stands for blocks that are not there, see `MonteCarloRequest`. */
  readonly absent?: ((part: number) => NonNullable<MonteCarloRequest['absent']>) | undefined
  /** Called once, when the threads are warm. */
  readonly onEstimate?: ((estimate: Estimate) => void) | undefined
  readonly onProgress?: ProgressListener | undefined
  /** Hears of each block in the folder that is damaged, and is computed again. */
  readonly onDamaged?: MonteCarloRequest['onDamaged'] | undefined
  /** Called at each look at a wanted precision. */
  readonly onLook?: PrecisionListener | undefined
}

/**
 * @param done replicates over all parts, of `replicates` at most
 * @param computed of these, the ones of this call
 * @param left replicates that are to be computed yet; what is in the folder is not
 */
export type ProgressListener = (done: number, replicates: number, computed: number, left: number) => void

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
  const progressOf = progressOverParts(planned, threads.pool.workers, options)
  const results: MonteCarloResult[] = []
  try {
    for (let part = 0; part < plan.parts.length && !isStopped(); part++) {
      const request = requestOf(planned, part, options)
      results.push(await runMonteCarlo({ ...request, threads, onProgress: progressOf(part) }))
    }
  } finally {
    await threads.pool.close()
  }
  return results
}

type Progress = NonNullable<MonteCarloRequest['onProgress']>

/** [part] what makes the progress of a part that of the study, and tells how long it takes. */
function progressOverParts(
  planned: PlannedStudy,
  workers: number,
  { folder, onProgress, onEstimate }: CarryOutOptions,
): (part: number) => Progress {
  const { plan } = planned
  const all = plan.replicates * plan.parts.length
  const due = plan.parts.map((_, part) =>
    folder === undefined ? plan.replicates : replicatesLeft(plan, partFolder(folder.shards, part)),
  )
  const work = (counts: readonly number[]): number => sum(counts.map((n, p) => n * plan.parts[p].scenarios.length))
  const tell = (seconds: number): void => onEstimate?.({ seconds, workers, ...roomOf(planned) })
  const forecast = onEstimate === undefined ? undefined : forecaster(work(due), workers, tell)
  const computed = plan.parts.map(() => 0)
  return (part) => (done, _, computedOfPart) => {
    computed[part] = computedOfPart
    forecast?.(work(computed))
    onProgress?.(part * plan.replicates + done, all, sum(computed), Math.max(0, sum(due) - sum(computed)))
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

/** What a study takes in memory, from what it has taken so far, and on disk. */
function roomOf({ inputs, plan }: PlannedStudy): Pick<Estimate, 'memoryBytes' | 'diskBytes'> {
  const shapes = plan.parts.map((part) => resultShape(partRequest(inputs, plan, part)))
  const run = planRun(shapes[0], plan.replicates, plan.blockSize)
  return {
    memoryBytes: process.memoryUsage().rss + sum(shapes.map(reportBytes)),
    diskBytes: sum(shapes.map((shape) => diskBytes(shape, run))),
  }
}

/** Memory in which a run that is gathered keeps outcomes of its blocks, over all parts. */
const gatheredBytes = 32 * 2 ** 20

function requestOf(
  planned: PlannedStudy,
  part: number,
  { folder, workers, absent, stop, signal, onDamaged, onLook }: CarryOutOptions,
): MonteCarloRequest {
  const { inputs, plan } = planned
  const until = stoppingRuleOf(planned, part, onLook)
  return {
    ...(folder === undefined
      ? partRequest(inputs, plan, plan.parts[part])
      : storedRequest(inputs, plan, part, {
          shards: folder.shards,
          mayWrite: () => requireHeld(folder),
          memory: absent === undefined ? 0 : gatheredBytes / plan.parts.length,
        })),
    ...(workers === undefined ? {} : { workers }),
    ...(absent === undefined ? {} : { absent: absent(part) }),
    ...(until === undefined ? {} : { until }),
    ...(stop === undefined ? {} : { stop }),
    ...(signal === undefined ? {} : { signal }),
    ...(onDamaged === undefined ? {} : { onDamaged }),
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

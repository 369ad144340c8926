/** How far a run is, from its plan and the names of its blocks. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { planBlock } from '../../engine/run/plan.ts'
import { shardName } from '../../engine/run/shards.ts'
import { requireResult } from './folder.ts'
import { resultsAside } from './place.ts'
import { isFinished, lostReplicates } from './marks.ts'
import { lockHolder } from './lock.ts'
import { type RunPlanFile, readRunPlan, partFolder } from '../plan/runPlan.ts'

export interface RunStatus {
  readonly name: string
  readonly kind: RunPlanFile['kind']
  /** `finished`, `broken off`, or `at work`, with the process that is. */
  readonly state: string
  readonly scenarios: number
  readonly parts: number
  readonly replicates: number
  /** Whether it may end before its last replicate. */
  readonly untilPrecise: boolean
  readonly blocks: number
  readonly blocksDone: number
  readonly replicatesDone: number
  /** Replicates of these whose thread died or ran out of memory, which `resume` tries again; absent where there are none. */
  readonly replicatesLost?: number
  /** Earlier results that were put aside for this one, which go when it is finished; absent where there are none. */
  readonly putAside?: readonly string[]
}

/**
 * How far the run in a folder is. Changes nothing, and may be asked while it is at work.
 *
 * @throws errors of kind `file` when it holds no result, or its plan is damaged
 */
export function status(folder: string): RunStatus {
  const path = requireResult(folder)
  const plan = readRunPlan(path)
  const blocks = Math.ceil(plan.replicates / plan.blockSize)
  const found = plan.parts.flatMap((_, part) => doneBlocks(path, part))
  const whole = { replicates: plan.replicates, blockSize: plan.blockSize, blocks }
  const replicatesDone = found.reduce((sum, index) => sum + (index < blocks ? planBlock(whole, index).count : 0), 0)
  const putAside = resultsAside(path)
  const replicatesLost = lostReplicates(path)
  return {
    name: plan.name,
    kind: plan.kind,
    state: stateOf(path),
    scenarios: plan.scenarios.length,
    parts: plan.parts.length,
    replicates: plan.replicates,
    untilPrecise: plan.precision !== undefined,
    blocks: blocks * plan.parts.length,
    blocksDone: found.length,
    replicatesDone,
    ...(replicatesLost === 0 ? {} : { replicatesLost }),
    ...(putAside.length === 0 ? {} : { putAside }),
  }
}

/** Indices of the blocks that a part has. */
export function doneBlocks(path: string, part: number): readonly number[] {
  const folder = partFolder(join(path, 'shards'), part)
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const index = Number(/^block-(\d+)\.parquet$/.exec(name)?.[1] ?? NaN)
    return Number.isFinite(index) && shardName(index) === name ? [index] : []
  })
}

/** `finished`, `broken off`, or `at work`, with the process that is. */
function stateOf(path: string): string {
  const holder = lockHolder(path)
  if (holder !== undefined) return `at work (process ${holder})`
  return isFinished(path) ? 'finished' : 'broken off'
}

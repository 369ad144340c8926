/** Computes blocks of a plan by their numbers, in any order, on threads that stay: what every worker does. */
import { requireArithmetic } from '../../engine/math/arithmetic.ts'
import { independentSampling, sharedSampling } from '../../engine/math/sampling.ts'
import { type Block, blockLayout } from '../../engine/run/layout.ts'
import { planBlock } from '../../engine/run/plan.ts'
import { runOneBlock } from '../../engine/run/pool.ts'
import { resultShape } from '../../engine/run/resultShape.ts'
import type { FinishedBlock, ShardContext } from '../../engine/run/shards.ts'
import type { PartSetup } from '../../engine/run/tasks.ts'
import { openThreads, usefulThreads } from '../../engine/run/threads.ts'
import { partRequest, partShards } from '../plan/work.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import { placeOfBlock } from './blocks.ts'

/** A block of a part, as its shard is checked and written. */
export interface PlannedBlock {
  readonly number: number
  readonly block: Block
  readonly context: ShardContext
  readonly folder: string
}

export interface BlockComputer {
  /** Threads, and blocks that may be computed at the same time. */
  readonly workers: number
  readonly planned: (number: number) => PlannedBlock
  /**
   * @param use called with the block, which holds only until it comes back
   * @returns what that gives; undefined where it was stopped before the block began
   */
  readonly compute: <Used>(number: number, use: (block: FinishedBlock) => Used) => Promise<Used | undefined>
  readonly close: () => Promise<void>
}

interface Part {
  readonly setup: PartSetup
  readonly of: (index: number) => Omit<PlannedBlock, 'number'>
}

/**
 * Opens threads for the blocks of a plan; they start with the first block.
 *
 * @param path of the folder that shards go to: of the result, or of a store
 * @param workers threads; as many as the machine has unless given
 * @throws what `requireArithmetic` throws
 */
export function openComputer(
  { inputs, plan }: PlannedStudy,
  path: string,
  workers: number | undefined,
  stop: Int32Array,
): BlockComputer {
  requireArithmetic()
  const threads = openThreads(inputs.industry, usefulThreads(workers, Number.MAX_SAFE_INTEGER))
  const parts = new Map<number, Part>()
  const free: Float64Array[] = []
  const partOf = (part: number): Part => {
    const known = parts.get(part)
    if (known !== undefined) return known
    const request = partRequest(inputs, plan, plan.parts[part])
    const { laws, scenarios, seed, sampling = independentSampling } = request
    const shape = resultShape(request)
    const { context, run, folder } = partShards(path, plan, inputs, part)
    const setup = threads.setupOf({ laws, scenarios, seed, sampling: sharedSampling(sampling), shape })
    const made = { setup, of: (index: number) => ({ block: planBlock(run, index), context, folder }) }
    // Blocks come part by part, but for the few that several threads have in hand.
    if (parts.size >= 2) parts.delete([...parts.keys()][0])
    parts.set(part, made)
    return made
  }
  const planned = (number: number): PlannedBlock => {
    const { part, index } = placeOfBlock(plan, number)
    return { number, ...partOf(part).of(index) }
  }
  return {
    workers: threads.pool.workers,
    planned,
    compute: async (number, use) => {
      const { block } = planned(number)
      const { setup } = partOf(placeOfBlock(plan, number).part)
      const length = blockLayout(setup.shape, plan.blockSize).length
      const at = free.findIndex((slot) => slot.length >= length)
      const slot = at < 0 ? new Float64Array(new SharedArrayBuffer(8 * length)) : free.splice(at, 1)[0]
      try {
        const done = await runOneBlock(threads.pool, block, { part: setup, stop }, slot)
        return done === undefined ? undefined : use(done)
      } finally {
        free.push(slot)
      }
    },
    close: threads.pool.close,
  }
}

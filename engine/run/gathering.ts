/**
 * A run of which nothing is computed: the blocks that are kept are taken in order, as a run takes those that it computes, so that
 * sums, looks at the precision and results are those of a run. Blocks are read one after another; memory does not grow with them.
 */
import type { BlockStore } from './columns.ts'
import type { Block, ResultShape } from './layout.ts'
import { planBlock, type RunPlan } from './plan.ts'
import type { BlockRun } from './pool.ts'
import type { FinishedBlock } from './shards.ts'

/** What stands for a block that is not there; undefined where the run is to end before it. */
export type Absent = (shape: ResultShape, block: Block) => FinishedBlock | undefined

/** Hands on what is kept of the blocks, in order, and what stands for the others. @returns how many, as `runBlocks` */
export function takeBlocks(plan: RunPlan, { part, from, to, stop, find, deliver }: BlockRun, absent: Absent): number {
  for (let b = from; b < to; b++) {
    if (Atomics.load(stop, 0) !== 0) return b - from
    const planned = planBlock(plan, b)
    const block = find(planned) ?? absent(part.shape, planned)
    if (block === undefined) return b - from
    deliver(block, false)
  }
  return to - from
}

/** A store in which the columns of blocks that something else stands for are not numbers, and what notes which these are. */
export function withGaps(
  store: BlockStore,
  absent: Absent | undefined,
): { readonly store: BlockStore; readonly absent: Absent | undefined } {
  if (absent === undefined) return { store, absent }
  const gaps = new Set<number>()
  return {
    store: {
      ...store,
      read: (block, range, into) => {
        if (gaps.has(block.index)) into.fill(NaN)
        else store.read(block, range, into)
      },
    },
    absent: (shape, block) => {
      const found = absent(shape, block)
      if (found !== undefined) gaps.add(block.index)
      return found
    },
  }
}

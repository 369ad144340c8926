/**
 * Where finished blocks are kept and read back column by column: in memory for a small run, on disk for any other.
 * Both hold the same numbers; the reader asks for one outcome (or a few neighbours) of all replicates at a time, so that
 * its memory does not grow with years and outcomes.
 */
import { columnStart, type ResultShape } from './layout.ts'
import { planBlock, replicatesIn, type RunPlan } from './plan.ts'
import { prepareShards, readShard, writeShard } from './shards.ts'

export interface BlockStore {
  /** Keeps a copy of the block's array. */
  readonly write: (index: number, values: Float64Array) => void
  /** Fills `into` with numbers of the block, beginning at number `start`. */
  readonly read: (index: number, start: number, into: Float64Array) => void
}

export function memoryStore(): BlockStore {
  const kept: Float64Array[] = []
  return {
    write: (index, values) => {
      kept[index] = values.slice()
    },
    read: (index, start, into) => into.set(kept[index].subarray(start, start + into.length)),
  }
}

/** @param folder of the shards; made if it is not there. */
export function diskStore(folder: string): BlockStore {
  prepareShards(folder)
  return {
    write: (index, values) => writeShard(folder, index, values),
    read: (index, start, into) => readShard(folder, index, start, into),
  }
}

/**
 * Reads neighbouring outcomes of one scenario and year for the replicates of the first `blocks` blocks.
 *
 * @param into [outcome x replicate] filled with outcomes `first .. first + outcomes - 1`
 */
export function readColumns(
  store: BlockStore,
  shape: ResultShape,
  plan: RunPlan,
  blocks: number,
  column: { readonly scenario: number; readonly year: number; readonly first: number; readonly outcomes: number },
  into: Float64Array,
): void {
  const replicates = replicatesIn(plan, blocks)
  const scratch = new Float64Array(column.outcomes * plan.blockSize)
  for (let b = 0; b < blocks; b++) {
    const { first, count } = planBlock(plan, b)
    const part = scratch.subarray(0, column.outcomes * count)
    store.read(b, columnStart(shape, count, column.scenario, column.year, column.first), part)
    for (let c = 0; c < column.outcomes; c++) {
      into.set(part.subarray(c * count, (c + 1) * count), c * replicates + first)
    }
  }
}

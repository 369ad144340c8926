/**
 * Finished blocks read back column by column, and kept in memory: without files, so that it runs in a browser too.
 */
import { blockLayout, columnStart, type Block, type ResultShape } from './layout.ts'
import { planBlock, replicatesIn, type RunPlan } from './plan.ts'
import type { FinishedBlock } from './shards.ts'

/** Some outcomes of one scenario in some years, by their positions among those that are kept. */
export interface ColumnRange {
  readonly scenario: number
  readonly firstOutcome: number
  readonly outcomes: number
  readonly firstYear: number
  readonly years: number
}

export interface BlockStore {
  /** Keeps a copy of the block. */
  readonly write: (block: FinishedBlock) => void
  /** The block, if it is kept already, by this run or one that was interrupted. */
  readonly find: (block: Block) => FinishedBlock | undefined
  /** Fills `into` [outcome x year x replicate of the block]. */
  readonly read: (block: Block, range: ColumnRange, into: Float64Array) => void
}

/** Keeps finished blocks in memory. */
export function memoryStore(shape: ResultShape): BlockStore {
  const kept = new Map<number, Float64Array>()
  return {
    // Of a block the columns: its sums are added up as it comes.
    write: ({ index, count, values }) => {
      kept.set(index, values.slice(0, blockLayout(shape, count).statusStart))
    },
    find: () => undefined,
    read: ({ index, count }, range, into) => {
      const values = kept.get(index)
      if (values === undefined) throw new RangeError(`block ${index} is not kept`)
      // Number by number: a block of a page has one or two of a column.
      forEachColumn(range, (c, t, column) => {
        const start = columnStart(shape, count, range.scenario, t, c)
        for (let d = 0; d < count; d++) into[column * count + d] = values[start + d]
      })
    },
  }
}

function forEachColumn(range: ColumnRange, visit: (c: number, t: number, column: number) => void): void {
  let column = 0
  for (let c = range.firstOutcome; c < range.firstOutcome + range.outcomes; c++) {
    for (let t = range.firstYear; t < range.firstYear + range.years; t++) visit(c, t, column++)
  }
}

/**
 * Reads a range for the replicates of the first `blocks` blocks.
 *
 * @param into [outcome x year x replicate]
 */
export function readColumns(
  store: BlockStore,
  plan: RunPlan,
  blocks: number,
  range: ColumnRange,
  into: Float64Array,
): void {
  const replicates = replicatesIn(plan, blocks)
  const columns = range.outcomes * range.years
  const scratch = new Float64Array(columns * plan.blockSize)
  for (let b = 0; b < blocks; b++) {
    const block = planBlock(plan, b)
    const part = scratch.subarray(0, columns * block.count)
    store.read(block, range, part)
    for (let c = 0; c < columns; c++) {
      for (let d = 0; d < block.count; d++) into[c * replicates + block.first + d] = part[c * block.count + d]
    }
  }
}

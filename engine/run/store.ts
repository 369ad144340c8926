/**
 * Where finished blocks are kept and read back column by column: in memory for a small run, on disk for any other.
 * Both hold the same numbers; the reader asks for a few outcomes of all replicates at a time, so that its memory does not
 * grow with years and outcomes.
 */
import { fileError } from './errors.ts'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { columnStart, type Block, type ResultShape } from './layout.ts'
import { parquetOutline } from './parquet.ts'
import { planBlock, replicatesIn, type RunPlan } from './plan.ts'
import { readShard, requireSameBytes, unlessDamaged } from './readShards.ts'
import { shardName, writeShard, type FinishedBlock, type ShardContext } from './shards.ts'

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
    write: ({ index, values }) => {
      kept.set(index, values.slice())
    },
    find: () => undefined,
    read: ({ index, count }, range, into) => {
      const values = kept.get(index)
      if (values === undefined) throw new RangeError(`block ${index} is not kept`)
      forEachColumn(range, (c, t, column) => {
        const start = columnStart(shape, count, range.scenario, t, c)
        into.set(values.subarray(start, start + count), column * count)
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

/** Where the blocks of a run are kept. */
export interface ShardsOnDisk {
  /** Made when the first block is written. */
  readonly folder: string
  /** Name of the run. */
  readonly run: string
  /** Asked before each block is written: throws where the folder is no longer to be written into. */
  readonly mayWrite?: () => void
}

/**
 * @param onDamaged hears of each shard that is damaged, whose block is then computed again
 */
export function diskStore(
  { folder, mayWrite }: Omit<ShardsOnDisk, 'run'>,
  context: ShardContext,
  onDamaged: (problem: string) => void = () => undefined,
): BlockStore {
  /** By replicates of a block: blocks of one size have their columns at the same offsets. */
  const offsets = new Map<number, ReadonlyMap<string, number>>()
  return {
    write: (block) => {
      mayWrite?.()
      writeShard(folder, context, block)
    },
    // A block whose thread died may do better with more memory.
    find: (block) => {
      const found = unlessDamaged(() => readWhole(folder, context, block), onDamaged)
      return found?.lost === undefined ? found : undefined
    },
    read: (block, range, into) => {
      const path = join(folder, shardName(block.index))
      const starts = offsets.get(block.count) ?? parquetOutline(readFileSync(path)).starts
      offsets.set(block.count, starts)
      readRange(path, context, starts, block.count, range, into)
    },
  }
}

/** A block of which every byte is as it was written. */
function readWhole(folder: string, context: ShardContext, block: Block): FinishedBlock | undefined {
  const found = readShard(folder, context, block)
  if (found !== undefined) requireSameBytes(folder, context, found)
  return found
}

/** The years of an outcome lie beside each other in a shard, and are read in one go. */
function readRange(
  path: string,
  { shape, outcomes }: ShardContext,
  starts: ReadonlyMap<string, number>,
  count: number,
  range: ColumnRange,
  into: Float64Array,
): void {
  const file = openSync(path, 'r')
  try {
    const numbers = range.years * count
    for (let c = 0; c < range.outcomes; c++) {
      const start = starts.get(outcomes[range.firstOutcome + c]) ?? 0
      const row = (range.scenario * shape.years + range.firstYear) * count
      readNumbers(file, path, start + 8 * row, into.subarray(c * numbers, (c + 1) * numbers))
    }
  } finally {
    closeSync(file)
  }
}

function readNumbers(file: number, path: string, start: number, into: Float64Array): void {
  const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength)
  let done = 0
  while (done < bytes.length) {
    const got = readSync(file, bytes, done, bytes.length - done, start + done)
    if (got === 0) throw fileError(`${path}: ends too early; it has changed since it was written`)
    done += got
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
      into.set(part.subarray(c * block.count, (c + 1) * block.count), c * replicates + block.first)
    }
  }
}

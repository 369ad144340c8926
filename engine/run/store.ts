/**
 * Where the finished blocks of a large run are kept: on disk, with the numbers that `columns.ts` keeps in memory. The reader asks
 * for a few outcomes of all replicates at a time, so that its memory does not grow with years and outcomes.
 */
import { fileError } from './errors.ts'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { type BlockStore, type ColumnRange, memoryStore } from './columns.ts'
import { type Block, blockLayout, type ResultShape } from './layout.ts'
import { parquetOutline } from './parquet.ts'
import { readShard, requireAgreeing, requireSameBytes, unlessDamaged } from './readShards.ts'
import { shardName, writeShard, type FinishedBlock, type ShardContext } from './shards.ts'

/** Where the blocks of a run are kept. */
export interface ShardsOnDisk {
  /** Made when the first block is written. */
  readonly folder: string
  /** Name of the run. */
  readonly run: string
  /** Asked before each block is written: throws where the folder is no longer to be written into. */
  readonly mayWrite?: () => void
  /**
   * Bytes of memory in which outcomes of blocks that are found may stay; none unless given. A reader asks for an outcome of every
   * block, and the next one, and to open a file takes far longer than to read some numbers of it.
   */
  readonly memory?: number
}

/** How a store is read. */
export interface ReadingShards extends Omit<ShardsOnDisk, 'run'> {
  /**
   * What of a shard is checked when it is found: every byte, also of columns that other programs alone read, or its numbers, by
   * the hash that it keeps of them. That takes a third of the time, and is enough where nothing is computed. Bytes unless given.
   */
  readonly checks?: 'bytes' | 'numbers'
}

/**
 * @param onDamaged hears of each shard that is damaged, whose block is then computed again
 */
export function diskStore(
  { folder, mayWrite, memory = 0, checks = 'bytes' }: ReadingShards,
  context: ShardContext,
  onDamaged: (problem: string) => void = () => undefined,
): BlockStore {
  /** By replicates of a block: blocks of one size have their columns at the same offsets. */
  const offsets = new Map<number, ReadonlyMap<string, number>>()
  const kept = keepInMemory(context.shape, memory)
  return {
    write: (block) => {
      mayWrite?.()
      requireAgreeing(folder, context, block)
      writeShard(folder, context, block)
    },
    // A block whose thread died may do better with more memory.
    find: (block) => {
      const found = unlessDamaged(() => readChecked(folder, context, block, checks), onDamaged)
      if (found?.lost !== undefined) return undefined
      if (found !== undefined) kept.keep(found)
      return found
    },
    read: (block, range, into) => {
      if (kept.has(block)) return kept.read(block, range, into)
      const path = join(folder, shardName(block.index))
      const starts = offsets.get(block.count) ?? parquetOutline(readFileSync(path)).starts
      offsets.set(block.count, starts)
      readRange(path, context, starts, block.count, range, into)
    },
  }
}

function readChecked(
  folder: string,
  context: ShardContext,
  block: Block,
  checks: 'bytes' | 'numbers',
): FinishedBlock | undefined {
  const found = readShard(folder, context, block)
  if (found !== undefined && checks === 'bytes') requireSameBytes(folder, context, found)
  return found
}

interface KeptInMemory {
  readonly keep: (block: FinishedBlock) => void
  readonly has: (block: Block) => boolean
  readonly read: BlockStore['read']
}

/** Keeps the first blocks that have room. */
function keepInMemory(shape: ResultShape, bytes: number): KeptInMemory {
  const store = memoryStore(shape)
  const kept = new Set<number>()
  let room = bytes
  return {
    keep: (block) => {
      // Sums over plants are added up once, and not asked for again.
      const values = block.values.subarray(0, blockLayout(shape, block.count).statusStart)
      if (values.byteLength > room || kept.has(block.index)) return
      room -= values.byteLength
      kept.add(block.index)
      store.write({ ...block, values })
    },
    has: ({ index }) => kept.has(index),
    read: store.read,
  }
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

/**
 * Blocks on disk: `block-000000.parquet`, one file a block. A row is one scenario, year and replicate; columns are the outcomes
 * that are kept, the replicate's number and its status (0 is good, see `failures.ts`). Beside the table the file holds what
 * the block adds up over its replicates (plants, lines, programmes), the errors it met, which run it belongs to, and a
 * SHA-256 hash of its numbers, so that a damaged or foreign shard is found.
 *
 * A shard is written under a temporary name and renamed, so that a shard that is there is whole.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ThrownError } from './failures.ts'
import { blockLayout, columnStart, type Block, type ResultShape } from './layout.ts'
import { parquetBytes, type ParquetColumn } from './parquet.ts'
import { makeFolders } from './makeFolders.ts'
import { writeWhole } from './wholeFile.ts'

/** What all shards of a run have in common. */
export interface ShardContext {
  /** Identity of the run: shards of another are refused. */
  readonly run: string
  readonly shape: ResultShape
  readonly scenarios: readonly string[]
  /** Calendar years, and ids of outcomes, that are kept. */
  readonly years: readonly number[]
  readonly outcomes: readonly string[]
}

/** One finished block. */
export interface FinishedBlock extends Block {
  /** See `layout.ts`. The array may be used again for a later block: whoever wants to keep it copies it. */
  readonly values: Float64Array
  readonly thrown: readonly ThrownError[]
  /** Set when the block's thread died twice; all its replicates count as failed. */
  readonly lost?: string
}

/** File name of a block. */
export function shardName(index: number): string {
  return `block-${String(index).padStart(6, '0')}.parquet`
}

/** SHA-256 of the numbers of a block, hexadecimal. */
export function valuesHash(values: Float64Array): string {
  return createHash('sha256')
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest('hex')
}

/** A block as the bytes of its shard. */
export function shardBytes(context: ShardContext, block: FinishedBlock): Uint8Array {
  const { shape } = context
  const { values, count } = block
  const layout = blockLayout(shape, count)
  const sums = values.subarray(layout.plantsStart, layout.length)
  return parquetBytes([...keyColumns(context, block), ...outcomeColumns(context, block)], {
    run: context.run,
    first: String(block.first),
    count: String(count),
    sha256: valuesHash(values.subarray(0, layout.length)),
    thrown: JSON.stringify(block.thrown),
    ...(block.lost === undefined ? {} : { lost: block.lost }),
    sums: Buffer.from(sums.buffer, sums.byteOffset, sums.byteLength).toString('base64'),
  })
}

function keyColumns({ shape, scenarios, years }: ShardContext, block: FinishedBlock): readonly ParquetColumn[] {
  const { first, count, values } = block
  const rows = shape.scenarios * shape.years * count
  const scenario: string[] = []
  const replicate = new Int32Array(rows)
  const year = new Int32Array(rows)
  const status = new Int32Array(rows)
  const { statusStart } = blockLayout(shape, count)
  for (let row = 0; row < rows; row++) {
    const s = Math.floor(row / (shape.years * count))
    const d = row % count
    scenario.push(scenarios[s])
    replicate[row] = first + d
    year[row] = years[Math.floor(row / count) % shape.years]
    status[row] = values[statusStart + s * count + d]
  }
  return [
    { name: 'scenario', type: 'STRING', data: scenario },
    { name: 'replicate', type: 'INT32', data: replicate },
    { name: 'year', type: 'INT32', data: year },
    { name: 'status', type: 'INT32', data: status },
  ]
}

function outcomeColumns({ shape, outcomes }: ShardContext, { count, values }: FinishedBlock): readonly ParquetColumn[] {
  return outcomes.map((name, c): ParquetColumn => {
    const data = new Float64Array(shape.scenarios * shape.years * count)
    forEachPiece(shape, count, c, (start, row) => data.set(values.subarray(start, start + count), row))
    return { name, type: 'DOUBLE', data }
  })
}

/** Pieces of one outcome: where each begins in the block's array, and its first row in the table. */
export function forEachPiece(
  shape: ResultShape,
  count: number,
  c: number,
  visit: (start: number, row: number) => void,
): void {
  for (let s = 0; s < shape.scenarios; s++) {
    for (let t = 0; t < shape.years; t++) visit(columnStart(shape, count, s, t, c), (s * shape.years + t) * count)
  }
}

/** Writes a shard. @throws the file system's error, as when the disk is full; the unfinished file keeps its temporary name. */
export function writeShard(folder: string, context: ShardContext, block: FinishedBlock): void {
  makeFolders(folder)
  const path = join(folder, shardName(block.index))
  writeWhole(path, shardBytes(context, block))
}

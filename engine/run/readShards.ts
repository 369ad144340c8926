/**
 * Shards read back, whole and checked: what is damaged is told from what is foreign, since a block that is damaged can be computed
 * again, and what is foreign is somebody's.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorOfKind, fileError } from './errors.ts'
import type { ThrownError } from './failures.ts'
import { type Block, blockLayout } from './layout.ts'
import { parquetOutline, type ParquetOutline } from './parquet.ts'
import { type FinishedBlock, forEachPiece, shardBytes, type ShardContext, shardName, valuesHash } from './shards.ts'

/**
 * Checks every byte of a shard that was read, also of the columns that the hash of its numbers leaves out and other programs read:
 * scenario, year and replicate.
 *
 * @throws Error of kind `file` when this program would not write the file as it stands
 */
export function requireSameBytes(folder: string, context: ShardContext, block: FinishedBlock): void {
  const path = join(folder, shardName(block.index))
  if (Buffer.compare(readFileSync(path), shardBytes(context, block)) === 0) return
  throw damaged(path, 'its names, years or replicates are not those that were written')
}

/**
 * Looks whether another machine has put the block in its place meanwhile, with the same numbers.
 *
 * @throws Error of kind `platform` where its numbers are others
 */
export function requireAgreeing(folder: string, context: ShardContext, block: FinishedBlock): void {
  const found = unlessDamaged(() => readShard(folder, context, block))
  if (found === undefined || found.lost !== undefined || block.lost !== undefined) return
  const { length } = blockLayout(context.shape, block.count)
  const [here, there] = [block, found].map(({ values }) => valuesHash(values.subarray(0, length)))
  if (here === there) return
  throw errorOfKind(
    'platform',
    `${join(folder, shardName(block.index))}: another machine has computed this block meanwhile, and otherwise: ${here} here, ${there} ` +
      'there. The same replicates must have the same bits everywhere: see which of the two is wrong (plantshift doctor)',
  )
}

function shardProblem(path: string, what: string): Error {
  return fileError(`${path}: ${what}`)
}

/** What a shard that is damaged is told by from one that is foreign. */
const damage = 'damaged'

function damaged(path: string, how: string = 'its numbers are not those that were written'): Error {
  const message = `${path}: is damaged: ${how}; resume computes its block again`
  return errorOfKind('file', message, { fault: damage })
}

/**
 * What `read` gives, or undefined where it meets a shard that is damaged, whose block is then to be computed again.
 *
 * @param onDamaged hears what is wrong with it
 */
export function unlessDamaged<Found>(
  read: () => Found,
  onDamaged: (problem: string) => void = () => undefined,
): Found | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Error && 'fault' in error && error.fault === damage)) throw error
    onDamaged(error.message)
    return undefined
  }
}

/**
 * Reads a shard back, whole and checked.
 *
 * @returns undefined when there is none, or it holds fewer replicates than the block, as after a run that was made longer
 * @throws Error of kind `file` that says whether the shard is damaged or belongs to another run
 */
export function readShard(folder: string, context: ShardContext, block: Block): FinishedBlock | undefined {
  const path = join(folder, shardName(block.index))
  if (!existsSync(path)) return undefined
  const bytes = readFileSync(path)
  try {
    const outline = parquetOutline(bytes)
    if (outline.notes['run'] !== context.run) {
      throw shardProblem(path, 'belongs to another run; move it away, and its block is computed again')
    }
    // A run that was made longer goes on in the last block of the one before; blocks are never made shorter.
    if (isSmaller(outline.notes['count'], block.count)) return undefined
    return { ...decodeShard(path, bytes, outline, context, block), index: block.index }
  } catch (error) {
    if (error instanceof Error && 'kind' in error) throw error
    // Whatever else the file makes of its reader, it is not as it was written.
    throw damaged(path)
  }
}

function isSmaller(count: string | undefined, expected: number): boolean {
  return count !== undefined && /^[1-9]\d*$/.test(count) && Number(count) < expected
}

function decodeShard(
  path: string,
  bytes: Uint8Array,
  { notes, starts }: ParquetOutline,
  context: ShardContext,
  { first, count }: Block,
): FinishedBlock {
  if (notes['count'] !== String(count) || notes['first'] !== String(first)) throw damaged(path)
  const { shape } = context
  const values = new Float64Array(blockLayout(shape, count).length)
  fillOutcomes(context, count, bytes, starts, values)
  fillStatus(context, count, bytes, starts, values)
  const sums = Buffer.from(notes['sums'] ?? '', 'base64')
  const { plantsStart, length } = blockLayout(shape, count)
  new Uint8Array(values.buffer, plantsStart * 8, (length - plantsStart) * 8).set(
    sums.subarray(0, (length - plantsStart) * 8),
  )
  if (valuesHash(values) !== notes['sha256']) throw damaged(path)
  const lost = notes['lost']
  const thrown = thrownErrors(notes['thrown'])
  if (thrown === undefined) throw damaged(path)
  return { index: 0, first, count, values, thrown, ...(lost === undefined ? {} : { lost }) }
}

/** Undefined where that is not what was written. */
function thrownErrors(text: string | undefined): readonly ThrownError[] | undefined {
  const said: unknown = JSON.parse(text ?? '')
  return Array.isArray(said) && said.every((one) => isThrownError(one)) ? said : undefined
}

function isThrownError(said: unknown): said is ThrownError {
  if (typeof said !== 'object' || said === null || !('replicate' in said) || !('message' in said)) return false
  return typeof said.replicate === 'number' && typeof said.message === 'string'
}

type Starts = ReadonlyMap<string, number>

function fillOutcomes(
  context: ShardContext,
  count: number,
  bytes: Uint8Array,
  starts: Starts,
  values: Float64Array,
): void {
  const { shape } = context
  const target = new Uint8Array(values.buffer)
  context.outcomes.forEach((name, c) => {
    const at = starts.get(name) ?? bytes.length
    forEachPiece(shape, count, c, (start, row) => {
      target.set(bytes.subarray(at + row * 8, at + (row + count) * 8), start * 8)
    })
  })
}

function fillStatus(
  { shape }: ShardContext,
  count: number,
  bytes: Uint8Array,
  starts: Starts,
  values: Float64Array,
): void {
  const { statusStart } = blockLayout(shape, count)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = starts.get('status') ?? bytes.length
  for (let s = 0; s < shape.scenarios; s++) {
    for (let d = 0; d < count; d++) {
      const offset = at + (s * shape.years * count + d) * 4
      values[statusStart + s * count + d] = offset + 4 <= bytes.length ? view.getInt32(offset, true) : NaN
    }
  }
}

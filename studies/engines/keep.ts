/**
 * Keeps a block that a worker has computed, where others may be computing the same one: a shard is written under a name of the
 * worker's own and linked to its place, which only the first can do. Whoever comes second compares: the same replicates have the
 * same bits on every machine, or the machines disagree, and no figure of the run can be trusted.
 */
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { errorOfKind } from '../../engine/run/errors.ts'
import { makeFolders } from '../../engine/run/makeFolders.ts'
import { readShard, requireSameBytes, unlessDamaged } from '../../engine/run/readShards.ts'
import { type FinishedBlock, shardBytes, type ShardContext, shardName, valuesHash } from '../../engine/run/shards.ts'
import { partialEnding, writeWhole } from '../../engine/run/wholeFile.ts'
import { disagreementFile, makeWorkFolders } from './engineFiles.ts'
import { type DoneBy, readLedgers } from './ledger.ts'

/** Where a block goes. */
export interface Shelf {
  /** Folder of the part's shards. */
  readonly folder: string
  readonly context: ShardContext
  /** The result folder, or the store, where ledgers say who has computed what; and a block's number there. */
  readonly path: string
  readonly number: number
}

/** What became of a block: `again` where it was there with the same bytes. */
export type KeptBlock = 'new' | 'again'

/**
 * @param from who has computed it, where it was not this process: as for blocks that come from a store
 * @throws an error of kind `platform` where another machine has computed it otherwise, of kind `file` for a foreign shard, and the
 * file system's
 */
export function keepBlock(shelf: Shelf, block: FinishedBlock, from?: readonly DoneBy[]): KeptBlock {
  makeFolders(shelf.folder)
  const path = join(shelf.folder, shardName(block.index))
  const bytes = shardBytes(shelf.context, block)
  const own = `${path}.${ownName()}${partialEnding}`
  try {
    rmSync(own, { force: true })
    writeFileSync(own, bytes, { flag: 'wx' })
    for (;;) {
      if (linkNew(own, path)) return 'new'
      if (Buffer.compare(readFileSync(path), bytes) === 0) return 'again'
      // What is damaged or shorter than planned gives way.
      if (requireReplaceable(shelf, block, from)) {
        renameSync(own, path)
        return 'new'
      }
    }
  } finally {
    rmSync(own, { force: true })
  }
}

/** The worker's part of a file name: letters that every file system takes. */
export function ownName(): string {
  return `${hostname().replaceAll(/[^\w-]/g, '-')}-${process.pid}`
}

/** @returns false where there is a file of that name */
function linkNew(own: string, path: string): boolean {
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'EEXIST') return false
    // Some file systems have no second names for a file.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error
    if (existsSync(path)) return false
    renameSync(own, path)
    return true
  }
}

function requireReplaceable(shelf: Shelf, block: FinishedBlock, from: readonly DoneBy[] | undefined): boolean {
  const { folder, context } = shelf
  const found = unlessDamaged(() => {
    const read = readShard(folder, context, block)
    if (read !== undefined) requireSameBytes(folder, context, read)
    return read
  })
  if (found === undefined || found.lost !== undefined) return true
  const here = valuesHash(block.values)
  const there = valuesHash(found.values)
  // The same numbers, but other errors in words: a replicate failed on one machine with another message.
  if (here === there && JSON.stringify(found.thrown) === JSON.stringify(block.thrown)) return true
  throw disagreement(shelf, block, { here, there, from })
}

function named(workers: readonly DoneBy[], hash: string): string {
  const hosts = workers.filter(({ sha256 }) => sha256 === hash).map((by) => `${by.host} (process ${by.process})`)
  return hosts.length > 0 ? [...new Set(hosts)].join(' and ') : 'a machine that left no ledger'
}

interface Hashes {
  readonly here: string
  readonly there: string
  readonly from: readonly DoneBy[] | undefined
}

function disagreement({ path, number }: Shelf, block: FinishedBlock, { here, there, from }: Hashes): Error {
  const mine = from === undefined ? `${hostname()} (process ${process.pid})` : named(from, here)
  const theirs = named(readLedgers(path).done.get(number) ?? [], there)
  const last = block.first + block.count - 1
  const message =
    `${path}: machines disagree on block ${number} (replicates ${block.first} to ${last}): ${here} from ${mine}, ${there} from ` +
    `${theirs}. The run is stopped, since the same replicates must have the same bits everywhere: see which of the two computes ` +
    'otherwise (plantshift doctor, its memory, its version of Node), leave it out, and begin again with --force'
  makeWorkFolders(path)
  writeWhole(disagreementFile(path), `${JSON.stringify({ block: number, here, there, message })}\n`)
  return errorOfKind('platform', message)
}

/** What was said when machines disagreed on a block of this run; undefined where none have. */
export function disagreementOf(path: string): string | undefined {
  const file = disagreementFile(path)
  if (!existsSync(file)) return undefined
  try {
    const said: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof said === 'object' && said !== null && 'message' in said) return String(said.message)
  } catch {
    // Damaged, it still says that they have.
  }
  return `${file}: machines disagreed on a block of this run, and what they said is damaged`
}

/** @throws an error of kind `platform` where machines have disagreed on a block of this run */
export function requireAgreement(path: string): void {
  const message = disagreementOf(path)
  if (message !== undefined) throw errorOfKind('platform', message)
}

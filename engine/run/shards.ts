/**
 * Blocks on disk: `shards/block-000000.f64`, each the bytes of one block's array (`layout.ts`), written under a
 * temporary name and renamed, so that a shard that is there is whole.
 */
import { closeSync, mkdirSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export function shardName(index: number): string {
  return `block-${String(index).padStart(6, '0')}.f64`
}

export function prepareShards(folder: string): void {
  mkdirSync(folder, { recursive: true })
}

/** @throws the file system's error, as when the disk is full; the unfinished file keeps its temporary name. */
export function writeShard(folder: string, index: number, values: Float64Array): void {
  const path = join(folder, shardName(index))
  const temporary = `${path}.partial`
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  const file = openSync(temporary, 'w')
  try {
    let written = 0
    while (written < bytes.length) written += writeSync(file, bytes, written)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
}

/**
 * Reads `into.length` numbers of a shard, beginning at number `start`.
 * @throws Error when the shard ends before.
 */
export function readShard(folder: string, index: number, start: number, into: Float64Array): void {
  const path = join(folder, shardName(index))
  const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength)
  const file = openSync(path, 'r')
  try {
    let done = 0
    while (done < bytes.length) {
      const got = readSync(file, bytes, done, bytes.length - done, start * 8 + done)
      if (got === 0) throw new Error(`${path}: ends before number ${start + into.length}`)
      done += got
    }
  } finally {
    closeSync(file)
  }
}

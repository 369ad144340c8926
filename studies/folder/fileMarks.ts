/**
 * Sizes and hashes of the files that a run wrote, without the forms of its report, which can be made again from them; and whether
 * they are still as the manifest says.
 */
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findingFiles, resultFiles } from './resultFiles.ts'

/** In a fixed order; the shards of replicates, which may be large, as one entry with their size and no hash. */
export function fileMarks(folder: string): readonly FileMark[] {
  const files = resultFiles
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => ({ name, ...sizeAndHash(join(folder, name)) }))
  const shards = join(folder, 'shards')
  if (!existsSync(shards)) return files
  // Parts of a sweep have folders of their own.
  const names = readdirSync(shards, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(shards, name)).isFile(),
  )
  const bytes = names.reduce((sum, name) => sum + statSync(join(shards, name)).size, 0)
  return [
    ...files,
    { name: `shards (${names.length} ${names.length === 1 ? 'file' : 'files'})`, bytes, sha256: undefined },
  ]
}

/** A file of the results with its size and the hash of its content. */
export interface FileMark {
  readonly name: string
  readonly bytes: number
  /** Undefined where it is not worked out. */
  readonly sha256: string | undefined
}

/** A file of a finished result, as its manifest holds it. */
export interface StoredMark {
  readonly name: string
  readonly sha256: string
}

/** Files that are written when a run ends, but the plan, which may be made longer, and findings, which come later: these are sealed. */
export function marksToStore(folder: string): readonly StoredMark[] {
  const names = resultFiles.filter((name) => name !== 'plan.json' && !findingFiles.includes(name))
  return names
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => ({ name, sha256: sizeAndHash(join(folder, name)).sha256 }))
}

/** What is wrong with a file that the manifest names, in words, as in `report.json: is missing`; undefined where nothing is. */
export function changeSince(folder: string, { name, sha256 }: StoredMark): string | undefined {
  const path = join(folder, name)
  if (!existsSync(path)) return `${path}: is missing from a finished result`
  return sizeAndHash(path).sha256 === sha256 ? undefined : `${path}: has been changed since it was written`
}

const bytesAtOnce = 65_536

/** Read a piece at a time: files of a large sweep have megabytes. */
function sizeAndHash(path: string): { readonly bytes: number; readonly sha256: string } {
  const hash = createHash('sha256')
  const piece = new Uint8Array(bytesAtOnce)
  const file = openSync(path, 'r')
  let bytes = 0
  try {
    for (let got = readSync(file, piece); got > 0; got = readSync(file, piece)) {
      hash.update(piece.subarray(0, got))
      bytes += got
    }
  } finally {
    closeSync(file)
  }
  return { bytes, sha256: hash.digest('hex') }
}

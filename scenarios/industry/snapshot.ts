/**
 * The industry as the build has made it from the shipped data, so that a command need not parse and fit the tables again. It
 * is taken only where every byte that it was made from is the same: the data, their manifest, and the compiled code of this
 * room. Anything else, a damaged file too, is as if there were no snapshot, and the industry is made from the tables.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import type { LoadedIndustry } from './loadedIndustry.ts'

/** Where the build puts it; sources that are run as they are have none. */
export const snapshotFile: string = fileURLToPath(new URL('./industry.snapshot', import.meta.url))

/** Contents of the data folder, by file; undefined for a file that is not there. */
export type DataBytes = readonly { readonly file: string; readonly content: Buffer | undefined }[]

const hashBytes = 32

/** Hash of all that decides what the industry comes to. */
function originOf(data: DataBytes): Buffer {
  const hash = createHash('sha256').update(process.version)
  const folder = new URL('.', import.meta.url)
  for (const file of readdirSync(folder).filter((name) => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))) {
    hash.update(`\n${file}\n`).update(readFileSync(new URL(file, folder)))
  }
  for (const { file, content } of data) {
    hash.update(`\n${file} ${content?.length ?? 'missing'}\n`)
    if (content !== undefined) hash.update(content)
  }
  return hash.digest()
}

/** The bytes of a snapshot: a hash of what it was made from, a hash of what follows, and the industry. */
export function snapshotBytes(data: DataBytes, loaded: LoadedIndustry): Buffer {
  const content = serialize(loaded)
  return Buffer.concat([originOf(data), createHash('sha256').update(content).digest(), content])
}

/** The industry of a snapshot; undefined where there is none, or it was not made by this code from these data. */
export function readSnapshot(data: DataBytes, path: string): LoadedIndustry | undefined {
  if (!existsSync(path)) return undefined
  try {
    const bytes = readFileSync(path)
    const content = bytes.subarray(2 * hashBytes)
    const isWhole = createHash('sha256')
      .update(content)
      .digest()
      .equals(bytes.subarray(hashBytes, 2 * hashBytes))
    if (!isWhole || !originOf(data).equals(bytes.subarray(0, hashBytes))) return undefined
    const loaded: LoadedIndustry = deserialize(content)
    return loaded
  } catch {
    return undefined
  }
}

/**
 * Sizes and hashes of the files that a run wrote, without the forms of its report, which can be made again from them.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { resultFiles } from '../../studies/folder/resultFiles.ts'

/** In a fixed order; the shards of replicates, which may be large, as one entry with their size and no hash. */
export function fileMarks(folder: string): readonly FileMark[] {
  const files = resultFiles
    .filter((name) => existsSync(join(folder, name)))
    .map((name): FileMark => {
      const content = readFileSync(join(folder, name))
      return { name, bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') }
    })
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

/** A file that a user names for what a command finds: what may stand in its place, and what may not. */
import { existsSync, lstatSync } from 'node:fs'
import { dirname } from 'node:path'
import { usageError } from '../../engine/run/errors.ts'
import { resultOfFile } from './marks.ts'

/**
 * Looks whether a file can be written there, before anything is worked out for it.
 *
 * @param option that names it, as in `--to`
 * @param force true to replace a file that is there
 * @throws errors of kind `usage` that say what is in the way
 */
export function requireOutFile(option: string, path: string, force: boolean): void {
  if (path === '') throw usageError(`${option}: is empty; name a file`)
  if (!existsSync(dirname(path))) throw usageError(`${option}: there is no folder ${dirname(path)}; make it first`)
  const owner = resultOfFile(path)
  if (owner !== undefined) {
    throw usageError(`${option}: ${path} is a file of the result in ${owner}; choose another name`)
  }
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) return
  if (found.isSymbolicLink()) {
    throw usageError(`${option}: ${path} is a link; name the file to which it leads, or another one`)
  }
  if (!found.isFile())
    throw usageError(`${option}: ${path} is ${found.isDirectory() ? 'a folder' : 'no ordinary file'}; name another`)
  if (!force) throw usageError(`${option}: ${path} is there already; add --force to replace it`)
}

/**
 * Whether a result folder still is the one that this program has locked, and the folders within it. A folder that is moved, taken
 * away or put in another's place while a program is at work must not come up again half, nor what belongs there get into what is
 * there now; and in one that came from somebody else a link in place of `charts` or `tables` must not lead out of it.
 */
import { lstatSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileError } from '../../engine/run/errors.ts'
import { programName } from '../plan/version.ts'
import { holdsLock } from './lock.ts'

/** A folder, and what this program has written into its lock. */
export interface HeldFolder {
  readonly path: string
  readonly lock: string
}

/** Whether the folder is there under its name, with this program's lock. */
export function isHeld({ path, lock }: HeldFolder): boolean {
  return holdsLock(path, lock)
}

/** To be asked before anything is written. @throws an error of kind `file` where the folder is no longer this program's */
export function requireHeld(folder: HeldFolder): void {
  if (isHeld(folder)) return
  throw fileError(
    `${folder.path}: was moved, replaced or taken away while ${programName} was at work there, or its lock was; nothing more is ` +
      'written. What was written before goes with the folder: give resume the name that it has now',
  )
}

/**
 * The folder of files within a result, as `charts`, or the result's own for `.`; it is made where it is not there. That of the shards
 * is not asked here: it may be a link, as to a larger disk.
 *
 * @returns its path
 * @throws an error of kind `file` where something else has its name
 */
export function innerFolder(folder: HeldFolder, name: string): string {
  requireHeld(folder)
  const path = join(folder.path, name)
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) mkdirSync(path)
  else if (!found.isDirectory()) {
    const what = found.isSymbolicLink() ? 'a link' : 'a file'
    throw fileError(
      `${path}: is ${what}, where ${programName} writes files into a folder of its own; move it away, and try again`,
    )
  }
  return path
}

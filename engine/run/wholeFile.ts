/**
 * Files that are whole when they are there: written under another name and renamed. Node's own `writeFileSync` goes on until
 * every byte is written or says why it cannot be. The usual packages for this (write-file-atomic 7.0, atomically 2.1) write
 * once and do not look at how much of it was taken, so that on a full disk they put half a file in the place of a whole one.
 */
import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** What a file is called until it is whole. */
export const partialEnding = '.partial'

/**
 * What a file is to hold: as one, or in pieces, which are made and written one after another where all of them would take much
 * memory; or what makes them, and gives each to `write`, which has done with it when it comes back.
 */
export type FileContent =
  | string
  | Uint8Array
  | Iterable<string>
  | ((write: (piece: string | Uint8Array) => void) => void)

/**
 * Writes a file, or replaces one.
 *
 * @throws the file system's error, with the path of the file; what was under the name before is then still there
 */
export function writeWhole(path: string, content: FileContent): void {
  const partial = `${path}${partialEnding}`
  try {
    writePieces(partial, content)
    renameSync(partial, path)
  } catch (error) {
    // Node names the file where it could not be opened, and not where the disk gets full.
    if (error instanceof Error && 'syscall' in error && !('path' in error)) Object.assign(error, { path })
    throw error
  }
}

/**
 * What a killed program left under the temporary name goes first, and nothing else is opened: in a folder that came from somebody
 * else it may be a link to a file of the user's.
 */
function writePieces(path: string, content: FileContent): void {
  rmSync(path, { force: true })
  const file = openSync(path, 'wx')
  try {
    const write = (piece: string | Uint8Array): void => writeFileSync(file, piece)
    if (typeof content === 'function') content(write)
    else if (typeof content === 'string' || content instanceof Uint8Array) write(content)
    else for (const piece of content) write(piece)
  } finally {
    closeSync(file)
  }
}

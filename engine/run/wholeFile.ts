/**
 * Files that are whole when they are there: written under another name and renamed. Node's own `writeFileSync` goes on until
 * every byte is written or says why it cannot be. The usual packages for this (write-file-atomic 7.0, atomically 2.1) write
 * once and do not look at how much of it was taken, so that on a full disk they put half a file in the place of a whole one.
 */
import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** What a file is called until it is whole. */
export const partialEnding = '.partial'

/**
 * Writes a file, or replaces one.
 *
 * @param content as one, or in pieces, which are made and written one after another where all of them would take much memory
 * @throws the file system's error, with the path of the file; what was under the name before is then still there
 */
export function writeWhole(path: string, content: string | Uint8Array | Iterable<string>): void {
  const partial = `${path}${partialEnding}`
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content
  try {
    writePieces(partial, pieces)
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
function writePieces(path: string, pieces: Iterable<string | Uint8Array>): void {
  rmSync(path, { force: true })
  const file = openSync(path, 'wx')
  try {
    for (const piece of pieces) writeFileSync(file, piece)
  } finally {
    closeSync(file)
  }
}

/**
 * Files that are whole when they are there: written under another name and renamed. Node's own `writeFileSync` goes on until
 * every byte is written or says why it cannot be. The usual packages for this (write-file-atomic 7.0, atomically 2.1) write
 * once and do not look at how much of it was taken, so that on a full disk they put half a file in the place of a whole one.
 */
import { closeSync, openSync, renameSync, writeFileSync } from 'node:fs'

/** What a file is called until it is whole. */
export const partialEnding = '.partial'

/**
 * Writes a file, or replaces one.
 *
 * @param content as one, or in pieces, which are made and written one after another where all of them would take much memory
 * @throws the file system's error; what was under the name before is then still there
 */
export function writeWhole(path: string, content: string | Uint8Array | Iterable<string>): void {
  const partial = `${path}${partialEnding}`
  if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(partial, content)
  else writePieces(partial, content)
  renameSync(partial, path)
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w')
  try {
    for (const piece of pieces) writeFileSync(file, piece)
  } finally {
    closeSync(file)
  }
}

/**
 * Files that are whole when they are there: written under another name and renamed. Node's own `writeFileSync` goes on until
 * every byte is written or says why it cannot be. The usual packages for this (write-file-atomic 7.0, atomically 2.1) write
 * once and do not look at how much of it was taken, so that on a full disk they put half a file in the place of a whole one.
 */
import { renameSync, writeFileSync } from 'node:fs'

/** What a file is called until it is whole. */
export const partialEnding = '.partial'

/** Writes a file, or replaces one. @throws the file system's error; what was under the name before is then still there. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}${partialEnding}`, content)
  renameSync(`${path}${partialEnding}`, path)
}

/**
 * Makes a folder and those above it. Node's own `mkdir` with `recursive` does not come back from places in which nothing can be
 * made, as from some that the system keeps for itself, and gives other reasons for what it cannot do.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileError } from './errors.ts'

/** @throws the file system's error, or one of kind `file` where it says nothing that helps */
export function makeFolders(path: string): void {
  if (existsSync(path)) return
  const above = dirname(path)
  if (above !== path) makeFolders(above)
  try {
    mkdirSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const found = statSync(path, { throwIfNoEntry: false })
    // Another program may have made it meanwhile.
    if (code === 'EEXIST' && found?.isDirectory() === true) return
    if (code === 'EEXIST' && found === undefined) {
      throw fileError(`${path}: is a link to something that is not there; choose another folder, or mend the link`)
    }
    if (code === 'ENOENT') throw fileError(`${path}: no folder can be made in ${above}; choose another one`)
    throw error
  }
}

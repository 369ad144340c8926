/** A copy of the shipped data for one's own changes. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileError, usageError } from '../../engine/run/errors.ts'
import { shippedDataFolder, shippedFiles } from '../../scenarios/industry/dataFolder.ts'

/**
 * Writes the shipped data into a folder that is not there yet, or is empty.
 *
 * @returns names of the files
 * @throws an error of kind `file` where something is in the way, of kind `usage` for the folder that the program itself reads,
 *   and the file system's
 */
export function copyData(folder: string): readonly string[] {
  const shipped = shippedDataFolder()
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw fileError(`${folder}: is a file; give a folder that is not there yet`)
    if (isSame(folder, shipped)) throw usageError(`${folder} holds the shipped data; copy them into another folder`)
    const there = readdirSync(folder)
    if (there.length > 0) {
      throw fileError(`${folder}: is not empty (${there[0]} is in it); nothing is written over. Give a new folder`)
    }
  }
  mkdirSync(folder, { recursive: true })
  for (const file of shippedFiles) writeFileSync(join(folder, file), readFileSync(join(shipped, file)))
  return shippedFiles
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [statSync(one), statSync(other)]
  return a.ino === b.ino && a.dev === b.dev
}

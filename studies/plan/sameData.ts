/**
 * Whether the data of a result are still those with which it was made. Data of one's own may have been moved, changed or thrown
 * away since; where they are is found by their hashes, so that a project that is moved with its results stays whole.
 */
import { existsSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileError, usageError } from '../../engine/run/errors.ts'
import { dataHashesOf, readData, shippedDataFolder } from '../../scenarios/industry/dataFolder.ts'
import { listText } from './listText.ts'
import { putRight, type RunPlanFile } from './runPlan.ts'

/** What of a plan, or of a manifest, says what data a result was made from. */
export type StatedData = Pick<RunPlanFile, 'data' | 'ownData'>

/**
 * The data folder of a result where it is not the shipped one: the one that is given, else the one that was named, from where the
 * user stands or from a folder above the result.
 *
 * @param given folder where data of one's own are now
 * @returns undefined where the data are the shipped ones
 * @throws an error of kind `file` where they have changed or are gone, and of kind `usage` where one is given that nobody needs
 */
export function requireSameData(path: string, plan: StatedData, given: string | undefined): string | undefined {
  const { ownData } = plan
  if (ownData === undefined) {
    if (given !== undefined) throw usageError(`--data: ${path} was made with the data of the program; leave it out`)
    const [changed] = changedFiles(shippedDataFolder(), plan)
    if (changed === undefined) return undefined
    throw changedFailure(`${changed} is not the data file with which ${path} was begun`)
  }
  const folders = (given === undefined ? placesOf(path, ownData.folder) : [given]).filter(isFolder)
  const same = folders.find((folder) => changedFiles(folder, plan).length === 0)
  if (same !== undefined) return same
  if (folders.length === 0) {
    const gone =
      given === undefined ? `${ownData.folder}, which is gone` : `${ownData.folder}, and there is no folder ${given}`
    throw fileError(
      `${path}: was made with data of its own from ${gone}. Put the folder back, or say where it is now by --data FOLDER`,
    )
  }
  const changed = changedFiles(folders[0], plan)
  throw changedFailure(
    `${folders[0]}: ${listText(changed)} ${changed.length === 1 ? 'is' : 'are'} not as when ${path} was begun`,
  )
}

/** What a reader must know of data that have changed since, or are gone; undefined where all is as it was. */
export function dataChange(path: string, stated: StatedData, given?: string): string | undefined {
  if (stated.ownData === undefined) return undefined
  const { folder } = stated.ownData
  const folders = (given === undefined ? placesOf(path, folder) : [given]).filter(isFolder)
  if (folders.length === 0) {
    return `The data folder ${folder} of this result is gone: it can be read and reported, but not computed again.`
  }
  const changes = folders.map((place) => changedFiles(place, stated))
  if (changes.some((changed) => changed.length === 0)) return undefined
  return (
    `The data folder ${folder} has changed since this result was made (${listText(changes[0])}): what is told here rests on ` +
    'the data as they were.'
  )
}

/** Where a folder that was named may be: a relative one is looked for above the result, too. */
function placesOf(path: string, folder: string): readonly string[] {
  if (isAbsolute(folder)) return [folder]
  const places = [folder]
  for (let above = resolve(path); dirname(above) !== above;) {
    above = dirname(above)
    places.push(join(above, folder))
  }
  return places
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

/** Files of a folder that are not those of a result, a missing one included. */
function changedFiles(folder: string, { data }: StatedData): readonly string[] {
  const now = new Map(dataHashesOf(readData(folder)).map(({ file, sha256 }) => [file, sha256]))
  return data.filter(({ file, sha256 }) => now.get(file) !== sha256).map(({ file }) => file)
}

/** What has changed since a run was begun, and what can be done about it. */
export function changedFailure(what: string): Error {
  return fileError(`${what}; its blocks would not fit together. ${putRight}`)
}

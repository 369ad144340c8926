/**
 * The folder of a run's results. It is there from the start, with the plan, and is filled block by block, so that a run that
 * was broken off at any moment can be taken up again; the manifest comes last and says that it is whole. What was there
 * before is never touched unless it is a result of this program and `--force` is given; it is then put aside, goes when the
 * manifest of the new result stands, and comes back if nothing is written.
 */
import { existsSync, readdirSync, realpathSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { fileError, usageError } from '../../engine/run/errors.ts'
import { makeFolders } from '../../engine/run/makeFolders.ts'
import { type FileContent, writeWhole } from '../../engine/run/wholeFile.ts'
import { withOriginalTexts } from '../../scenarios/file/csvCells.ts'
import { innerFolder, isHeld, requireHeld } from './held.ts'
import { type BreakLock, lockFile, releaseLock, takeLock } from './lock.ts'
import { isFinished, isOurs, lostReplicates } from './marks.ts'
import { foreignIn, removeEmpty, removeOwn } from './own.ts'
import { refuseOccupied, requirePlace, resultsAside } from './place.ts'
import { shellWord } from '../plan/commandLine.ts'
import { programName } from '../plan/version.ts'

/** A result folder in which this program is at work. */
export interface ResultFolder {
  /** The whole path. */
  readonly path: string
  readonly shards: string
  /** What this program has written into the lock. */
  readonly lock: string
  /** What was there before this program came to work in it, or, where an earlier result was put aside, after that. */
  readonly before: 'nothing' | 'an empty folder' | 'this result'
  /** An earlier result that was put aside for this one. */
  readonly replaced: string | undefined
  /** True to write texts into CSV files as they are, also those that a spreadsheet would take for formulas. */
  readonly rawCsv?: boolean
}

/** What is needed to write into a result folder. */
export type WritableFolder = Pick<ResultFolder, 'path' | 'lock' | 'rawCsv'>

/**
 * A place for a new result.
 *
 * @param force true to put an earlier result of this program aside
 * @param breakLock true to take the lock of a process on another machine away
 * @throws errors of kind `file` that say what is in the way, of kind `busy`, and the file system's
 */
export function openFolder(given: string, force: boolean, breakLock: boolean = false): ResultFolder {
  const path = existsSync(given) ? realpathSync(given) : resolve(given)
  requirePlace(given, force)
  const replaced = isOurs(path) ? putAside(path, given, breakLock) : undefined
  const before = existsSync(path) ? 'an empty folder' : 'nothing'
  try {
    makeFolders(path)
    const lock = takeLock(path, breakLock)
    // Another program may have been at work there, and have finished, since it was looked at.
    if (readdirSync(path).some((entry) => !entry.startsWith(lockFile))) {
      try {
        refuseOccupied(path, given, false)
      } catch (error) {
        releaseLock(path, lock)
        throw error
      }
    }
    return { path, shards: join(path, 'shards'), lock, before, replaced }
  } catch (error) {
    if (before === 'nothing') removeEmpty(path)
    if (replaced !== undefined && !existsSync(path)) renameSync(replaced, path)
    throw error
  }
}

/** @returns where the result is now */
function putAside(path: string, given: string, breakLock: boolean): string {
  // The folder in which the user stands would be moved, and an empty place be left there.
  if (isWithin(path, process.cwd())) {
    throw fileError(`${given}: is the folder in which you stand, or above it; go to another one to replace it`)
  }
  const lock = takeLock(path, breakLock)
  const aside = freeName(path)
  try {
    renameSync(path, aside)
  } catch (error) {
    releaseLock(path, lock)
    throw error
  }
  releaseLock(aside, lock)
  return aside
}

/** Whether a folder is another one, or somewhere in it. */
function isWithin(folder: string, inner: string): boolean {
  const way = relative(folder, inner)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

function freeName(path: string): string {
  const name = join(dirname(path), `.${basename(path)}.replaced`)
  for (let n = 1; ; n++) {
    const numbered = n === 1 ? name : `${name}-${n}`
    if (!existsSync(numbered)) return numbered
  }
}

/**
 * The folder of a run that is to be taken up again, or added to.
 *
 * @param breakLock which locks of processes on other machines are taken away
 * @throws errors of kind `file` when there is none, and of kind `busy`
 */
export function reopenFolder(given: string, breakLock: BreakLock = false): ResultFolder {
  const path = requireResult(given)
  const lock = takeLock(path, breakLock)
  return { path, shards: join(path, 'shards'), lock, before: 'this result', replaced: undefined }
}

/** Whole path of a folder that holds a result, finished or not. @throws an error of kind `file` when it does not. */
export function requireResult(given: string): string {
  if (given === '') throw usageError('no folder of a result is named: the name is empty')
  const [aside] = isOurs(given) ? [] : resultsAside(resolve(given))
  const hint =
    aside === undefined ? '' : `; what was there before is in ${aside}; to have it back: ${backLine(aside, given)}`
  if (!existsSync(given)) {
    throw fileError(`${given}: there is no such folder; run and compare say where they write theirs${hint}`)
  }
  if (!statSync(given).isDirectory()) throw fileError(`${given}: is a file; give the folder of a result`)
  if (!isOurs(given)) throw fileError(`${given}: is not a result of ${programName}${hint}`)
  return realpathSync(given)
}

/** The command that brings a result back, where there may be an empty folder, or the lock of a program that was killed, in its place. */
function backLine(aside: string, given: string): string {
  const path = resolve(given)
  const isLeft = existsSync(path) && statSync(path).isDirectory() && foreignIn(path).length === 0
  const away = isLeft ? `rm -r ${shellWord(path)} && ` : ''
  return `${away}mv ${shellWord(aside)} ${shellWord(path)}`
}

/**
 * Writes a file so that what is there under its name is always whole.
 *
 * @param name may have a folder of its own before it, as in `charts/output.svg`
 * @throws errors of kind `file` where the folder is no longer this program's, and the file system's
 */
export function writeResult(folder: WritableFolder, name: string, content: FileContent): void {
  const path = join(innerFolder(folder, dirname(name)), basename(name))
  const isRaw = folder.rawCsv === true && name.endsWith('.csv') && typeof content === 'string'
  writeWhole(path, isRaw ? withOriginalTexts(content) : content)
}

/** Writes a file that a result may do without; one of an earlier state of the result, as before `resume`, goes where there is none now. */
export function writeOptional(folder: WritableFolder, name: string, content: FileContent | undefined): void {
  if (content !== undefined) return writeResult(folder, name, content)
  requireHeld(folder)
  rmSync(join(folder.path, name), { force: true })
}

/**
 * Ends the work in a folder. Results that were put aside for this one go when it is finished and no replicate is lost, and are
 * kept otherwise. A folder that is no longer this program's is left as it is.
 */
export function finishFolder({ path, lock }: ResultFolder): void {
  if (!isHeld({ path, lock })) return
  if (isFinished(path) && lostReplicates(path) === 0) {
    for (const aside of resultsAside(path)) {
      removeOwn(aside, true)
      removeEmpty(aside)
    }
  }
  releaseLock(path, lock)
}

/**
 * Ends the work in a folder where nothing was computed: what was written into a new one is taken away, and the result that
 * was put aside for it comes back.
 */
export function discardFolder(folder: ResultFolder): void {
  const { path, before, replaced, lock } = folder
  if (before === 'this result') return finishFolder(folder)
  if (!isHeld(folder)) return
  removeOwn(path, false)
  releaseLock(path, lock)
  // What somebody else has put there meanwhile stays, and so does a folder that was there.
  if (before !== 'nothing' || readdirSync(path).length > 0) return
  rmdirSync(path)
  if (replaced !== undefined) renameSync(replaced, path)
}

/**
 * The folder of a run's results. It is there from the start, with the plan, and is filled block by block, so that a run that
 * was broken off at any moment can be taken up again; the manifest comes last and says that it is whole. What was there
 * before is never touched unless it is a result of this program and `--force` is given, and comes back if nothing is written.
 */
import { errorOfKind, fileError } from '../../engine/run/errors.ts'
import {
  existsSync,
  realpathSync,
  readdirSync,
  renameSync,
  mkdirSync,
  accessSync,
  constants,
  readFileSync,
  statSync,
  writeFileSync,
  rmSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { resolve, join, dirname, basename } from 'node:path'
import { resultFiles } from './resultFiles.ts'
import { programName } from '../plan/version.ts'

/** All that a result folder may hold. */
const ourFiles: readonly string[] = [
  ...resultFiles,
  'manifest.json',
  'log.ndjson',
  'report.html',
  'brief.html',
  'brief.md',
  'REPRODUCE.md',
  'CITATION.cff',
  'charts',
  'tables',
  // Written by earlier versions, and replaced with the rest.
  'output.svg',
  'shards',
  'lock',
]

export interface ResultFolder {
  readonly path: string
  readonly shards: string
  /** An earlier result, put aside until this one is written. */
  readonly replaced: string | undefined
}

/** A place for a new result. @throws an error of kind `file` that says what is in the way; the file system's errors. */
export function openFolder(given: string, force: boolean): ResultFolder {
  const path = existsSync(given) ? realpathSync(given) : resolve(given)
  refuseOccupied(path, given, force)
  const occupied = existsSync(path) && readdirSync(path).length > 0
  const replaced = occupied ? join(dirname(path), `.${basename(path)}.replaced-${process.pid}`) : undefined
  if (occupied) refuseBusy(path)
  if (replaced !== undefined) renameSync(path, replaced)
  makeFolder(path)
  takeLock(path)
  return { path, shards: join(path, 'shards'), replaced }
}

/** @throws the file system's error; on a read-only file system Node says that the folder is not there, which helps nobody. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    let above = dirname(path)
    while (!existsSync(above) && above !== dirname(above)) above = dirname(above)
    accessSync(above, constants.W_OK)
    throw error
  }
}

/** The folder of a run that is to be taken up again. @throws an error of kind `file` when there is none. */
export function reopenFolder(given: string): ResultFolder {
  const path = requireResult(given)
  refuseBusy(path)
  takeLock(path)
  return { path, shards: join(path, 'shards'), replaced: undefined }
}

/**
 * The folder of a study that is begun, or taken up again where the folder has the same plan.
 * @throws an error of kind `file` when the folder holds anything else
 */
export function keepFolder(given: string, plan: string): ResultFolder {
  const path = join(given, 'plan.json')
  return existsSync(path) && readFileSync(path, 'utf8') === plan ? reopenFolder(given) : openFolder(given, false)
}

/** Whole path of a folder that holds a result, finished or not. @throws an error of kind `file` when it does not. */
export function requireResult(given: string): string {
  if (!existsSync(given))
    throw fileError(`${given}: there is no such folder; run and compare say where they write theirs`)
  if (!statSync(given).isDirectory()) throw fileError(`${given}: is a file; give the folder of a result`)
  if (!isOurs(given)) throw fileError(`${given}: is not a result of ${programName}`)
  return realpathSync(given)
}

function refuseOccupied(target: string, given: string, force: boolean): void {
  if (!existsSync(target)) return
  if (!statSync(target).isDirectory()) throw fileError(`${given}: is a file; choose another folder with --out`)
  const entries = readdirSync(target)
  if (entries.length === 0) return
  if (!isOurs(target)) {
    throw fileError(`${given}: holds files that are not a result of ${programName}; choose another folder with --out`)
  }
  const foreign = entries.filter((entry) => !ourFiles.includes(entry))
  if (foreign.length > 0) {
    throw fileError(
      `${given}: also holds ${foreign.slice(0, 3).join(', ')}, which would be lost; move it or choose another --out`,
    )
  }
  if (force) return
  throw fileError(
    existsSync(join(target, 'manifest.json'))
      ? `${given}: already holds a result; add --force to replace it or choose another folder with --out`
      : `${given}: holds a run that was broken off; go on with it by resume ${given}, or add --force to begin anew`,
  )
}

function isOurs(target: string): boolean {
  return ['plan.json', 'manifest.json'].some((name) => {
    try {
      const said: unknown = JSON.parse(readFileSync(join(target, name), 'utf8'))
      return typeof said === 'object' && said !== null && 'program' in said && said.program === programName
    } catch {
      return false
    }
  })
}

/** Two programs in one folder would write over each other. The lock of a program that is gone does not count. */
function refuseBusy(path: string): void {
  const holder = lockHolder(path)
  if (holder === undefined) return
  throw errorOfKind('busy', `${path}: another ${programName} (process ${holder}) is at work there; try again later`)
}

/** Process that is at work in the folder, or undefined. */
export function lockHolder(path: string): string | undefined {
  if (!existsSync(join(path, 'lock'))) return undefined
  const [process_, host] = readFileSync(join(path, 'lock'), 'utf8').split(' ')
  if (host !== hostname()) return `${process_} on ${host}`
  return Number(process_) !== process.pid && isAlive(Number(process_)) ? process_ : undefined
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function takeLock(path: string): void {
  writeFileSync(join(path, 'lock'), `${process.pid} ${hostname()}`)
}

/**
 * Writes a file so that what is there under its name is always whole.
 *
 * @param name may have a folder of its own before it, as in `charts/output.svg`
 */
export function writeResult(folder: Pick<ResultFolder, 'path'>, name: string, text: string | Uint8Array): void {
  const path = join(folder.path, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.partial`, text)
  renameSync(`${path}.partial`, path)
}

/** Ends the work in a folder that holds something worth keeping: an earlier result that it replaces goes. */
export function finishFolder({ path, replaced }: ResultFolder): void {
  rmSync(join(path, 'lock'), { force: true })
  if (replaced !== undefined) rmSync(replaced, { recursive: true, force: true })
}

/** Removes a folder in which nothing was done, and brings an earlier result back. */
export function discardFolder({ path, replaced }: ResultFolder): void {
  rmSync(path, { recursive: true, force: true })
  if (replaced !== undefined) renameSync(replaced, path)
}

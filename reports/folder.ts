/**
 * The folder of a run's results. It is filled under another name beside it and renamed when it is whole, so a folder that is
 * there is complete; what was there before is never touched unless it is a result of this program and `--force` is given.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

export const programName = 'plantshift'

/** All that a result folder may hold. */
const ourFiles: readonly string[] = [
  'manifest.json',
  'plan.json',
  'log.ndjson',
  'scenario.resolved.yaml',
  'summary.csv',
  'compare.csv',
  'plants.csv',
  'lines.csv',
  'programmes.csv',
  'output.svg',
  'failures.csv',
  'shards',
]

export interface ResultFolder {
  /** Where the results will be. */
  readonly path: string
  /** Where they are until they are whole. */
  readonly working: string
  readonly shards: string
  readonly force: boolean
}

function refusal(message: string): Error {
  return Object.assign(new Error(message), { kind: 'file' })
}

/** A place for a new result. @throws an error of kind `file` that says what is in the way; the file system's errors. */
export function openFolder(path: string, force: boolean): ResultFolder {
  const target = existsSync(path) ? realpathSync(path) : resolve(path)
  refuseOccupied(target, path, force)
  const working = join(dirname(target), `.${basename(target)}.partial-${process.pid}`)
  const shards = join(working, 'shards')
  mkdirSync(shards, { recursive: true })
  return { path: target, working, shards, force }
}

function refuseOccupied(target: string, given: string, force: boolean): void {
  if (!existsSync(target)) return
  if (!statSync(target).isDirectory()) throw refusal(`${given}: is a file; choose another folder with --out`)
  const entries = readdirSync(target)
  if (entries.length === 0) return
  if (!isOurs(target)) {
    throw refusal(`${given}: holds files that are not a result of ${programName}; choose another folder with --out`)
  }
  const foreign = entries.filter((entry) => !ourFiles.includes(entry))
  if (foreign.length > 0) {
    throw refusal(`${given}: also holds ${foreign.slice(0, 3).join(', ')}, which would be lost; move it or choose another --out`)
  }
  if (!force) throw refusal(`${given}: already holds a result; add --force to replace it or choose another folder with --out`)
}

function isOurs(target: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8'))
    return typeof manifest === 'object' && manifest !== null && 'program' in manifest && manifest.program === programName
  } catch {
    return false
  }
}

export function writeResult(folder: ResultFolder, name: string, text: string): void {
  writeFileSync(join(folder.working, name), text)
}

/** Gives the finished folder its name. @throws when something has come in its way; the results then stay in `working`. */
export function finishFolder(folder: ResultFolder): void {
  try {
    refuseOccupied(folder.path, folder.path, folder.force)
  } catch (error) {
    throw refusal(`${String(error instanceof Error ? error.message : error)} (the results are in ${folder.working})`)
  }
  if (!existsSync(folder.path)) {
    renameSync(folder.working, folder.path)
    return
  }
  const old = join(dirname(folder.path), `.${basename(folder.path)}.old-${process.pid}`)
  renameSync(folder.path, old)
  renameSync(folder.working, folder.path)
  rmSync(old, { recursive: true })
}

/** Removes an unfinished folder. */
export function discardFolder(folder: ResultFolder): void {
  rmSync(folder.working, { recursive: true, force: true })
}

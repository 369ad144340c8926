/**
 * What a result folder may hold, by name, down to the last file: whatever has another name is somebody else's, and is never taken
 * away. The names of charts and tables are those that any report may give them.
 */
import { existsSync, lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { partialEnding } from '../../engine/run/wholeFile.ts'
import { lockFile } from './lock.ts'
import { resultFiles } from './resultFiles.ts'

/** By these a folder is known as a result; they go last, so that what is left of one that is half removed is still known. */
export const markFiles: readonly string[] = ['plan.json', 'manifest.json']

const files: ReadonlySet<string> = new Set([
  ...resultFiles,
  ...markFiles,
  'log.ndjson',
  'report.html',
  'brief.html',
  'brief.md',
  'REPRODUCE.md',
  'CITATION.cff',
  // Written by earlier versions, and replaced with the rest.
  'output.svg',
  lockFile,
])

const folders = /^(charts|tables|shards|shards\/part-\d{3,}|work|work\/ledger|work\/logs)$/
/** With the name of the worker where it is not whole yet. */
const shard = /^shards\/part-\d{3,}\/block-\d{6,}\.parquet(\.[\w-]+)?$/
/** What engines and workers write: see `studies/engines/engineFiles.ts`. */
const work =
  /^work\/(round-\d{3,}(-gather)?\.(json|sh|yaml)|disagreement\.json|ledger\/[\w-]+\.ndjson|logs\/(round-\d{3,}-|gather-)[\w-]+\.txt)$/
const forms =
  'output|assembly-jobs|parts-jobs|flows|content|gains|map|plants|lines|drivers|settling|sweep|surface|precision|precision-asked|' +
  'overview|decision|forms|targets|levels|choice|information|failing|evidence|judgement|targets'
/** Options have letters, curves and boxes numbers; `key` are the first outcomes. */
const form = new RegExp(`^(charts/(${forms})(-[A-Z]+|-\\d+|-key)?\\.svg|tables/(${forms})(-[A-Z]+|-\\d+|-key)?\\.csv)$`)

/** Whether this program writes a file of that name, given from the result folder on with `/`; also the beginnings of files and locks that a killed program leaves. */
export function isOwnFile(given: string): boolean {
  const whole = given.endsWith(partialEnding) ? given.slice(0, -partialEnding.length) : given
  const name = whole.replace(/^(lock)\.\d+(\.old)?$/, '$1')
  return files.has(name) || shard.test(name) || work.test(name) || form.test(name)
}

/**
 * Whether files are no more than what is there before a plan is, where a program was killed meanwhile: a lock that stayed says that
 * the scenarios beside it were written for a run.
 */
export function isBeginning(names: readonly string[]): boolean {
  const first = new Set([
    'scenario.resolved.yaml',
    `scenario.resolved.yaml${partialEnding}`,
    `plan.json${partialEnding}`,
  ])
  const others = names.filter((name) => !(name.startsWith(lockFile) && isOwnFile(name)))
  return others.length === 0 || (names.includes(lockFile) && others.every((name) => first.has(name)))
}

/** What is in a folder, sorted: its own files, its own folders with the deepest first, and what is not its own, or a link in place of a folder. */
interface Contents {
  readonly files: readonly string[]
  readonly folders: readonly string[]
  readonly foreign: readonly string[]
}

function contentsOf(path: string, within: string = ''): Contents {
  const files: string[] = []
  const inner: string[] = []
  const foreign: string[] = []
  for (const entry of entriesOf(join(path, within))) {
    const name = within === '' ? entry : `${within}/${entry}`
    const found = lstatSync(join(path, name), { throwIfNoEntry: false })
    // Another program may be at work there.
    if (found === undefined) continue
    if (found.isDirectory() && folders.test(name)) {
      const below = contentsOf(path, name)
      files.push(...below.files)
      inner.push(...below.folders, name)
      foreign.push(...below.foreign)
    } else if (found.isFile() && isOwnFile(name)) files.push(name)
    else foreign.push(name)
  }
  return { files, folders: inner, foreign }
}

function entriesOf(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Names of what is in a result folder and was not written by this program, at any depth. */
export function foreignIn(path: string): readonly string[] {
  return contentsOf(path).foreign
}

/**
 * Takes away what this program has written into a folder, and the folders of its own that are then empty.
 *
 * @param lock false to leave the lock
 */
export function removeOwn(path: string, lock: boolean): void {
  const contents = contentsOf(path)
  const goes = contents.files.filter((name) => lock || name !== lockFile)
  for (const name of goes.filter((file) => !markFiles.includes(file))) rmSync(join(path, name), { force: true })
  for (const name of contents.folders) removeEmpty(join(path, name))
  for (const name of goes.filter((file) => markFiles.includes(file))) rmSync(join(path, name), { force: true })
}

/** Takes a folder away where nothing is in it. */
export function removeEmpty(path: string): void {
  if (existsSync(path) && readdirSync(path).length === 0) rmdirSync(path)
}

/** What a result folder says of itself, in its plan and its manifest. */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { isAsSealed } from '../plan/seal.ts'
import { programName } from '../plan/version.ts'
import type { StoredMark } from './fileMarks.ts'
import { isOwnFile, markFiles } from './own.ts'

/** Whether a folder is a result of this program, whole or not. */
export function isOurs(target: string): boolean {
  return markFiles.some((name) => saysItIsOurs(readObject(join(target, name))))
}

function saysItIsOurs(said: object | undefined): said is object {
  return said !== undefined && 'program' in said && said.program === programName
}

/** How far below the folder of a result its deepest files lie: `shards/part-000/block-000000.parquet`. */
const deepest = 3

/** The result, of this program, of which a file of that path is a part or would be one; undefined where there is none. */
export function resultOfFile(path: string): string | undefined {
  if (!existsSync(dirname(path))) return undefined
  const whole = join(realpathSync(dirname(path)), basename(path))
  let folder = whole
  for (let up = 0; up < deepest; up++) {
    folder = dirname(folder)
    if (isOwnFile(relative(folder, whole).split(sep).join('/')) && isOurs(folder)) return folder
  }
  return undefined
}

/** An object from a JSON file; undefined where there is none, or it is damaged. */
function readObject(path: string): object | undefined {
  try {
    const said: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof said === 'object' && said !== null ? said : undefined
  } catch {
    return undefined
  }
}

/** The manifest where it is as it was written: one that has been changed, or a report or something else in its place, says nothing. */
function readManifest(path: string): object | undefined {
  const said = readObject(join(path, 'manifest.json'))
  return saysItIsOurs(said) && !('format' in said) && isAsSealed(said) ? said : undefined
}

/** Whether there is a manifest that is not, or no longer, what was written. */
export function isManifestChanged(path: string): boolean {
  return existsSync(join(path, 'manifest.json')) && readManifest(path) === undefined
}

/** The files that the manifest names, with their hashes; undefined where an earlier version wrote it, or it is damaged. */
export function writtenMarks(path: string): readonly StoredMark[] | undefined {
  const said: unknown = Reflect.get(readManifest(path) ?? {}, 'files')
  return Array.isArray(said) ? said.filter(isMark) : undefined
}

function isMark(said: unknown): said is StoredMark {
  if (typeof said !== 'object' || said === null || !('name' in said && 'sha256' in said)) return false
  return typeof said.name === 'string' && typeof said.sha256 === 'string'
}

/** Whether the manifest says that all that is planned is there: a plan may have been made longer since it was written. */
export function isFinished(path: string): boolean {
  const manifest = readManifest(path)
  if (manifest === undefined || ('interrupted' in manifest && manifest.interrupted === true)) return false
  const plan = readObject(join(path, 'plan.json'))
  const [asked, planned] = [numberIn(manifest, 'replicatesAsked'), numberIn(plan, 'replicates')]
  return asked === undefined || planned === undefined || asked >= planned
}

function numberIn(said: object | undefined, name: string): number | undefined {
  const value: unknown = said === undefined ? undefined : Reflect.get(said, name)
  return typeof value === 'number' ? value : undefined
}

/** Replicates of each part, as the manifest says; undefined where it does not. */
export function writtenReplicates(path: string): readonly number[] | undefined {
  const manifest = readManifest(path)
  const said: unknown = manifest === undefined ? undefined : Reflect.get(manifest, 'replicatesOfParts')
  return Array.isArray(said) && said.every((count) => typeof count === 'number') ? said : undefined
}

/** Replicates whose thread died, as the manifest says: they can be tried again. */
export function lostReplicates(path: string): number {
  return numberIn(readManifest(path), 'lostReplicates') ?? 0
}

/** What a result folder says of itself, in its plan and its manifest. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programName } from '../plan/version.ts'
import { markFiles } from './own.ts'

/** Whether a folder is a result of this program, whole or not. */
export function isOurs(target: string): boolean {
  return markFiles.some((name) => {
    const said = readObject(join(target, name))
    return said !== undefined && 'program' in said && said.program === programName
  })
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

/** Whether the manifest says that all that is planned is there: a plan may have been made longer since it was written. */
export function isFinished(path: string): boolean {
  const manifest = readObject(join(path, 'manifest.json'))
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
  const manifest = readObject(join(path, 'manifest.json'))
  const said: unknown = manifest === undefined ? undefined : Reflect.get(manifest, 'replicatesOfParts')
  return Array.isArray(said) && said.every((count) => typeof count === 'number') ? said : undefined
}

/** Replicates whose thread died, as the manifest says: they can be tried again. */
export function lostReplicates(path: string): number {
  return numberIn(readObject(join(path, 'manifest.json')), 'lostReplicates') ?? 0
}

/** Whether a new result could stand in a folder, and what an earlier one there has come to. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileError, usageError } from '../../engine/run/errors.ts'
import { programName } from '../plan/version.ts'
import { hasForeignLock } from './lock.ts'
import { isOurs } from './marks.ts'
import { foreignIn, isBeginning } from './own.ts'

/**
 * Looks whether a new result could stand there, before anything is worked out for it; `openFolder` looks again.
 *
 * @throws errors of kind `file` that say what is in the way
 */
export function requirePlace(given: string, force: boolean): void {
  if (given === '') throw usageError('no folder is named for the result: its name is empty')
  const path = existsSync(given) ? realpathSync(given) : resolve(given)
  refuseOccupied(path, given, force)
  if (!force) refuseForgotten(path, given)
}

/**
 * Where a result goes that has no folder named for it: the usual one, or the first of `usual-2`, `usual-3` and so on in which no
 * finished result stands. One that was broken off is not passed by: it is to be gone on with, or replaced.
 */
export function placeBeside(usual: string): string {
  for (let n = 1; ; n++) {
    const place = n === 1 ? usual : `${usual}-${n}`
    if (!existsSync(join(place, 'manifest.json')) || !isOurs(realpathSync(place))) return place
  }
}

/** Refuses a folder in which something stands that is not to be replaced. */
export function refuseOccupied(target: string, given: string, force: boolean): void {
  if (!existsSync(target)) return
  if (!statSync(target).isDirectory()) throw fileError(`${given}: is a file; choose another folder with --out`)
  const entries = readdirSync(target)
  if (isBeginning(entries) && !hasForeignLock(target)) return
  if (!isOurs(target)) {
    throw fileError(`${given}: holds files that are not a result of ${programName}; choose another folder with --out`)
  }
  const foreign = foreignIn(target)
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

/** A result that was put aside goes when the one in its place is finished: only who says so may begin that one. */
function refuseForgotten(path: string, given: string): void {
  const [aside] = resultsAside(path)
  if (aside === undefined) return
  throw fileError(
    `${given}: an earlier result that was to be replaced is in ${aside}; rename it to have it back, ` +
      'add --force to replace it, or choose another folder with --out',
  )
}

/** Results that were put aside for the one in `path`, which is not finished yet, or not there: whole paths. */
export function resultsAside(path: string): readonly string[] {
  const start = `.${basename(path)}.replaced`
  if (!existsSync(dirname(path))) return []
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(start) && /^(-\d+)?$/.test(name.slice(start.length)))
    .map((name) => join(dirname(path), name))
    .filter((aside) => isOurs(aside))
}

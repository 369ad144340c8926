/** Where engines and workers keep what they know of a run: a folder `work` within that of the result, which the results do not read. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolders } from '../../engine/run/makeFolders.ts'

/** Ledgers of workers, one file each. */
export function ledgerFolder(path: string): string {
  return join(path, 'work', 'ledger')
}

/** What tasks print. */
export function logFolder(path: string): string {
  return join(path, 'work', 'logs')
}

/** As in `round-001.json`: a file of a round. */
export function roundFile(path: string, round: number, ending: string): string {
  return join(path, 'work', `round-${String(round).padStart(3, '0')}${ending}`)
}

/** What a worker leaves there when machines disagree. */
export function disagreementFile(path: string): string {
  return join(path, 'work', 'disagreement.json')
}

/** Makes the folders in a result folder that is there; it is never made anew under the name of one that is gone. */
export function makeWorkFolders(path: string): void {
  for (const folder of [join(path, 'work'), ledgerFolder(path), logFolder(path)]) {
    if (existsSync(path) && !existsSync(folder)) mkdirSync(folder, { recursive: false })
  }
}

/** The same in a store, which may be new. */
export function makeStore(path: string): void {
  makeFolders(path)
  makeWorkFolders(path)
}

/** Numbers of the rounds that there are, rising. */
export function roundNumbers(path: string): readonly number[] {
  const folder = join(path, 'work')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => Number(/^round-(\d{3,})\.json$/.exec(name)?.[1] ?? []))
    .filter((number) => Number.isSafeInteger(number) && number > 0)
    .toSorted((one, other) => one - other)
}

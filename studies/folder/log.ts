/** `log.ndjson`: what happened during a run, one JSON object a line, with the time. For reading after the fact. */
import { closeSync, constants, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HeldFolder, requireHeld } from './held.ts'

/** Adds to a file, and never to one to which a link leads: Windows has no such flag, and hardly such links. */
const addToOwn = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0)

/** Adds a line to the folder's log: time, event and details as JSON. */
export function logEvent(folder: HeldFolder, event: string, details: Readonly<Record<string, unknown>> = {}): void {
  const line = JSON.stringify({ time: new Date().toISOString(), event, ...details })
  requireHeld(folder)
  const file = openSync(join(folder.path, 'log.ndjson'), addToOwn)
  try {
    writeFileSync(file, `${line}\n`)
  } finally {
    closeSync(file)
  }
}

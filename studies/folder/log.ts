/** `log.ndjson`: what happened during a run, one JSON object a line, with the time. For reading after the fact. */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ResultFolder } from './folder.ts'

/** Adds a line to the folder's log: time, event and details as JSON. */
export function logEvent(folder: ResultFolder, event: string, details: Readonly<Record<string, unknown>> = {}): void {
  const line = JSON.stringify({ time: new Date().toISOString(), event, ...details })
  appendFileSync(join(folder.path, 'log.ndjson'), `${line}\n`)
}

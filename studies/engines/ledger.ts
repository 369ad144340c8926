/**
 * What workers write down while they work, one file each, a line of JSON an event, so that nobody waits for anybody: which block
 * was begun, done with which hash, lost, or why the worker will not go on. A worker that is killed leaves a block begun and not
 * done, perhaps in half a line; that is how it is known.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ledgerFolder } from './engineFiles.ts'

/** Who wrote a ledger. */
export interface Worker {
  readonly host: string
  readonly process: number
  /** When the process began, in the words of its system; undefined where nobody knows. */
  readonly started?: string | undefined
  readonly since: string
}

export type WorkEvent =
  | ({ readonly event: 'start' } & Worker)
  /** `round` is undefined where nobody handed the block out, as with `--blocks`. */
  | { readonly event: 'begin'; readonly block: number; readonly round?: number | undefined }
  | { readonly event: 'done'; readonly block: number; readonly sha256: string }
  | { readonly event: 'kept'; readonly block: number }
  /** It was asked to stop before the block began in earnest. */
  | { readonly event: 'back'; readonly block: number }
  /** Its thread died. */
  | { readonly event: 'lost'; readonly block: number; readonly why: string }
  /** The worker will not go on, nor would another one: exit codes 65 and 78. */
  | { readonly event: 'refused'; readonly code: number; readonly why: string; readonly round?: number | undefined }
  | { readonly event: 'end'; readonly code: number }

/** A block that a worker has computed. */
export interface DoneBy {
  readonly host: string
  readonly process: number
  readonly sha256: string
}

/** Why a worker would not go on, and in which round. */
export interface Refusal {
  readonly host: string
  readonly code: number
  readonly why: string
  readonly round?: number | undefined
}

/** What all ledgers of a run say together. */
export interface Ledger {
  readonly workers: readonly (Worker & { readonly ended: boolean })[]
  /** [block] times that it was begun and not kept, or kept and was begun again, since it was damaged. */
  readonly unfinished: ReadonlyMap<number, number>
  readonly done: ReadonlyMap<number, readonly DoneBy[]>
  /** [block] why it was lost the last time. */
  readonly lost: ReadonlyMap<number, string>
  /** Rounds of which a block was begun. */
  readonly rounds: ReadonlySet<number>
  readonly refusals: readonly Refusal[]
}

/**
 * Puts ledgers together.
 *
 * @param ledgers events of one worker each, in their order
 */
export function joinLedgers(ledgers: readonly (readonly WorkEvent[])[]): Ledger {
  const workers: (Worker & { ended: boolean })[] = []
  const unfinished = new Map<number, number>()
  const done = new Map<number, DoneBy[]>()
  const kept = new Set<number>()
  const lost = new Map<number, string>()
  const rounds = new Set<number>()
  const refusals: Refusal[] = []
  const count = (block: number, by: number): void => void unfinished.set(block, (unfinished.get(block) ?? 0) + by)
  for (const events of ledgers) {
    let worker = { host: 'an unknown machine', process: 0, since: '', ended: false }
    for (const said of events) {
      if (said.event === 'start') {
        worker = { ...said, ended: false }
        workers.push(worker)
      } else if (said.event === 'begin') {
        count(said.block, 1)
        if (said.round !== undefined) rounds.add(said.round)
      } else if (said.event === 'done') {
        const by = { host: worker.host, process: worker.process, sha256: said.sha256 }
        done.set(said.block, [...(done.get(said.block) ?? []), by])
      } else if (said.event === 'kept') kept.add(said.block)
      else if (said.event === 'back') count(said.block, -1)
      else if (said.event === 'lost') lost.set(said.block, said.why)
      else if (said.event === 'refused') refusals.push({ ...said, host: worker.host })
      else worker.ended = true
    }
  }
  for (const block of kept) count(block, -1)
  return { workers, unfinished, done, lost, rounds, refusals }
}

/** What the ledgers in a result folder, or a store, say. */
export function readLedgers(path: string): Ledger {
  const folder = ledgerFolder(path)
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ndjson')) : []
  return joinLedgers(names.toSorted().map((name) => eventsOf(readFileSync(join(folder, name), 'utf8'))))
}

/** Events of a ledger; half a line, which a killed worker leaves, says nothing. */
export function eventsOf(text: string): readonly WorkEvent[] {
  return text.split('\n').flatMap((line) => {
    if (line === '') return []
    try {
      const said: unknown = JSON.parse(line)
      return isEvent(said) ? [said] : []
    } catch {
      return []
    }
  })
}

const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  start: { host: 'string', process: 'number', since: 'string' },
  begin: { block: 'number' },
  done: { block: 'number', sha256: 'string' },
  kept: { block: 'number' },
  back: { block: 'number' },
  lost: { block: 'number', why: 'string' },
  refused: { code: 'number', why: 'string' },
  end: { code: 'number' },
}

function isEvent(said: unknown): said is WorkEvent {
  if (typeof said !== 'object' || said === null || !('event' in said) || typeof said.event !== 'string') return false
  const wanted = fields[said.event]
  return wanted !== undefined && Object.entries(wanted).every(([name, type]) => typeof Reflect.get(said, name) === type)
}

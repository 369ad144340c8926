/**
 * A worker: computes blocks of a result folder and keeps each as soon as it is done, beside any number of others on any machines.
 * It takes no lock: all that it writes are shards, which only the first can put in their place, and a ledger of its own.
 */
import { closeSync, openSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fileError } from '../../engine/run/errors.ts'
import { readShard, unlessDamaged } from '../../engine/run/readShards.ts'
import { valuesHash } from '../../engine/run/shards.ts'
import { openResult } from '../folder/columns.ts'
import { processStart } from '../folder/lock.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import { readRunPlan, partIdentity } from '../plan/runPlan.ts'
import { type BlockComputer, openComputer, type PlannedBlock } from './compute.ts'
import { ledgerFolder, makeStore, makeWorkFolders } from './engineFiles.ts'
import { keepBlock, ownName, requireAgreement } from './keep.ts'
import type { WorkEvent } from './ledger.ts'

/** What became of a block. */
export type BlockEnd = 'done' | 'again' | 'found' | 'stopped' | 'lost'

export interface BlockWorker {
  readonly planned: PlannedStudy
  /** The result folder. */
  readonly path: string
  /** Threads, and blocks that it may be asked for at the same time. */
  readonly workers: number
  /**
   * Computes a block that is not there, or is damaged, and keeps it.
   *
   * @param round in which it was handed out
   * @throws errors of kind `platform` where machines disagree, `file` where the folder is no longer that of the run, the file system's
   */
  readonly work: (block: number, round?: number) => Promise<BlockEnd>
  /** Gives the threads back and says in the ledger with which code the worker ends; `why` where no other would do better. */
  readonly close: (code: number, why?: string, round?: number) => Promise<void>
}

export interface WorkerOptions {
  /** Threads; as many as the machine has unless given. */
  readonly workers?: number | undefined
  /** A folder that shards and ledger go to in place of the result's, made where there is none. */
  readonly store?: string | undefined
  /** Anything but 0 keeps blocks from beginning; those that are begun are finished. */
  readonly stop: Int32Array
  /** Folder where the data of the run are on this machine, when they are no longer where they were. */
  readonly data?: string | undefined
}

/** Opens a result folder to work for. @throws errors of kind `file` and `data`, as for any stored result, and `platform` */
export function openWorker(given: string, { workers, store, stop, data }: WorkerOptions): BlockWorker {
  const { path, plan, inputs } = openResult(given, data)
  const planned = { plan, inputs }
  const target = store ?? path
  if (store !== undefined) makeStore(store)
  else makeWorkFolders(path)
  requireAgreement(target)
  const computer = openComputer(planned, target, workers, stop)
  const mayWrite = watchPlan(path, planned)
  const ledger = openLedger(target)
  return {
    planned,
    path,
    workers: computer.workers,
    work: async (block, round) => {
      requireAgreement(target)
      mayWrite()
      const wanted = computer.planned(block)
      if (isThere(wanted)) return 'found'
      return await computeBlock(computer, wanted, { path: target, round, ledger, mayWrite })
    },
    close: async (code, why, round) => {
      if (why !== undefined) ledger.note({ event: 'refused', code, why, round })
      ledger.note({ event: 'end', code })
      ledger.close()
      await computer.close()
    },
  }
}

interface Working {
  readonly path: string
  readonly round: number | undefined
  readonly ledger: LedgerFile
  readonly mayWrite: () => void
}

async function computeBlock(
  computer: BlockComputer,
  { number, folder, context }: PlannedBlock,
  { path, round, ledger, mayWrite }: Working,
): Promise<BlockEnd> {
  ledger.note({ event: 'begin', block: number, round })
  const end = await computer.compute(number, (block): BlockEnd => {
    if (block.lost !== undefined) {
      ledger.note({ event: 'lost', block: number, why: block.lost })
      return 'lost'
    }
    mayWrite()
    const sha256 = valuesHash(block.values)
    // Noted before it is kept: whoever computes the block too and finds another hash in its place can say whose it is.
    ledger.note({ event: 'done', block: number, sha256 })
    const kept = keepBlock({ folder, context, path, number }, block)
    ledger.note({ event: 'kept', block: number })
    return kept === 'again' ? 'again' : 'done'
  })
  if (end !== undefined) return end
  ledger.note({ event: 'back', block: number })
  return 'stopped'
}

/** Whether a block is kept already, whole; one that is damaged is computed again. */
function isThere({ folder, context, block }: PlannedBlock): boolean {
  const found = unlessDamaged(() => readShard(folder, context, block))
  return found !== undefined && found.lost === undefined
}

interface LedgerFile {
  readonly note: (said: WorkEvent) => void
  readonly close: () => void
}

function openLedger(path: string): LedgerFile {
  const since = new Date().toISOString()
  const name = `${ownName()}-${since.replaceAll(/\D/g, '')}.ndjson`
  const file = openSync(join(ledgerFolder(path), name), 'ax')
  const note = (said: WorkEvent): void => writeFileSync(file, `${JSON.stringify(said)}\n`)
  note({ event: 'start', host: hostname(), process: process.pid, started: processStart(process.pid), since })
  return { note, close: () => closeSync(file) }
}

/** What is asked before anything is written: whether the folder still is that of the run, which somebody may have replaced. */
function watchPlan(path: string, { plan }: PlannedStudy): () => void {
  const file = join(path, 'plan.json')
  let seen = markOf(file)
  const identities = plan.parts.map((_, part) => partIdentity(plan, part)).join()
  return () => {
    const now = markOf(file)
    if (now === seen) return
    const said = now === undefined ? undefined : readRunPlan(path)
    if (said === undefined || said.parts.map((_, part) => partIdentity(said, part)).join() !== identities) {
      throw fileError(`${path}: was moved, replaced or taken away while a worker was computing blocks of it`)
    }
    seen = now
  }
}

function markOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  return found === undefined ? undefined : `${found.ino} ${found.size} ${found.mtimeMs}`
}

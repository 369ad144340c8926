/** What of a run may be at work elsewhere, as far as its folder knows: nobody is asked. */
import { hostname } from 'node:os'
import { isStillThere } from '../folder/lock.ts'
import { doneBlocks } from '../folder/status.ts'
import type { RunPlanFile } from '../plan/runPlan.ts'
import { numberOfBlock } from './blocks.ts'
import type { EngineName } from './engineNames.ts'
import { readLedgers, type Worker } from './ledger.ts'
import { readRounds } from './rounds.ts'

/** The last round that was handed out, where blocks of it are not there. */
export interface Elsewhere {
  readonly engine: EngineName
  readonly round: number
  readonly blocks: number
  readonly missing: number
  /** Workers that have begun and not said that they end, but for those of this machine that are gone. */
  readonly workers: number
}

/** @returns undefined where nobody can be at work */
export function elsewhere(path: string, plan: RunPlanFile): Elsewhere | undefined {
  const last = readRounds(path).at(-1)
  if (last?.job === undefined) return undefined
  const done = new Set(
    plan.parts.flatMap((_, part) => doneBlocks(path, part).map((index) => numberOfBlock(plan, { part, index }))),
  )
  const missing = last.blocks.filter((block) => !done.has(block)).length
  const workers = readLedgers(path).workers.filter((worker) => !worker.ended && !isGone(worker)).length
  // Processes of one machine are known to be gone; what waits on a cluster has left no word here.
  if (missing === 0 || (last.engine === 'local' && workers === 0)) return undefined
  return { engine: last.engine, round: last.number, blocks: last.blocks.length, missing, workers }
}

function isGone({ host, process, started }: Worker): boolean {
  return host === hostname() && !isStillThere(process, started)
}

/** One step of a run that an engine computes: look, decide, hand out. Whoever drives holds the lock of the folder. */
import { rmSync } from 'node:fs'
import type { ResultFolder } from '../folder/folder.ts'
import { logEvent } from '../folder/log.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import { blocksOfPlan, blocksText } from './blocks.ts'
import { barrenRounds, decide, type Decision, type Situation } from './bookkeeping.ts'
import { type Due, dueBlocks, removeUnsound } from './due.ts'
import type { Engine, EngineView } from './engine.ts'
import { nothingHeld } from './engine.ts'
import { roundFile } from './engineFiles.ts'
import { disagreementOf } from './keep.ts'
import { type Ledger, readLedgers } from './ledger.ts'
import { readRounds, type Round, writeRound } from './rounds.ts'

/** What there is to know of a run that an engine computes. */
export interface Look {
  readonly due: Due
  readonly rounds: readonly Round[]
  readonly ledger: Ledger
  readonly view: EngineView
  readonly situation: Situation
}

/**
 * Looks at the folder and asks the engine.
 *
 * @throws what the engine throws where it does not answer
 */
export async function lookAtRun(planned: PlannedStudy, path: string, engine: Engine): Promise<Look> {
  const rounds = readRounds(path)
  const own = rounds.filter((round) => round.engine === engine.name)
  // What the engine has is asked for first: a block that is done meanwhile is found there.
  const view =
    own.length === 0 ? { ...nothingHeld, ended: [] } : await engine.look({ path, name: planned.plan.name }, own)
  const ledger = readLedgers(path)
  const due = await dueBlocks(planned, path)
  const disagreement = disagreementOf(path)
  // Of an earlier round somebody has heard, and has handed out again.
  const last = rounds.at(-1)?.number
  const latest = ledger.refusals.filter(({ round }) => round !== undefined && round === last)
  const refusals = latest.map(({ host, code, why }) => `${host} refused with code ${code}: ${why}`)
  const situation = {
    missing: due.missing,
    held: view.blocks,
    unfinished: ledger.unfinished,
    barren: barrenRounds(view.ended, ledger.rounds),
    refusals: disagreement === undefined ? refusals : [disagreement, ...refusals],
  }
  return { due, rounds, ledger, view, situation }
}

/** A study whose folder this program has locked, and the engine that computes it. */
export interface Driven {
  readonly planned: PlannedStudy
  readonly folder: ResultFolder
  readonly engine: Engine
  /** See `Handing`. */
  readonly data?: string | undefined
  readonly say: (text: string) => void
}

/**
 * Hands blocks out as a new round.
 *
 * @throws what the engine throws; nothing of the round is left then
 */
async function handOut({ planned, folder, engine, data, say }: Driven, blocks: readonly number[]): Promise<Round> {
  const number = (readRounds(folder.path).at(-1)?.number ?? 0) + 1
  const round: Round = { number, engine: engine.name, blocks, tasks: engine.tasksFor(blocks.length) }
  writeRound(folder.path, round)
  let job: string
  try {
    job = await engine.handOut({ path: folder.path, name: planned.plan.name, data }, round)
  } catch (error) {
    rmSync(roundFile(folder.path, number, '.json'), { force: true })
    throw error
  }
  const known = { ...round, job }
  writeRound(folder.path, known)
  logEvent(folder, 'handed out', { engine: engine.name, round: number, tasks: round.tasks, blocks: blocksText(blocks) })
  say(
    `Round ${number}: ${blocks.length} of ${blocksOfPlan(planned.plan)} blocks handed out to ${engine.name} in ${round.tasks} ` +
      `${round.tasks === 1 ? 'task' : 'tasks'}.`,
  )
  return known
}

/** What a step has come to. */
export type Step =
  | Exclude<Decision, { readonly kind: 'hand out' }>
  | { readonly kind: 'handed out'; readonly round: Round }

/**
 * Looks, decides, and hands out what is missing and nobody has.
 *
 * @param insisted true where a person asks for it: also blocks that were given up are handed out again
 */
export async function step(driven: Driven, insisted: boolean = false): Promise<Step> {
  const { planned, folder, engine, say } = driven
  let look = await lookAtRun(planned, folder.path, engine)
  if (look.due.missing.length === 0 && look.due.parts.some(({ isLast }) => !isLast)) {
    // All are there by their names, and one of them is not what it says: a run stops before it, and so does a look.
    const problems = removeUnsound(
      planned,
      folder.path,
      look.due.parts.map(({ wanted }) => wanted),
    )
    problems.forEach((problem) => say(problem))
    look = await lookAtRun(planned, folder.path, engine)
  }
  const { situation } = look
  const decision = decide(insisted ? { ...situation, unfinished: new Map(), barren: 0, refusals: [] } : situation)
  if (decision.kind !== 'hand out') return decision
  return { kind: 'handed out', round: await handOut(driven, decision.blocks) }
}

/**
 * Steps until all is there, or nothing more can be had.
 *
 * @param isStopped asked between two looks
 */
export async function drive(
  driven: Driven,
  isStopped: () => boolean,
  insisted: boolean = false,
): Promise<Step | { readonly kind: 'stopped' }> {
  let isInsisted = insisted
  for (let silent = 0; ;) {
    if (isStopped()) return { kind: 'stopped' }
    try {
      const done = await step(driven, isInsisted)
      if (done.kind === 'complete' || done.kind === 'give up') return done
      isInsisted = false
      silent = 0
    } catch (error) {
      // An engine may be away for a while, as Redis is when it is started anew.
      if (!isBusy(error) || silent === mostSilent) throw error
      if (silent === 0) driven.say(error.message)
      silent += 1
    }
    await pause(driven.engine.pause, isStopped)
  }
}

/** Looks one after another at which the engine may not answer, before it is taken for gone. */
const mostSilent = 30

function isBusy(error: unknown): error is Error {
  return error instanceof Error && 'kind' in error && error.kind === 'busy'
}

async function pause(milliseconds: number, isStopped: () => boolean): Promise<void> {
  const slice = 100
  for (let left = milliseconds; left > 0 && !isStopped(); left -= slice) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(slice, left)))
  }
}

/** BullMQ: blocks in a queue on Redis, for workers that come and go. */
import { randomBytes } from 'node:crypto'
import { usageError } from '../../engine/run/errors.ts'
import { shellWord } from '../plan/commandLine.ts'
import { type Engine, type EngineView, type Handing, workWords } from './engine.ts'
import { type BlockQueue, openQueue, type QueueView } from './redis.ts'
import { redisPlace } from './redisPlace.ts'
import { blocksText } from './blocks.ts'
import { readRounds, type Round } from './rounds.ts'

/** The queue of a run: that of its first round on Redis. Undefined where there is none. */
function queueOf(path: string): string | undefined {
  return readRounds(path).find(({ engine, job }) => engine === 'bullmq' && job !== undefined)?.job
}

/** The same. @throws an error of kind `usage` where nothing was handed out to a queue */
export function requireQueue(path: string): string {
  const found = queueOf(path)
  if (found !== undefined) return found
  throw usageError(`${path}: nothing of it was handed out to a queue; submit or resume it with --engine bullmq first`)
}

/** @param url of Redis: see `redisPlace` @throws an error of kind `usage` where it is none */
export function bullmqEngine(url: string | undefined): Engine {
  const place = redisPlace(url)
  let opened: { readonly name: string; readonly queue: BlockQueue } | undefined
  const queueNamed = async (name: string): Promise<BlockQueue> => {
    if (opened?.name !== name) {
      await opened?.queue.close()
      opened = { name, queue: await openQueue(place, name) }
    }
    return opened.queue
  }
  return {
    name: 'bullmq',
    tasksFor: () => 1,
    describe: (handing, { blocks }) =>
      `${blocks.length} jobs, b${blocks.join(' b').slice(0, 60)}${blocks.length > 20 ? ' ...' : ''}, into a queue of their own on ${place.shown}\n` +
      `On every machine that is to work, with PLANTSHIFT_REDIS set: ${callOf(handing)}\n`,
    handOut: async ({ path }, { number, blocks }) => {
      // A name that no other folder has, also none with the same plan.
      const name = queueOf(path) ?? `plantshift-${randomBytes(8).toString('hex')}`
      await (await queueNamed(name)).add(blocks, number)
      return name
    },
    look: async (handing, rounds) => {
      const name = queueOf(handing.path)
      if (name === undefined) return viewOfJobs(handing, rounds, undefined)
      return viewOfJobs(handing, rounds, await (await queueNamed(name)).look())
    },
    pause: 1000,
    stop: () => Promise.resolve(),
    close: async () => await opened?.queue.close(),
  }
}

function callOf(handing: Handing): string {
  return ['npx', 'plantshift', ...workWords(handing), '--engine', 'bullmq'].map(shellWord).join(' ')
}

/** What a queue has of the rounds. @param seen undefined where there is no queue yet */
export function viewOfJobs(handing: Handing, rounds: readonly Round[], seen: QueueView | undefined): EngineView {
  const { active = [], waiting = [] } = seen ?? {}
  const blocks = new Set([...active, ...waiting])
  return {
    blocks,
    waiting: waiting.length,
    running: active.length,
    held: seen?.isPaused === true ? waiting.length : 0,
    ended: rounds.filter((round) => !round.blocks.some((block) => blocks.has(block))).map(({ number }) => number),
    notes: seen === undefined ? [] : notesOf(handing, seen),
  }
}

function notesOf(
  handing: Handing,
  { active, waiting, failed, why, isPaused, workers, isKept }: QueueView,
): readonly string[] {
  const isIdle = workers === 0 && active.length + waiting.length > 0
  const jobs = blocksText(active.toSorted((one, other) => one - other))
  return [
    ...(active.length === 0 ? [] : [`At work on: ${jobs}`]),
    ...(workers === undefined || isIdle ? [] : [`Workers that are connected: ${workers}`]),
    ...(isIdle
      ? [`No worker is connected. To start one, on any machine, with PLANTSHIFT_REDIS set: ${callOf(handing)}`]
      : []),
    ...(isPaused ? ['The queue is paused: its jobs wait until somebody resumes it'] : []),
    ...(failed === 0
      ? []
      : [`${failed} ${failed === 1 ? 'job' : 'jobs'} failed for good, the last: ${why ?? 'nobody knows why'}`]),
    ...(isKept
      ? []
      : [
          'Redis keeps nothing over a restart (appendonly is no); blocks that it forgets are handed out again by resume',
        ]),
  ]
}

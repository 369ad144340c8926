/** A worker that takes blocks from a queue until the result is there, nothing comes any more, or somebody asks it to leave. */
import { disagreementOf } from '../../studies/engines/keep.ts'
import { requireQueue } from '../../studies/engines/bullmq.ts'
import { openQueueWorker, type QueuedBlock } from '../../studies/engines/redis.ts'
import { redisPlace } from '../../studies/engines/redisPlace.ts'
import type { BlockWorker } from '../../studies/engines/worker.ts'
import { isFinished } from '../../studies/folder/marks.ts'
import type { Say } from '../../studies/folder/say.ts'
import type { OptionValues } from '../console/command.ts'
import { redisFrom } from '../console/engineOptions.ts'
import { exitCode, exitCodeOf, isFinalCode } from '../console/failure.ts'
import { givenNumber } from '../console/options.ts'

/** Who ends a worker, and who hears of it. */
export interface Listening {
  readonly stop: Int32Array
  readonly say: Say
}

const betweenLooks = 500
const usualLock = 60

/**
 * Works for a queue.
 *
 * @returns the exit code: 0 where the result is there or nothing comes any more, 75 where it was asked to leave
 * @throws what keeps this machine from going on: its blocks go to others
 */
export async function workFromQueue(
  worker: BlockWorker,
  options: OptionValues,
  { stop, say }: Listening,
): Promise<number> {
  const place = redisPlace(redisFrom(options))
  const seen = { done: 0, atWork: 0, last: Date.now() }
  const failures: unknown[] = []
  const work = async ({ block, round }: QueuedBlock): Promise<void> => {
    seen.atWork += 1
    try {
      const end = await worker.work(block, round)
      if (end === 'lost') throw new Error('the thread that computed it died, or ran out of memory')
      if (end === 'stopped') throw new Error('the worker was asked to leave')
      seen.done += 1
    } catch (error) {
      // A folder that is gone or a disk that is full would fail every other block, too.
      if (!(error instanceof Error) || 'kind' in error || 'syscall' in error) failures.push(error)
      throw error
    } finally {
      seen.atWork -= 1
      seen.last = Date.now()
    }
  }
  const taking = await openQueueWorker(place, requireQueue(worker.path), {
    concurrency: worker.workers,
    lock: givenNumber(options, 'lock') ?? usualLock,
    work,
    isFinal: (error) => isFinalCode(exitCodeOf(error)) && error instanceof Error && 'kind' in error,
    onTrouble: oncePerText(say),
  })
  const idle = givenNumber(options, 'idle')
  const isOver = (): boolean =>
    failures.length > 0 ||
    Atomics.load(stop, 0) !== 0 ||
    isFinished(worker.path) ||
    disagreementOf(worker.path) !== undefined ||
    (idle !== undefined && seen.atWork === 0 && Date.now() - seen.last > 1000 * idle)
  while (!isOver()) await new Promise((resolve) => setTimeout(resolve, betweenLooks))
  await taking.close()
  say(`${seen.done} ${seen.done === 1 ? 'block is' : 'blocks are'} done.`)
  if (failures.length > 0) throw failures[0]
  return Atomics.load(stop, 0) === 0 ? exitCode.done : exitCode.tryAgain
}

/** The same trouble is said once in a row: a connection is tried again every few seconds. */
function oncePerText(say: Say): Say {
  let last = ''
  return (text) => {
    if (text !== last) say(text)
    last = text
  }
}

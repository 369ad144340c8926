/**
 * A queue of blocks on Redis, by BullMQ. Both packages are optional: they are loaded here, when somebody asks for them, and nowhere
 * else. An address holds a password perhaps: no message names more of it than where it is.
 *
 * With a wrong password a call of BullMQ 6.7 never comes back, and with nobody listening one of ioredis 6.0 takes a minute: so every call has a
 * deadline, and whether the server is there and takes this program is tried first, by a connection of its own.
 */
import type { Job, Queue } from 'bullmq'
import { errorOfKind, usageError } from '../../engine/run/errors.ts'
import { redisFailure, type RedisPlace } from './redisPlace.ts'

type BullMq = typeof import('bullmq')
type IoRedis = Pick<typeof import('ioredis'), 'Redis'>

/** How long a call may take: milliseconds. */
const deadline = 20_000

/** What is asked of a worker. */
export interface QueuedBlock {
  readonly block: number
  readonly round: number
}

/** @throws an error of kind `usage` where a package is not installed */
async function packages(): Promise<{ readonly bullmq: BullMq; readonly ioredis: IoRedis }> {
  try {
    return { bullmq: await import('bullmq'), ioredis: await import('ioredis') }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    throw usageError(
      '--engine: bullmq needs two packages that are not installed: npm install bullmq@6.7.0 ioredis@6.0.0',
    )
  }
}

/** What comes back in time, or an error of kind `busy`. */
async function inTime<Answer>(place: RedisPlace, what: string, answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(errorOfKind('busy', `${place.shown}: no answer within ${deadline / 1000} s (${what}); try again later`))
    }, deadline)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

/** What of the server a run hangs on. */
interface ServerFacts {
  /** True where what is queued outlives a restart. */
  readonly isKept: boolean
}

/**
 * Tries whether the server is there, takes this program, and keeps what it is given.
 *
 * @throws errors of kind `busy` where nobody answers, `usage` where a password is wrong, `platform` where it may forget jobs
 */
async function probe(place: RedisPlace, { Redis }: IoRedis): Promise<ServerFacts> {
  const redis = new Redis({ ...place.options, lazyConnect: true, retryStrategy: () => null, connectTimeout: 10_000 })
  let last: Error | undefined
  redis.on('error', (error: Error) => {
    last = error
  })
  try {
    await inTime(place, 'connecting', redis.connect())
    const info = await inTime(place, 'INFO', redis.info())
    const fact = (name: string): string | undefined => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1]
    const policy = fact('maxmemory_policy')
    if (policy !== undefined && policy !== 'noeviction') {
      throw errorOfKind(
        'platform',
        `${place.shown}: its maxmemory-policy is ${policy}, by which Redis throws jobs away when its memory is full; set it to ` +
          'noeviction (redis-cli config set maxmemory-policy noeviction, and in redis.conf)',
      )
    }
    return { isKept: fact('aof_enabled') !== '0' }
  } catch (error) {
    throw redisFailure(place, last ?? error, error)
  } finally {
    redis.disconnect()
  }
}

/** What a queue has. */
export interface QueueView {
  readonly waiting: readonly number[]
  readonly active: readonly number[]
  /** How many failed for good, and why the last one did. */
  readonly failed: number
  readonly why: string | undefined
  readonly isPaused: boolean
  /** Connected workers; undefined where the server does not say. */
  readonly workers: number | undefined
  readonly isKept: boolean
}

export interface BlockQueue {
  readonly add: (blocks: readonly number[], round: number) => Promise<void>
  readonly look: () => Promise<QueueView>
  readonly close: () => Promise<void>
}

/** A block's id in the queue; a number alone is the queue's own. */
function idOf(block: number): string {
  return `b${block}`
}

function blockOf(id: string): readonly number[] {
  const found = /^b(\d+)$/.exec(id)
  return found === null ? [] : [Number(found[1])]
}

/** Milliseconds between tries to connect again. */
function retryStrategy(times: number): number {
  return Math.min(500 * times, 5000)
}

const added = 1000

/** Opens a queue to hand blocks out. @throws as `probe`, and where the packages are not installed */
export async function openQueue(place: RedisPlace, name: string): Promise<BlockQueue> {
  const { bullmq, ioredis } = await packages()
  const { isKept } = await probe(place, ioredis)
  const queue = new bullmq.Queue(name, { connection: { ...place.options, retryStrategy } })
  // Without a listener an error ends the process; what is lost by it runs into its deadline.
  queue.on('error', () => undefined)
  const ask = async <Answer>(what: string, answer: Promise<Answer>): Promise<Answer> =>
    await inTime(place, what, answer)
  return {
    add: async (blocks, round) => {
      // Where a job of that id has failed, another one would not be taken.
      const failed = new Set(await ask('what failed', queue.getRanges(['failed', 'completed'], 0, -1)))
      for (const block of blocks) if (failed.has(idOf(block))) await ask('taking away', queue.remove(idOf(block)))
      for (let n = 0; n < blocks.length; n += added) {
        await ask('handing out', queue.addBulk(blocks.slice(n, n + added).map((block) => jobOf(block, round))))
      }
    },
    look: async () => ({ ...(await lookAt(queue, ask)), isKept }),
    close: async () => await ask('leaving', queue.close()).catch(() => undefined),
  }
}

/** What of a queue is asked. */
type AskedQueue = Pick<Queue, 'getRanges' | 'getFailedCount' | 'getFailed' | 'isPaused' | 'getWorkersCount'>

type Ask = <Answer>(what: string, answer: Promise<Answer>) => Promise<Answer>

/**
 * What it has is asked for at once, and after that which of it is at work: a job that a worker takes meanwhile is not missed.
 * `getRanges` gives two ids where no end is given.
 */
export async function lookAt(queue: AskedQueue, ask: Ask): Promise<Omit<QueueView, 'isKept'>> {
  const all = await ask('what it has', queue.getRanges(['active', 'wait', 'delayed', 'prioritized'], 0, -1))
  const active = new Set(await ask('what is at work', queue.getRanges(['active'], 0, -1)))
  const failed = await ask('what failed', queue.getFailedCount())
  const last = failed === 0 ? undefined : (await ask('why it failed', queue.getFailed(0, 0)))[0]
  return {
    active: [...active].flatMap(blockOf),
    waiting: all.filter((id) => !active.has(id)).flatMap(blockOf),
    failed,
    why: last?.failedReason,
    isPaused: await ask('whether it is paused', queue.isPaused()),
    // Some servers that are rented do not say who is connected.
    workers: await ask('who works', queue.getWorkersCount()).catch(() => undefined),
  }
}

function jobOf(block: number, round: number): Parameters<Queue['addBulk']>[0][number] {
  return {
    name: 'block',
    data: { block, round } satisfies QueuedBlock,
    opts: {
      jobId: idOf(block),
      attempts: 3,
      backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
      // The folder says what is done.
      removeOnComplete: true,
      removeOnFail: false,
    },
  }
}

export interface QueueWorker {
  /** Ends after the blocks in flight. */
  readonly close: () => Promise<void>
}

export interface QueueWorking {
  /** Blocks at the same time. */
  readonly concurrency: number
  /** Seconds after which a worker that says nothing is taken for dead. */
  readonly lock: number
  /** Computes a block. @throws what keeps it from being done; it is tried again unless `isFinal` says that this does not help */
  readonly work: (queued: QueuedBlock) => Promise<void>
  readonly isFinal: (error: unknown) => boolean
  /** Hears what goes wrong between this program and Redis: it connects again by itself. */
  readonly onTrouble: (text: string) => void
}

/** What went wrong, in words of a worker where BullMQ has words of its own. */
export function troubleText({ message, name }: Error): string {
  if (/could not renew lock|missing lock|lock mismatch/i.test(message)) {
    return 'this worker was silent for longer than --lock, so that what it was at may be with another one, too; it counts once'
  }
  return message === '' ? name : message
}

/** Takes blocks from a queue. @throws as `openQueue` */
export async function openQueueWorker(place: RedisPlace, name: string, working: QueueWorking): Promise<QueueWorker> {
  const { bullmq, ioredis } = await packages()
  await probe(place, ioredis)
  const take = async (job: Job<QueuedBlock>): Promise<void> => {
    try {
      await working.work(job.data)
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error)
      throw working.isFinal(error) ? new bullmq.UnrecoverableError(said) : new Error(said, { cause: error })
    }
  }
  const worker = new bullmq.Worker<QueuedBlock, void>(name, take, {
    connection: { ...place.options, retryStrategy, maxRetriesPerRequest: null },
    concurrency: working.concurrency,
    lockDuration: 1000 * working.lock,
    stalledInterval: 500 * working.lock,
    maxStalledCount: 3,
  })
  worker.on('error', (error) => working.onTrouble(`${place.shown}: ${troubleText(error)}`))
  return { close: async () => await inTime(place, 'leaving', worker.close()).catch(() => undefined) }
}

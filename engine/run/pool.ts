/**
 * Blocks on worker threads. Threads only add speed: blocks are handed out in order, their results handed on in order, and
 * never more than `workers + 2` are in flight, so memory does not grow with the number of replicates.
 *
 * A pool serves all parts of a study, so that threads start once and their code is compiled once: the industry is sent to a
 * thread when it starts, and what is special to a part with each of its blocks.
 */
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { writeLost } from './block.ts'
import { type Block, type ResultShape, blockLayout } from './layout.ts'
import { type RunPlan, planBlock } from './plan.ts'
import type { FinishedBlock } from './shards.ts'
import type { BlockTask, PartSetup, TaskReply } from './tasks.ts'

export interface Pool {
  readonly workers: number
  /** @throws what kills the thread, and what keeps threads from starting */
  readonly run: (task: BlockTask) => Promise<TaskReply>
  /** True when no thread is left and none can be started. */
  readonly isGone: () => boolean
  readonly close: () => Promise<void>
}

/** Shared number by which a run is stopped: `Atomics.store(stop, 0, 1)`. */
export function createStopFlag(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4))
}

/**
 * Threads that start when the first task comes.
 *
 * @param data goes to every thread once: the industry for our worker; any other must export `runTask` (see `tasks.ts`)
 */
export function openPool(
  workers: number,
  data: unknown,
  workerFile: URL = new URL(`./worker${extname(import.meta.url)}`, import.meta.url),
): Pool {
  const filename = fileURLToPath(workerFile)
  let threads: Threads | undefined
  return {
    workers,
    run: async (task) => {
      threads ??= startThreads(workers, data, filename)
      return await runOn(threads, task)
    },
    isGone: () => threads?.isGone === true,
    close: async () => await threads?.pool.destroy(),
  }
}

interface Threads {
  readonly pool: Piscina<BlockTask, TaskReply>
  /** Ends what tasks are waiting for. */
  readonly waiting: Set<(error: unknown) => void>
  isGone: boolean
  lastError: unknown
}

function startThreads(workers: number, data: unknown, filename: string): Threads {
  const pool = new Piscina<BlockTask, TaskReply>({
    filename,
    name: 'runTask',
    minThreads: workers,
    maxThreads: workers,
    workerData: data,
    // From sources, as in the tests, a thread needs the TypeScript loader; the compiled package does not.
    execArgv: extname(filename) === '.ts' ? ['--import=tsx'] : [],
  })
  const threads: Threads = {
    pool,
    waiting: new Set(),
    isGone: false,
    lastError: new Error('every thread ended before it could compute anything'),
  }
  // A thread that dies at work rejects its task and is replaced; of one that dies before it has work only this tells.
  pool.on('error', (error) => {
    threads.lastError = error
  })
  pool.on('workerDestroy', () => {
    // Its successor is there when this event has been dealt with, unless threads cannot start at all.
    setImmediate(() => {
      if (pool.threads.length > 0) return
      threads.isGone = true
      for (const reject of threads.waiting) reject(threads.lastError)
    })
  })
  return threads
}

async function runOn(threads: Threads, task: BlockTask): Promise<TaskReply> {
  if (threads.isGone) throw threads.lastError
  return await new Promise<TaskReply>((resolve, reject) => {
    threads.waiting.add(reject)
    threads.pool
      .run(task)
      .then(resolve, reject)
      .finally(() => threads.waiting.delete(reject))
  })
}

interface Slot {
  readonly values: Float64Array
}

/** A block of which nothing is there: all its replicates are lost. */
export function lostBlock(shape: ResultShape, block: Block, why: string): FinishedBlock {
  const values = new Float64Array(blockLayout(shape, block.count).length)
  writeLost(shape, block.count, values)
  return { ...block, values, thrown: [], lost: why }
}

type Outcome = TaskReply | { readonly lost: string } | { readonly error: unknown }

/** A block on a thread, or one that was finished before and only has to be handed on. */
type Flight =
  | { readonly block: Block; readonly slot: Slot; readonly outcome: Promise<Outcome> }
  | { readonly block: Block; readonly found: FinishedBlock }

/** Which blocks of a plan to run, and what to do with them. */
export interface BlockRun {
  readonly part: PartSetup
  readonly from: number
  /** After the last. */
  readonly to: number
  /** See `createStopFlag`; blocks already begun are finished and handed on. */
  readonly stop: Int32Array
  /** A block that is finished already, and so is not computed again. */
  readonly find: (block: Block) => FinishedBlock | undefined
  /** @param fresh false for a block that was found */
  readonly deliver: (block: FinishedBlock, fresh: boolean) => void
}

/**
 * Runs blocks of `plan` and hands each on, in order.
 *
 * @returns number of blocks handed on: less than asked only when stopped
 * @throws what `find` and `deliver` throw, and what keeps threads from starting
 */
export async function runBlocks(pool: Pool, plan: RunPlan, run: BlockRun): Promise<number> {
  const { shape } = run.part
  const longest = blockLayout(shape, plan.blockSize).length
  const inFlight = Math.min(run.to - run.from, pool.workers + 2)
  const free: Slot[] = Array.from({ length: inFlight }, () => ({
    values: new Float64Array(new SharedArrayBuffer(longest * 8)),
  }))
  const flights: Flight[] = []
  let next = run.from
  let delivered = 0
  for (;;) {
    while (next < run.to && flights.length < inFlight && Atomics.load(run.stop, 0) === 0) {
      flights.push(launch(pool, planBlock(plan, next), free, run))
      next += 1
    }
    const flight = flights.shift()
    if (flight === undefined) return delivered
    if ('found' in flight) {
      run.deliver(flight.found, false)
      delivered += 1
      continue
    }
    const outcome = await flight.outcome
    if ('error' in outcome) throw outcome.error
    if (!('lost' in outcome) && outcome.skipped) {
      await Promise.all(flights.flatMap((later) => ('outcome' in later ? [later.outcome] : [])))
      return delivered
    }
    run.deliver(finished(shape, flight.block, flight.slot.values, outcome), true)
    delivered += 1
    free.push(flight.slot)
  }
}

/**
 * Runs one block by itself, for whoever hands out blocks in another order than that of a plan.
 *
 * @param slot shared memory of at least the block's length, that the block is written into
 * @returns undefined where it was stopped before the block began
 * @throws what keeps threads from starting
 */
export async function runOneBlock(
  pool: Pool,
  block: Block,
  { part, stop }: Pick<BlockRun, 'part' | 'stop'>,
  slot: Float64Array,
): Promise<FinishedBlock | undefined> {
  const outcome = await runTwice(pool, { part, first: block.first, count: block.count, slot, stop })
  if ('error' in outcome) throw outcome.error
  if (!('lost' in outcome) && outcome.skipped) return undefined
  return finished(part.shape, block, slot, outcome)
}

/** A block that came back from its thread, or did not, in which case no replicate of it counts. */
function finished(
  shape: ResultShape,
  block: Block,
  slot: Float64Array,
  outcome: TaskReply | { readonly lost: string },
): FinishedBlock {
  const values = slot.subarray(0, blockLayout(shape, block.count).length)
  if (!('lost' in outcome)) return { ...block, values, thrown: outcome.thrown }
  writeLost(shape, block.count, values)
  return { ...block, values, thrown: [], lost: outcome.lost }
}

function launch(pool: Pool, block: Block, free: Slot[], { part, find, stop }: BlockRun): Flight {
  const found = find(block)
  if (found !== undefined) return { block, found }
  const slot = free.pop()!
  return {
    block,
    slot,
    outcome: runTwice(pool, { part, first: block.first, count: block.count, slot: slot.values, stop }),
  }
}

/** A thread that dies is replaced and its block tried once more: another block may have used up its memory. */
async function runTwice(pool: Pool, task: BlockTask): Promise<Outcome> {
  try {
    return await pool.run(task)
  } catch {
    try {
      return await pool.run(task)
    } catch (error) {
      // Without threads nothing more can be computed, and no block is at fault.
      return pool.isGone() ? { error } : { lost: error instanceof Error ? error.message : String(error) }
    }
  }
}

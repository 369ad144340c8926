/**
 * Blocks on worker threads. Threads only add speed: blocks are handed out in order, their results handed on in order, and
 * never more than `workers + 2` are in flight, so memory does not grow with the number of replicates.
 */
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { lostStatus } from './failures.ts'
import { type Block, type ResultShape, blockLayout } from './layout.ts'
import { type RunPlan, planBlock } from './plan.ts'
import type { FinishedBlock } from './shards.ts'
import type { BlockTask, PilotTask, TaskReply } from './tasks.ts'

export interface Pool {
  readonly workers: number
  readonly threads: Piscina<BlockTask | PilotTask, TaskReply>
}

/** Shared number by which a run is stopped: `Atomics.store(stop, 0, 1)`. */
export function createStopFlag(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4))
}

/** @param setup goes to every thread once: a `WorkerSetup` for our worker; any other must export `runTask` (see `tasks.ts`). */
export function openPool(
  workers: number,
  setup: unknown,
  workerFile: URL = new URL(`./worker${extname(import.meta.url)}`, import.meta.url),
): Pool {
  const filename = fileURLToPath(workerFile)
  const threads = new Piscina<BlockTask | PilotTask, TaskReply>({
    filename,
    name: 'runTask',
    minThreads: workers,
    maxThreads: workers,
    workerData: setup,
    // From sources, as in the tests, a thread needs the TypeScript loader; the compiled package does not.
    execArgv: extname(filename) === '.ts' ? ['--import=tsx'] : [],
  })
  return { workers, threads }
}

/** Ends the threads of a pool. */
export async function closePool(pool: Pool): Promise<void> {
  await pool.threads.destroy()
}

const fewestPilots = 12
/** Of the run's replicates; a long run can afford to wait until its code is compiled before it is timed. */
const shareOfPilots = 0.05

/** Times a few replicates on all threads at once. @throws the error that keeps a thread from starting. */
export async function timeReplicates(pool: Pool, replicates: number): Promise<number> {
  const share = replicates / pool.workers
  const pilot = Math.ceil(Math.min(share, Math.max(fewestPilots, share * shareOfPilots)))
  const tasks = Array.from({ length: pool.workers }, () => pool.threads.run({ pilot }))
  const replies = await Promise.all(tasks)
  return Math.max(...replies.map((reply) => reply.secondsPerReplicate))
}

interface Slot {
  readonly values: Float64Array
}

/** A block on a thread, or one that was finished before and only has to be handed on. */
type Flight =
  | { readonly block: Block; readonly slot: Slot; readonly outcome: Promise<TaskReply | { readonly lost: string }> }
  | { readonly block: Block; readonly found: FinishedBlock }

/** Which blocks of a plan to run, and what to do with them. */
export interface BlockRun {
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
 * @throws what `find` and `deliver` throw
 */
export async function runBlocks(pool: Pool, shape: ResultShape, plan: RunPlan, run: BlockRun): Promise<number> {
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
    if (!('lost' in outcome) && outcome.skipped) {
      await Promise.all(flights.flatMap((later) => ('outcome' in later ? [later.outcome] : [])))
      return delivered
    }
    const { block, slot } = flight
    const values = slot.values.subarray(0, blockLayout(shape, block.count).length)
    if ('lost' in outcome) writeLost(shape, block.count, values)
    const thrown = 'lost' in outcome ? [] : outcome.thrown
    run.deliver({ ...block, values, thrown, ...('lost' in outcome ? outcome : {}) }, true)
    delivered += 1
    free.push(slot)
  }
}

function launch(pool: Pool, block: Block, free: Slot[], { find, stop }: BlockRun): Flight {
  const found = find(block)
  if (found !== undefined) return { block, found }
  const slot = free.pop()!
  return { block, slot, outcome: runTwice(pool, { first: block.first, count: block.count, slot: slot.values, stop }) }
}

/** A thread that dies is replaced and its block tried once more: another block may have used up its memory. */
async function runTwice(pool: Pool, task: BlockTask): Promise<TaskReply | { readonly lost: string }> {
  try {
    return await pool.threads.run(task)
  } catch {
    try {
      return await pool.threads.run(task)
    } catch (error) {
      return { lost: error instanceof Error ? error.message : String(error) }
    }
  }
}

function writeLost(shape: ResultShape, count: number, values: Float64Array): void {
  const layout = blockLayout(shape, count)
  values.fill(NaN, 0, layout.statusStart)
  values.fill(lostStatus, layout.statusStart, layout.plantsStart)
  values.fill(0, layout.plantsStart)
}

/**
 * What a worker thread is asked to do: run a block into shared memory, or time a few replicates for the estimate. A task says
 * for which part of a study it is, so that any thread can do it, a new one too.
 */
import type { Sampling } from '../math/sampling.ts'
import type { ParameterLaws } from '../model/draws/parameterLaws.ts'
import { runBlock, type ReplicateRunner } from './block.ts'
import type { ThrownError } from './failures.ts'
import type { ResultShape } from './layout.ts'

/** Scenarios as bytes in shared memory: large, and sent without a copy. */
export interface PackedScenarios {
  /** The same for the same policies: a thread that holds them already does not unpack them again. */
  readonly number: number
  readonly bytes: Uint8Array
}

/** Scenarios that run on the same draws: what a thread must know beside the industry. */
export interface PartSetup {
  readonly number: number
  readonly scenarios: PackedScenarios
  readonly laws: ParameterLaws
  readonly seed: number
  readonly sampling: Sampling
  readonly shape: ResultShape
}

export interface BlockTask {
  readonly part: PartSetup
  readonly first: number
  readonly count: number
  /** Shared memory that the block is written into. */
  readonly slot: Float64Array
  /** Shared number; anything but 0 asks that no new block begin. */
  readonly stop: Int32Array
}

export interface TaskReply {
  /** True when the run was stopped before this block began. */
  readonly skipped: boolean
  readonly thrown: readonly ThrownError[]
  /** Seconds a replicate took, on average. */
  readonly secondsPerReplicate: number
}

export interface PilotTask {
  readonly part: PartSetup
  /** Replicates to time at most; they are computed again in their blocks. */
  readonly pilot: number
}

/** The function that a worker's file exports as `runTask`. Errors inside a replicate never leave it. */
export function taskRunner(runner: ReplicateRunner, shape: ResultShape): (task: BlockTask | PilotTask) => TaskReply {
  return (task) => ('pilot' in task ? runPilot(runner, task.pilot) : runBlockTask(runner, shape, task))
}

function runBlockTask(runner: ReplicateRunner, shape: ResultShape, task: BlockTask): TaskReply {
  if (Atomics.load(task.stop, 0) !== 0) return { skipped: true, thrown: [], secondsPerReplicate: 0 }
  const start = performance.now()
  const thrown = runBlock(runner, shape, task.first, task.count, task.slot)
  return { skipped: false, thrown, secondsPerReplicate: (performance.now() - start) / 1000 / task.count }
}

const pilotSeconds = 3
/** Replicates that are timed together: one alone may meet a pause, or be lighter than others. */
const replicatesOfALook = 8
/** The code is compiled in steps while it runs; it is warm when two looks are no more than this much faster than the fastest before. */
const settledShare = 0.9
const looksToSettle = 2

/**
 * Times replicates until the time no longer falls, and says what the last ones took. Where the pilot ends before, the fastest one
 * is nearest to what the others will take, since the code goes on to get faster.
 */
function runPilot(runner: ReplicateRunner, replicates: number): TaskReply {
  const start = performance.now()
  let best = Infinity
  let settledLooks = 0
  let looked = start
  let fastest = Infinity
  let last = start
  for (let done = 1; done <= replicates && last - start < pilotSeconds * 1000; done++) {
    try {
      runner.run(done - 1)
    } catch {
      // Counted with its number when its block comes.
    }
    const now = performance.now()
    fastest = Math.min(fastest, now - last)
    last = now
    if (done % replicatesOfALook !== 0) continue
    const look = (now - looked) / replicatesOfALook
    settledLooks = look > settledShare * best ? settledLooks + 1 : 0
    best = Math.min(best, look)
    looked = now
    if (settledLooks === looksToSettle) return timed(best)
  }
  return timed(fastest)
}

function timed(milliseconds: number): TaskReply {
  return { skipped: false, thrown: [], secondsPerReplicate: milliseconds / 1000 }
}

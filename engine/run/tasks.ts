/**
 * What a worker thread is asked to do: run a block into shared memory, or time a few replicates for the estimate.
 * Both go through the runner that the thread made when it started.
 */
import { runBlock, type ReplicateRunner } from './block.ts'
import type { ThrownError } from './failures.ts'
import type { ResultShape } from './layout.ts'

export interface BlockTask {
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
  /** Replicates to time; they are computed again in their blocks. */
  readonly pilot: number
}

const pilotSeconds = 1.5

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

/** Times the second half of the pilot; in the first the code is still being compiled. */
function runPilot(runner: ReplicateRunner, replicates: number): TaskReply {
  const start = performance.now()
  const ends: number[] = []
  while (ends.length < replicates && performance.now() - start < pilotSeconds * 1000) {
    try {
      runner.run(ends.length)
    } catch {
      // Counted with its number when its block comes.
    }
    ends.push(performance.now())
  }
  const half = Math.floor((ends.length - 1) / 2)
  const timed = ends.length === 1 ? ends[0] - start : (ends[ends.length - 1] - ends[half]) / (ends.length - 1 - half)
  return { skipped: false, thrown: [], secondsPerReplicate: timed / 1000 }
}

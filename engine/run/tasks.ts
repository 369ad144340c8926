/**
 * What a worker thread is asked to do: run a block into shared memory. A task says
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
}

/** The function that a worker's file exports as `runTask`. Errors inside a replicate never leave it. */
export function taskRunner(runner: ReplicateRunner, shape: ResultShape): (task: BlockTask) => TaskReply {
  return (task) => runBlockTask(runner, shape, task)
}

function runBlockTask(runner: ReplicateRunner, shape: ResultShape, task: BlockTask): TaskReply {
  if (Atomics.load(task.stop, 0) !== 0) return { skipped: true, thrown: [] }
  const thrown = runBlock(runner, shape, task.first, task.count, task.slot)
  return { skipped: false, thrown }
}

/**
 * The file that each worker thread loads: it takes the industry once, from `workerData`, and the laws and scenarios of a part
 * with its first block. It runs all replicates of the part in one workspace.
 */
import { deserialize } from 'node:v8'
import { workerData } from 'node:worker_threads'
import type { Industry } from '../model/inputs/industry.ts'
import type { CompiledScenario } from '../model/inputs/policy.ts'
import { runnersOfParts } from './runner.ts'
import { askedOf } from './layout.ts'
import { taskRunner, type BlockTask, type PartSetup, type TaskReply } from './tasks.ts'

const industry: Industry = workerData
const runnerOf = runnersOfParts(industry)

interface Held {
  readonly number: number
  readonly scenarios: { readonly number: number; readonly list: readonly CompiledScenario[] }
  readonly run: (task: BlockTask) => TaskReply
}

let held: Held | undefined

function take(part: PartSetup): Held {
  const { number, bytes } = part.scenarios
  const scenarios = held?.scenarios.number === number ? held.scenarios : { number, list: deserialize(bytes) }
  const runner = runnerOf({ ...part, scenarios: scenarios.list, asked: askedOf(part.shape) })
  return { number: part.number, scenarios, run: taskRunner(runner, part.shape) }
}

/** Does a task for its part, which it takes up where it is another than the last one. */
export function runTask(task: BlockTask): TaskReply {
  if (held?.number !== task.part.number) held = take(task.part)
  return held.run(task)
}

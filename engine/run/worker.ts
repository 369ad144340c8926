/**
 * The file that each worker thread loads: it takes industry, laws and scenarios once, from `workerData`, and makes the
 * workspace in which all of its replicates run.
 */
import { workerData } from 'node:worker_threads'
import type { ResultShape } from './layout.ts'
import { replicateRunner, type RunnerSetup } from './runner.ts'
import { taskRunner, type BlockTask, type PilotTask, type TaskReply } from './tasks.ts'

export interface WorkerSetup extends RunnerSetup {
  readonly shape: ResultShape
}

const setup: WorkerSetup = workerData

export const runTask: (task: BlockTask | PilotTask) => TaskReply = taskRunner(replicateRunner(setup), setup.shape)

/**
 * The file that each worker thread loads: it takes industry, laws and scenarios once, from `workerData`, and makes the
 * workspace in which all of its replicates run.
 */
import { workerData } from 'node:worker_threads'
import type { Sampling } from '../math/sampling.ts'
import { rootKey } from '../math/streams.ts'
import type { Industry } from '../model/industry.ts'
import type { ParameterLaws } from '../model/parameterLaws.ts'
import type { CompiledScenario } from '../model/policy.ts'
import { runReplicate } from '../model/replicate.ts'
import { createWorkspace } from '../model/workspace.ts'
import type { ResultShape } from './layout.ts'
import { taskRunner, type BlockTask, type PilotTask, type TaskReply } from './tasks.ts'

export interface WorkerSetup {
  readonly industry: Industry
  readonly laws: ParameterLaws
  readonly scenarios: readonly CompiledScenario[]
  readonly seed: number
  readonly sampling: Sampling
  readonly shape: ResultShape
}

const setup: WorkerSetup = workerData
const workspace = createWorkspace(setup.industry, setup.laws, setup.scenarios, setup.sampling)
const root = rootKey(setup.seed)

export const runTask: (task: BlockTask | PilotTask) => TaskReply = taskRunner(
  { results: workspace.results, run: (replicate) => runReplicate(workspace, root, replicate) },
  setup.shape,
)

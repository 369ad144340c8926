/** Runs the parts of a plan on threads, each block written down when it is done; what is in the folder is not run again. */
import { runMonteCarlo, type MonteCarloResult, type StoppingRule } from '../../engine/run/monteCarlo.ts'
import type { Estimate } from '../../engine/run/plan.ts'
import type { ResultFolder } from '../../reports/folder.ts'
import { logEvent } from '../../reports/log.ts'
import { bytesText, durationText } from '../../reports/numbers.ts'
import { targetText } from '../../reports/precisionText.ts'
import type { PrecisionRule, RunPlanFile } from '../../reports/runPlan.ts'
import type { OptionValues } from '../console/command.ts'
import { flagOption, numberOption } from '../console/options.ts'
import { showProgress } from '../console/progress.ts'
import type { StudyInputs } from './inputs.ts'
import { questionOf, stoppingRule } from './precision.ts'
import { storedRequest } from './work.ts'

/** Writes a message, unless asked to be quiet. */
export type Say = (text: string) => void

export interface Execution {
  readonly inputs: StudyInputs
  readonly plan: RunPlanFile
  readonly folder: ResultFolder
  readonly options: OptionValues
  readonly stop: Int32Array
  readonly say: Say
}

/** @returns results of the parts that were begun; the last may be unfinished when the run was stopped */
export async function execute(execution: Execution): Promise<readonly MonteCarloResult[]> {
  const { inputs, plan, folder, options, stop } = execution
  const workers = numberOption(options, 'workers', 0)
  const progress = showProgress(flagOption(options, 'quiet'))
  const results: MonteCarloResult[] = []
  const all = plan.replicates * plan.parts.length
  try {
    for (let part = 0; part < plan.parts.length && Atomics.load(stop, 0) === 0; part++) {
      const before = part * plan.replicates
      const result = await runMonteCarlo({
        ...storedRequest(inputs, plan, part, folder.shards),
        ...(workers > 0 ? { workers } : {}),
        ...(plan.precision === undefined ? {} : { until: loggedRule(execution, plan.precision, part) }),
        stop,
        ...(part > 0 ? {} : { onEstimate: (estimate: Estimate) => announce(execution, estimate) }),
        onProgress: (done) => progress.update(before + done, all),
      })
      results.push(result)
    }
  } finally {
    progress.finish()
  }
  return results
}

/** Every look at the precision is written into the log. */
function loggedRule({ inputs, plan, folder }: Execution, precision: PrecisionRule, part: number): StoppingRule {
  return stoppingRule(questionOf(inputs, plan, precision, part), (state, { replicates }) => {
    const { targets, binding, verdict, projected } = state
    const { target, halfWidth } = targets[binding]
    const known = { halfWidth, wanted: target.halfWidth, projected }
    logEvent(folder, 'precision', { part, replicates, verdict, binding: targetText(target), ...known })
  })
}

function announce({ inputs, plan, folder, say }: Execution, estimate: Estimate): void {
  logEvent(folder, 'estimate', { ...estimate, parts: plan.parts.length })
  const parts = plan.parts.length
  const names = plan.points === undefined ? inputs.scenarios.map(({ name }) => name).join(', ') : `${plan.points.length} points`
  const most = plan.precision === undefined ? '' : 'at most '
  say(
    `${most}${plan.replicates} replicates of ${names}; seed ${plan.seed}; about ${durationText(estimate.seconds * parts)} on ` +
      `${estimate.workers} ${estimate.workers === 1 ? 'thread' : 'threads'}, ${bytesText(estimate.memoryBytes)} of memory, ` +
      `${bytesText(estimate.diskBytes * parts)} on disk.`,
  )
}

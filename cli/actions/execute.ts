/** Runs a plan into its folder, with a word before it, progress on the way, and events in the log. */
import type { PrecisionState } from '../../engine/analysis/precision/until.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import type { Estimate } from '../../engine/run/plan.ts'
import type { ResultFolder } from '../../studies/folder/folder.ts'
import { logEvent } from '../../studies/folder/log.ts'
import { durationText, bytesText } from '../../reports/words/numbers.ts'
import { targetText } from '../../reports/text/precisionText.ts'
import type { PlannedStudy } from '../../studies/plan/plans.ts'
import { runParts } from '../../studies/run/runParts.ts'
import type { OptionValues } from '../console/command.ts'
import { flagOption, givenNumber } from '../console/options.ts'
import { showProgress } from '../console/progress.ts'
import type { Say } from '../../studies/folder/say.ts'

export interface Execution extends PlannedStudy {
  readonly folder: ResultFolder
  readonly options: OptionValues
  readonly stop: Int32Array
  readonly say: Say
}

/** @returns results of the parts that were begun; the last may be unfinished when the run was stopped */
export async function execute(execution: Execution): Promise<readonly MonteCarloResult[]> {
  const { inputs, plan, folder, options, stop } = execution
  const progress = showProgress(flagOption(options, 'quiet'))
  try {
    return await runParts({
      inputs,
      plan,
      shards: folder.shards,
      workers: givenNumber(options, 'workers'),
      stop,
      onEstimate: (estimate) => announce(execution, estimate),
      onProgress: progress.update,
      onLook: (part, state, replicates) => logLook(folder, part, state, replicates),
    })
  } finally {
    progress.finish()
  }
}

/** Every look at the precision is written into the log. */
function logLook(folder: ResultFolder, part: number, state: PrecisionState, replicates: number): void {
  const { targets, binding, verdict, projected } = state
  const { target, halfWidth } = targets[binding]
  const known = { halfWidth, wanted: target.halfWidth, projected }
  logEvent(folder, 'precision', { part, replicates, verdict, binding: targetText(target), ...known })
}

function announce({ inputs, plan, folder, say }: Execution, estimate: Estimate): void {
  logEvent(folder, 'estimate', { ...estimate, parts: plan.parts.length })
  const parts = plan.parts.length
  const names =
    plan.points === undefined ? inputs.scenarios.map(({ name }) => name).join(', ') : `${plan.points.length} points`
  const most = plan.precision === undefined ? '' : 'at most '
  say(
    `${most}${plan.replicates} replicates of ${names}; seed ${plan.seed}; about ${durationText(estimate.seconds * parts)} on ` +
      `${estimate.workers} ${estimate.workers === 1 ? 'thread' : 'threads'}, ${bytesText(estimate.memoryBytes)} of memory, ` +
      `${bytesText(estimate.diskBytes * parts)} on disk.`,
  )
}

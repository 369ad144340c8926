/**
 * One replicate: draw, calibrate, and run every scenario on the same draws. Sections 7, 12 and 14 of docs/model.md.
 */
import type { Key } from '../../math/streams.ts'
import { type BooksPlan, closing } from '../accounts/closing.ts'
import { outcomeCount } from '../accounts/outcomes.ts'
import { replicateStatus } from '../accounts/results.ts'
import { drawReplicate } from '../draws/draws.ts'
import { calibrateIndustry } from './calibrate.ts'
import { readParameters } from './drawnParameters.ts'
import { runHistory } from './history.ts'
import type { HistoryListener } from './listener.ts'
import { prepareScenario } from './prepareScenario.ts'
import type { Workspace } from './workspace.ts'

/**
 * Runs one replicate through every scenario of the workspace, and fills `workspace.results`.
 *
 * @param root key of the run's seed
 * @param replicate its number, from 0
 * @param listeners [scenario] told what happens, where somebody wants to know
 */
export function runReplicate(workspace: Workspace, root: Key, replicate: number, listeners?: HistoryListener[]): void {
  const { draws } = workspace
  drawReplicate(workspace, root, replicate, draws)
  const parameters = readParameters(draws.parameters)
  const calibrated = calibrateIndustry(workspace, parameters)
  workspace.economies.forEach((economy, s) => {
    const result = workspace.results[s]
    if (!calibrated) {
      result.status = replicateStatus.calibration
      return
    }
    prepareScenario(workspace, economy, parameters)
    const { costs } = parameters
    runHistory({ workspace, economy, costs, listener: listeners?.[s] }, result)
    if (result.status === replicateStatus.good && !allFinite(workspace.books, result.outcomes)) {
      result.status = replicateStatus.nonFinite
    }
  })
}

/** Whether all outcomes of the years that are closed are numbers. */
function allFinite({ years }: BooksPlan, outcomes: Float64Array): boolean {
  for (let n = 0; n < outcomes.length; n++) {
    if (!Number.isFinite(outcomes[n]) && years[Math.floor(n / outcomeCount)] === closing.all) return false
  }
  return true
}

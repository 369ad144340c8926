/** A replicate of a result again, as the plan in its folder has it: with its seed, its sampler and the laws of its part. */
import { usageError } from '../../engine/run/errors.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { type ReplicateTrace, traceReplicate } from '../../engine/model/explain/trace.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import { nameHint } from '../../scenarios/file/nearest.ts'
import { openResult } from '../folder/columns.ts'
import type { RunPlanFile } from '../plan/runPlan.ts'
import { partRequest } from '../plan/work.ts'

export interface StoredReplayOptions {
  /** Number of the replicate, from 0, among those that are planned. */
  readonly replicate: number
  /** Name of a scenario of the result, in a sweep of a point; the one that the run is about unless given. */
  readonly scenario?: string | undefined
  /** Folder where the data of its own are now, when they are no longer where they were. */
  readonly data?: string | undefined
}

/**
 * Runs a replicate of a scenario of a result, and of its baseline, in this thread: the numbers are those of the result.
 *
 * @throws errors of kind `usage` for what the result does not have, and of kind `file` as `openResult`
 */
export function replayStored(folder: string, { replicate, scenario, data }: StoredReplayOptions): ReplicateTrace {
  const { plan, inputs } = openResult(folder, data)
  if (replicate >= plan.replicates) {
    throw usageError(`--replicate: ${replicate} is not in this result, which has 0 to ${plan.replicates - 1}`)
  }
  const position = scenario === undefined ? firstPoint(plan) : positionOf(plan, scenario)
  const part = plan.parts.find(({ scenarios }) => scenarios.includes(position)) ?? plan.parts[0]
  const { industry, laws, sampling } = partRequest(inputs, plan, part)
  const shown = [...new Set([part.baseline, position])].map((s) => inputs.scenarios[s].compiled)
  const workspace = createWorkspace(industry, laws, shown, sampling)
  return traceReplicate(workspace, rootKey(plan.seed), replicate)
}

/** Of a sweep its first point, since it is about no single scenario. */
function firstPoint({ points, subject }: RunPlanFile): number {
  return points?.[0]?.scenario ?? subject
}

function positionOf({ scenarios }: RunPlanFile, name: string): number {
  const names = scenarios.map((scenario) => scenario.name)
  const position = names.indexOf(name)
  if (position >= 0) return position
  throw usageError(`--scenario: ${name} is not in this result; ${nameHint(name, names)}`)
}

/** What some replicates of a study drew. */
import { rootKey } from '../../engine/math/streams.ts'
import { parameterDraws } from '../../engine/model/draws/parameterDraws.ts'
import type { StudyInputs } from '../plan/inputs.ts'
import type { RunPlanFile } from '../plan/runPlan.ts'

/** What replicates of a part drew: it follows from plan and laws, so that nothing is read for it. @returns [replicate x parameter] */
export function drawsOf(
  inputs: StudyInputs,
  plan: RunPlanFile,
): (part: number, first: number, count: number) => Float64Array {
  const root = rootKey(plan.seed)
  return (part, first, count) =>
    parameterDraws(inputs.scenarios[plan.parts[part].laws].laws, plan.sampling, root, count, first)
}

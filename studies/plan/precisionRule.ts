/** When a run is precise enough to end: what the design asks for, and the rule that looks after every batch. */
import { usageError } from '../../engine/run/errors.ts'
import type { PrecisionState } from '../../engine/analysis/precision/until.ts'
import { growingColumns } from '../../engine/run/growingColumns.ts'
import type { RunSoFar, StoppingRule } from '../../engine/run/monteCarlo.ts'
import { resultShape } from '../../engine/run/resultShape.ts'
import { isPaired, type PrecisionQuestion, precisionQuestion, lookAt } from './precisionQuestion.ts'
import type { PrecisionRule, RunPlanFile } from './runPlan.ts'
import { type DesignBlock, precisionDefaults } from '../../scenarios/parameters/sampling.ts'
import type { StudyInputs } from './inputs.ts'
import { partRequest } from './work.ts'

/**
 * The rule of a design, with defaults where it is silent, and the most replicates; undefined where it asks for a number of
 * replicates. A minimum or maximum that is written moves the default of the other out of its way.
 */
export function precisionRule(design: DesignBlock): (PrecisionRule & { readonly max: number }) | undefined {
  const { until } = design
  if (until === undefined || until === null) return undefined
  const max = design.max ?? Math.max(precisionDefaults.max, design.min ?? 0)
  const min = design.min ?? Math.min(precisionDefaults.min, max)
  return { until, min, max, batch: design.batch ?? precisionDefaults.batch }
}

/** @throws an error of kind `usage` where differences are asked of a run with nothing to compare */
export function requireAnswerable({ precision, parts, scenarios }: RunPlanFile): void {
  const alone = parts.find((part) => part.scenarios.length === 1)
  const asked = precision?.until.find(({ statistic }) => statistic !== undefined && isPaired(statistic))
  if (alone === undefined || asked === undefined) return
  throw usageError(
    `design.until asks for the ${asked.statistic} of ${asked.outcome}, and ${scenarios[alone.baseline].name} runs alone; ` +
      'give --replicates, or compare it with another scenario',
  )
}

/** What is asked of a part of the plan. @param precision that of the plan */
export function questionOf(
  inputs: StudyInputs,
  plan: RunPlanFile,
  precision: PrecisionRule,
  part: number,
): PrecisionQuestion {
  const request = partRequest(inputs, plan, plan.parts[part])
  const { until, min, batch } = precision
  return precisionQuestion(
    until,
    // A run that was made longer than its rule allows keeps to the rule's minimum.
    { min: Math.min(min, plan.replicates), max: plan.replicates, batch },
    plan.parts[part].scenarios.map((s) => plan.scenarios[s].name),
    inputs.industry.baseYear,
    resultShape(request),
    plan.sampling,
  )
}

/**
 * The rule for a part. It depends on the replicates done at each look alone, and looks come after fixed numbers of
 * blocks, so a run that is taken up again ends where one that was never broken off does.
 */
export function stoppingRule(
  question: PrecisionQuestion,
  onLook: (state: PrecisionState, sofar: RunSoFar) => void,
): StoppingRule {
  const read = growingColumns()
  return {
    batch: question.schedule.batch,
    enough: (sofar) => {
      const state = lookAt(question, read, sofar)
      onLook(state, sofar)
      return state.verdict === 'reached'
    },
  }
}

/** The scenarios of the published checks, run on the same draws, and our numbers beside those that others have published. */
import { checkScenarios } from './definitions.ts'
import { demandColumns } from './demand.ts'
import { type CheckResult, measureChecks } from './measure.ts'
import { type ModelCheckOptions, runScenarios } from './runScenarios.ts'

/** All checks, measured. */
export interface ModelChecks {
  readonly replicates: number
  readonly seed: number
  /** Replicates that failed in at least one scenario. */
  readonly failed: number
  readonly results: readonly CheckResult[]
}

/** Runs the scenarios of all checks and measures each. Nothing is judged but whether the mean is inside the published band. */
export async function checkModel(options: ModelCheckOptions): Promise<ModelChecks> {
  const scenarios = checkScenarios()
  const { inputs, seed, result, failed } = await runScenarios(scenarios, options)
  const demand = demandColumns(inputs, seed, result.plan.replicates)
  const results = measureChecks({ result, scenarios, baseYear: inputs.industry.baseYear, demand })
  return { replicates: result.replicates, seed, failed, results }
}

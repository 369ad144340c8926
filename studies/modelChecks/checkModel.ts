/** The scenarios of the published checks, run on the same draws, and our numbers beside those that others have published. */
import { type MonteCarloRequest, runMonteCarlo } from '../../engine/run/monteCarlo.ts'
import { seedOf } from '../plan/defaults.ts'
import { loadStudyInputs } from '../plan/inputs.ts'
import { checkScenarios } from './definitions.ts'
import { demandColumns } from './demand.ts'
import { type CheckResult, measureChecks } from './measure.ts'

export interface ModelCheckOptions {
  /** 300 unless given. */
  readonly replicates?: number | undefined
  readonly seed?: number | undefined
  /** Threads; as many as the machine has unless given. Changes nothing but time. */
  readonly workers?: number | undefined
  readonly onProgress?: MonteCarloRequest['onProgress'] | undefined
}

/** All checks, measured. */
export interface ModelChecks {
  readonly replicates: number
  readonly seed: number
  /** Replicates that failed in at least one scenario. */
  readonly failed: number
  readonly results: readonly CheckResult[]
}

const usualReplicates = 300

/** Runs the scenarios of all checks and measures each. Nothing is judged but whether the mean is inside the published band. */
export async function checkModel({ replicates, seed, workers, onProgress }: ModelCheckOptions): Promise<ModelChecks> {
  const asked = { seed: seedOf(seed, undefined), replicates: replicates ?? usualReplicates }
  const scenarios = checkScenarios()
  const inputs = loadStudyInputs('compare', scenarios, undefined)
  const result = await runMonteCarlo({
    industry: inputs.industry,
    laws: inputs.laws,
    scenarios: inputs.scenarios.map(({ compiled }) => compiled),
    ...asked,
    ...(workers === undefined ? {} : { workers }),
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  const demand = demandColumns(inputs, asked.seed, asked.replicates)
  return {
    replicates: result.replicates,
    seed: asked.seed,
    failed: result.replicates - result.totals.goodEverywhere,
    results: measureChecks({ result, scenarios, baseYear: inputs.industry.baseYear, demand }),
  }
}

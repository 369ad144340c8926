/** Scenarios of the library run on the same draws, for checks of the model. */
import { type MonteCarloRequest, type MonteCarloResult, runMonteCarlo } from '../../engine/run/monteCarlo.ts'
import { seedOf } from '../plan/defaults.ts'
import { loadStudyInputs, type StudyInputs } from '../plan/inputs.ts'

export interface ModelCheckOptions {
  /** 300 unless given. */
  readonly replicates?: number | undefined
  readonly seed?: number | undefined
  /** Threads; as many as the machine has unless given. Changes nothing but time. */
  readonly workers?: number | undefined
  /** Folder of data in place of the shipped ones. */
  readonly data?: string | undefined
  readonly onProgress?: MonteCarloRequest['onProgress'] | undefined
}

/** A run of scenarios, and what it was made from. */
export interface ScenarioRun {
  readonly inputs: StudyInputs
  readonly seed: number
  readonly result: MonteCarloResult
  /** Replicates that failed in at least one scenario. */
  readonly failed: number
}

const usualReplicates = 300

/** @throws what loading the scenarios and running them throws */
export async function runScenarios(
  scenarios: readonly string[],
  { replicates = usualReplicates, seed: given, workers, data, onProgress }: ModelCheckOptions,
): Promise<ScenarioRun> {
  const seed = seedOf(given, undefined)
  const inputs = loadStudyInputs('compare', scenarios, undefined, { data })
  const result = await runMonteCarlo({
    industry: inputs.industry,
    laws: inputs.laws,
    scenarios: inputs.scenarios.map(({ compiled }) => compiled),
    seed,
    replicates,
    ...(workers === undefined ? {} : { workers }),
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  return { inputs, seed, result, failed: result.replicates - result.totals.goodEverywhere }
}

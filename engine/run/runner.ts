/** What computes replicates in one thread: a workspace for all scenarios of a run, and the root of its streams. */
import type { Sampling } from '../math/sampling.ts'
import { rootKey } from '../math/streams.ts'
import type { Industry } from '../model/inputs/industry.ts'
import type { Asked } from '../model/accounts/closing.ts'
import type { ParameterLaws } from '../model/draws/parameterLaws.ts'
import type { CompiledScenario } from '../model/inputs/policy.ts'
import { runReplicate } from '../model/history/replicate.ts'
import { createWorkspace, underLaws, type Workspace } from '../model/history/workspace.ts'
import type { ReplicateRunner } from './block.ts'

export interface RunnerSetup {
  readonly industry: Industry
  readonly laws: ParameterLaws
  readonly scenarios: readonly CompiledScenario[]
  readonly seed: number
  /** Design of the parameters' draws; independent draws unless given. */
  readonly sampling?: Sampling
  /** What of the results is asked for; everything unless given. */
  readonly asked?: Asked
}

/** Runs replicates one by one, in arrays that are allocated once. */
export function replicateRunner({ industry, ...part }: RunnerSetup): ReplicateRunner {
  return runnersOfParts(industry)(part)
}

/**
 * Runners for the parts of a study, one part after another. A part with the same list of scenarios as the one before is run
 * in the same arrays.
 */
export function runnersOfParts(industry: Industry): (part: Omit<RunnerSetup, 'industry'>) => ReplicateRunner {
  let last: { readonly scenarios: readonly CompiledScenario[]; readonly workspace: Workspace } | undefined
  return ({ laws, scenarios, seed, sampling, asked }) => {
    const workspace =
      last?.scenarios === scenarios
        ? underLaws(last.workspace, laws, sampling, asked)
        : createWorkspace(industry, laws, scenarios, sampling, asked, true)
    last = { scenarios, workspace }
    const root = rootKey(seed)
    return { results: workspace.results, run: (replicate) => runReplicate(workspace, root, replicate) }
  }
}

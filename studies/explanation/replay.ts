/** One replicate again, traced year by year: the study of the command `replay`. */
import { rootKey } from '../../engine/math/streams.ts'
import { type ReplicateTrace, traceReplicate } from '../../engine/model/explain/trace.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import { samplingOf } from '../../scenarios/parameters/sampling.ts'
import { seedOf } from '../plan/defaults.ts'
import { readForms } from '../plan/forms.ts'
import { loadStudyInputs } from '../plan/inputs.ts'
import { readSettings } from '../plan/settings.ts'
import type { DesignOptions } from '../plan/plans.ts'

export interface ReplayOptions extends Pick<DesignOptions, 'seed' | 'sampler' | 'forms' | 'set' | 'data'> {
  /** Number of the replicate, from 0. */
  readonly replicate: number
  /** Name or path of the scenario that it is compared with; what it names or changes unless given. */
  readonly baseline?: string | undefined
}

/**
 * Runs a replicate of a scenario and of its baseline in this thread: its parameters, the regime of every year, every move.
 *
 * @param scenario a name of the library, or a path
 * @throws errors of kind `usage`, `scenario` and `data`
 */
export function replay(
  scenario: string,
  { replicate, seed, sampler, forms, set, data, baseline }: ReplayOptions,
): ReplicateTrace {
  const { industry, laws, scenarios, design } = loadStudyInputs('run', [scenario], baseline, {
    forms: readForms(forms),
    settings: readSettings(set),
    data,
  })
  const compiled = scenarios.map((one) => one.compiled)
  const workspace = createWorkspace(industry, laws, compiled, samplingOf(design, sampler))
  return traceReplicate(workspace, rootKey(seedOf(seed, design.seed)), replicate)
}

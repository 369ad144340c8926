/** Why a plant or a line moved or stayed, and a maker came in or not: the study of the command `explain`. */
import { rootKey } from '../../engine/math/streams.ts'
import { explainScenarios, type Explanation } from '../../engine/model/explain/explain.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import { samplingOf } from '../../scenarios/parameters/sampling.ts'
import { seedOf, explainReplicates as usualReplicates } from '../plan/defaults.ts'
import { readForms } from '../plan/forms.ts'
import { loadStudyInputs } from '../plan/inputs.ts'
import { readSettings } from '../plan/settings.ts'
import type { DesignOptions } from '../plan/plans.ts'
import { requireSubject } from './subject.ts'

export interface ExplainOptions extends DesignOptions {
  /** Name or path of the scenario under which it is explained. */
  readonly scenario: string
  /** A second scenario to lay beside it, on the same draws. */
  readonly compare?: string | undefined
}

/** An explanation with what it is of. */
export interface ExplanationStudy extends Explanation {
  /** Name of the plant, nameplate, line or maker. */
  readonly subject: string
  readonly scenario: string
  /** The same under a second scenario; replicates that fail under one count for neither. */
  readonly compared?: { readonly scenario: string; readonly explanation: Explanation }
}

/**
 * Runs a scenario in this thread, 100 replicates unless told otherwise, and lays the first decision about each line open.
 *
 * @param word a plant, a nameplate, a line or a maker, as in `GM Silao`
 * @throws errors of kind `usage` where nothing has the name, `scenario` and `data`
 */
export function explain(word: string, options: ExplainOptions): ExplanationStudy {
  const { scenario, compare, seed, replicates, sampler, forms, set, data } = options
  const asked = compare === undefined ? [scenario] : [scenario, compare]
  const { industry, laws, scenarios, design } = loadStudyInputs('explain', asked, undefined, {
    forms: readForms(forms),
    settings: readSettings(set),
    data,
  })
  const { name, plant, lines } = requireSubject(industry, word)
  const compiled = scenarios.map((one) => one.compiled)
  const workspace = createWorkspace(industry, laws, compiled, samplingOf(design, sampler))
  const root = rootKey(seedOf(seed, design.seed))
  const count = replicates ?? usualReplicates
  const [explanation, ...others] = explainScenarios(workspace, root, count, { lines, plant })
  const compared = others.map((one) => ({ scenario: scenarios[1].name, explanation: one }))
  return {
    subject: name,
    scenario: scenarios[0].name,
    ...explanation,
    ...(compared.length === 0 ? {} : { compared: compared[0] }),
  }
}

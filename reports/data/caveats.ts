/** What every reader must know before the numbers: the limits of the model, docs/model.md section 15, in short. */
import { percentText } from '../words/numbers.ts'
import type { LoadedIndustry } from '../../scenarios/industry/loadIndustry.ts'
import type { ResolvedScenario } from '../../scenarios/file/resolved.ts'
import { lawText } from '../../studies/plan/inputs.ts'

export const modelCaveats: readonly string[] = [
  'Partial equilibrium: wages, exchange rates and other industries change only where a scenario says so.',
  'Light vehicles only; no dealer stocks, leases or used cars, and no disruption of single suppliers.',
  'Intervals cover uncertain parameters, measurement error and chance within this model, not other models.',
]

/** What the model leaves out, what the data do not know well, what the scenario takes for granted. */
export function caveatsOf({ fit }: LoadedIndustry, { content }: ResolvedScenario): readonly string[] {
  const [sales] = fit.evidence
  const data =
    `${percentText(sales.approximate, 0)} of US sales rest on approximate figures by nameplate, which are drawn with ` +
    'measurement error; plantshift doctor says more.'
  return [...modelCaveats, data, ...(content.note ? [content.note.trim()] : [])]
}

/** That the baseline does not run under its own laws is worth knowing. */
export function lawCaveats(scenarios: readonly ResolvedScenario[], subject: ResolvedScenario): readonly string[] {
  if (scenarios.every((scenario) => lawText(scenario) === lawText(subject))) return []
  return [`All scenarios of this run draw their parameters from the laws that ${subject.name} states.`]
}

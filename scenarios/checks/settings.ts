/**
 * What of a scenario is not policy, and must be the same in all that are compared: the years that are simulated and the
 * forms of the model. The baseline takes those of the scenarios that are compared with it.
 */
import { closureForms, demandForms } from '../../engine/model/inputs/policy.ts'
import { choiceText, type StatedForms } from '../parameters/forms.ts'
import type { Problem } from '../file/problem.ts'
import { defaults, type ResolvedScenario } from '../file/resolved.ts'
import type { ScenarioFile } from '../file/scenario.ts'

interface Setting {
  readonly what: 'horizon' | 'demand' | 'closure' | 'incomeGroups'
  readonly of: (scenario: ResolvedScenario) => string
}

const settings: readonly Setting[] = [
  { what: 'horizon', of: ({ from, to }) => `${from} to ${to}` },
  { what: 'demand', of: ({ content }) => choiceText(demandForms, content.demand ?? defaults.demand) },
  { what: 'closure', of: ({ content }) => choiceText(closureForms, content.closure ?? defaults.closure) },
  { what: 'incomeGroups', of: ({ content }) => String(content.incomeGroups ?? defaults.incomeGroups) },
]

/** What a scenario says of these, as a file would say it. */
export function settingsOf({ from, to, content }: ResolvedScenario): Pick<ScenarioFile, Setting['what']> {
  return {
    horizon: { from, to },
    demand: content.demand ?? defaults.demand,
    closure: content.closure ?? defaults.closure,
    incomeGroups: content.incomeGroups ?? defaults.incomeGroups,
  }
}

/** The scenario with these forms of the model, whatever it says itself. */
export function holdForms(scenario: ResolvedScenario, forms: StatedForms): ResolvedScenario {
  if (scenario.kind === 'replication' || Object.keys(forms).length === 0) return scenario
  return { ...scenario, content: { ...scenario.content, ...forms } }
}

/** Scenarios that differ in these from the first of them. */
export function settingProblems(options: readonly ResolvedScenario[]): readonly Problem[] {
  const [first] = options
  return settings.flatMap(({ what, of }) => {
    const other = options.find((option) => of(option) !== of(first))
    if (other === undefined) return []
    const message =
      `${what}: ${first.name} has ${of(first)} and ${other.name} has ${of(other)}, and what is compared needs the same; ` +
      `write the same ${what} into both, or run each by itself`
    return [{ file: other.files.at(-1) ?? other.name, path: what, given: of(other), allowed: of(first), message }]
  })
}

/** As in `the horizon of short (2025 to 2030, not 2025 to 2036)`; nothing where the baseline has the option's anyway. */
export function settingsTaken(baseline: ResolvedScenario, option: ResolvedScenario): string {
  return settings
    .filter(({ of }) => of(baseline) !== of(option))
    .map(({ what, of }) => `the ${what} of ${option.name} (${of(option)}, not ${of(baseline)})`)
    .join(' and ')
}

/** Laws of the uncertain parameters as a scenario states them. */
import type { ResolvedScenario } from '../../scenarios/file/resolved.ts'
import { withForms } from '../../scenarios/parameters/forms.ts'
import type { Laws } from '../../scenarios/parameters/laws.ts'

/** Equal texts are equal laws. */
export function lawText({ content }: Pick<ResolvedScenario, 'content'>): string {
  return JSON.stringify([content.uncertainties ?? {}, content.correlations ?? []])
}

/** What it states, and the chances of its forms. */
export function lawsOf({ content }: Pick<ResolvedScenario, 'content'>): Laws {
  return withForms(content.uncertainties, content)
}

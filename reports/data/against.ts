/** What is compared with what, in titles: the first line of every report, brief and answer. */
import type { RunFacts } from './runFacts.ts'

/** As in `15% for Mexico and Canada, against: The actual path of 2025 and 2026.`; of several options their number. */
export function againstText({ scenarios, baseline }: Pick<RunFacts, 'scenarios' | 'baseline'>): string {
  const { title } = scenarios[baseline]
  const options = scenarios.filter((_, s) => s !== baseline)
  if (options.length === 0) return `${title}: its levels, compared with nothing.`
  const what = options.length === 1 ? `${options[0].title}, against` : `${options.length} options, each against`
  return `${what}: ${title}.`
}

/** Levers that a scenario file sets by their ids: that they exist and may be set so; and the scenario with them set. */
import { withoutNulls } from '../file/merge.ts'
import type { Problem } from '../file/problem.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { contentWith } from '../levers/apply.ts'
import { settingMistake } from '../levers/settings.ts'
import { type CheckContext, problemAt } from './context.ts'

/** The scenario with its levers set, and with no word of them any more: what is wrong is left as it was. */
export function leversSet(
  stated: ScenarioFile,
  context: CheckContext,
): { readonly content: ScenarioFile; readonly problems: readonly Problem[] } {
  const { set, ...content } = stated
  if (set === undefined || set === null) return { content: stated, problems: [] }
  const settings = Object.entries(set).flatMap(([id, value]) => (value === null ? [] : [[id, value] as const]))
  const problems = settings.flatMap(([id, value]) => {
    const message = settingMistake(id, value)
    return message === undefined ? [] : [problemAt(context, ['set', id], { message, given: String(value) })]
  })
  if (problems.length > 0) return { content, problems }
  return { content: withoutNulls(contentWith(content, Object.fromEntries(settings))) as ScenarioFile, problems }
}

/** Title and question of a sweep with the values that they name, which are those of the scenario that it changes. */
import { type CheckContext, problemAt } from '../checks/context.ts'
import type { Problem } from '../file/problem.ts'
import { filledText, hasReferences } from '../file/references.ts'
import type { ResolvedScenario } from '../file/resolved.ts'
import type { SweepFile } from './sweepFile.ts'

export interface SweepTexts {
  readonly title: string | undefined
  readonly question: string | undefined
  readonly problems: readonly Problem[]
}

/** A value that a lever changes has no one number to stand in a title, and is refused. @param points at least one */
export function sweepTexts(content: SweepFile, points: readonly ResolvedScenario[], context: CheckContext): SweepTexts {
  const problems: Problem[] = []
  const filled = (key: 'title' | 'question'): string | undefined => {
    const stated = content[key]
    if (stated === undefined || !hasReferences(stated)) return stated
    const { text, mistakes } = filledText(stated, points[0].content)
    const varies = points.some((point) => filledText(stated, point.content).text !== text)
    const said = varies
      ? [...mistakes, 'names a value that is not the same at all points: a lever changes it']
      : mistakes
    problems.push(...said.map((message) => problemAt(context, [key], { message })))
    return text
  }
  return { title: filled('title'), question: filled('question'), problems }
}

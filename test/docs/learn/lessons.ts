/** The pages of docs/learn, whose figures are the engine's answers to the links that they ask to open. */
import { betweenMarks } from '../stretch.ts'
import { analystParts } from './analyst.ts'
import { asker } from './asked.ts'
import { canadaParts } from './canada.ts'
import { bestParts } from './best.ts'
import { intervalParts } from './interval.ts'
import { ruleParts } from './rule.ts'
import { threatParts } from './threat.ts'
import type { Ask, MadeParts } from './words.ts'

interface Lesson {
  /** From the root of the project. */
  readonly path: string
  readonly parts: (ask: Ask, folder: string) => MadeParts
}

const lessons: readonly Lesson[] = [
  { path: 'docs/learn/1-what-a-content-rule-costs.md', parts: ruleParts },
  { path: 'docs/learn/2-why-a-threat-moves-plants.md', parts: threatParts },
  { path: 'docs/learn/3-why-canada-falls-first.md', parts: canadaParts },
  { path: 'docs/learn/4-what-an-interval-is.md', parts: intervalParts },
  { path: 'docs/learn/5-is-there-a-best-rule.md', parts: bestParts },
]

/** Each between marks that are named as its parts are. */
export function lessonPages(): readonly { readonly path: string; readonly make: (current: string, folder: string) => string }[] {
  let asking: Ask | undefined
  const ask: Ask = (link, more) => (asking ??= asker().ask)(link, more)
  return [
    ...lessons.map(({ path, parts }) => ({
      path,
      make: (current: string, folder: string) => withParts(current, parts(ask, folder)),
    })),
    {
      path: 'docs/learn/analyst.md',
      make: (current, folder) => withParts(current, analystParts(current, folder)),
    },
  ]
}

function withParts(current: string, parts: MadeParts): string {
  return Object.entries(parts).reduce(
    (text, [name, made]) => betweenMarks(text, `<!-- ${name} -->`, `\n${made}\n\n`, `<!-- end of ${name} -->`),
    current,
  )
}

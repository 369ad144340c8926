/** The pages of docs/learn, whose figures are the engine's answers to the links that they ask to open. */
import { betweenMarks } from '../stretch.ts'
import { asker } from './asked.ts'
import { canadaParts } from './canada.ts'
import { intervalParts } from './interval.ts'
import { threatParts } from './threat.ts'
import type { Ask, MadeParts } from './words.ts'

interface Lesson {
  /** From the root of the project. */
  readonly path: string
  readonly parts: (ask: Ask) => MadeParts
}

const lessons: readonly Lesson[] = [
  { path: 'docs/learn/2-why-a-threat-moves-plants.md', parts: threatParts },
  { path: 'docs/learn/3-why-canada-falls-first.md', parts: canadaParts },
  { path: 'docs/learn/4-what-an-interval-is.md', parts: intervalParts },
]

/** Each between marks that are named as its parts are. */
export function lessonPages(): readonly { readonly path: string; readonly make: (current: string) => string }[] {
  let asking: Ask | undefined
  const ask: Ask = (link, more) => (asking ??= asker().ask)(link, more)
  return lessons.map(({ path, parts }) => ({
    path,
    make: (current) =>
      Object.entries(parts(ask)).reduce(
        (text, [name, made]) => betweenMarks(text, `<!-- ${name} -->`, `\n${made}\n\n`, `<!-- end of ${name} -->`),
        current,
      ),
  }))
}

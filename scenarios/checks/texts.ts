/** Titles and other texts of a scenario: that the values they name are there, and that they do not name others. */
import { isPlainObject } from '../file/merge.ts'
import { keyText, type Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import { filledText, hasReferences } from '../file/references.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'

const filled = ['title', 'question', 'note', 'report'] as const

export interface FilledTexts {
  readonly content: ScenarioFile
  readonly problems: readonly Problem[]
}

/** The scenario with the values that its texts name put into them. */
export function fillTexts(content: ScenarioFile, context: CheckContext): FilledTexts {
  const problems: Problem[] = []
  const texts = filled.flatMap((key) => {
    const stated = content[key]
    if (typeof stated !== 'string') return []
    const { text, mistakes } = filledText(stated, content)
    problems.push(...mistakes.map((message) => problemAt(context, [key], { message })))
    return [[key, text] as const]
  })
  return { content: { ...content, ...Object.fromEntries(texts) }, problems }
}

/**
 * A title of which no percentage is a rate or share that the file states, though it states some: a file that was copied, and given
 * another rate, goes on to name the old one. Questions name what was before, or quotas in percent, and are not looked at.
 *
 * @param own what the scenario's own file says
 */
export function titleWarnings(own: ScenarioFile, context: CheckContext): readonly Problem[] {
  const title = own.title ?? ''
  const shares = sharesIn(own.policy?.regimes, ['policy', 'regimes'])
  const named = [...title.matchAll(/(\d+(?:\.\d+)?) ?%/g)].map(([, digits]) => Number(digits))
  // What is left of the whole is named as well: a cap of 5% is a floor of .95.
  const isStated = (percent: number): boolean =>
    shares.some(({ value }) => [value, 1 - value].some((share) => Math.abs(share * 100 - percent) < 1e-9))
  if (shares.length === 0 || named.length === 0 || hasReferences(title) || named.some(isStated)) return []
  const percentages = named.map((percent) => `${percent}%`).join(' and ')
  const message =
    `names ${percentages}, and no rate or share of this file is that: write a value that it shall name as ` +
    `{${keyText(shares[0].path)}|%}`
  return [problemAt(context, ['title'], { message })]
}

function sharesIn(value: unknown, path: Path): readonly { readonly value: number; readonly path: Path }[] {
  if (typeof value === 'number') return value > 0 && value <= 2 ? [{ value, path }] : []
  if (Array.isArray(value)) return value.flatMap((held, n) => sharesIn(held, [...path, n]))
  return isPlainObject(value) ? Object.entries(value).flatMap(([key, held]) => sharesIn(held, [...path, key])) : []
}

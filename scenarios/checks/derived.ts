/** Outcomes that a scenario or a sweep makes by formulas: that each can be worked out. */
import { type DerivedBlock, derivedTexts } from '../file/derived.ts'
import type { Problem } from '../file/problem.ts'
import { readDerived } from '../formulas/derived.ts'
import { type CheckContext, problemAt } from './context.ts'

/** What is wrong with names and formulas, each where it stands. */
export function derivedProblems(stated: DerivedBlock | null | undefined, context: CheckContext): readonly Problem[] {
  const texts = derivedTexts(stated)
  if (texts.length === 0) return []
  return readDerived(texts).problems.map(({ id, message, given, nearest, onKey = false }) => {
    const isWhole = typeof stated?.[id] === 'string' || onKey
    const finding = { message, ...(given === undefined ? {} : { given }), nearest, onKey }
    return problemAt(context, isWhole ? ['derived', id] : ['derived', id, 'formula'], finding)
  })
}

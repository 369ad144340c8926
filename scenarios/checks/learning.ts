/** Learning from threats that do not land: that they are threats in which makers believe, and that belief has a weight. */
import { probabilityIn } from '../compile/chains.ts'
import type { Problem } from '../file/problem.ts'
import type { LearningRule, Transitions } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'
import { unknownRegime } from './regimeNames.ts'

const path = ['policy', 'beliefs', 'learning']

/** @param believed transitions that makers reckon with; @param years first and last simulated year */
export function learningProblems(
  learning: LearningRule | null | undefined,
  believed: Transitions,
  names: readonly string[],
  years: { readonly from: number; readonly to: number },
  context: CheckContext,
): readonly Problem[] {
  if (learning === null || learning === undefined) return []
  const threats = Object.entries(learning.threats ?? {})
  return [
    ...weightProblems(learning.weight, context),
    ...(threats.length > 0
      ? []
      : [missing('threats', 'which steps are threats, as in { usmca: [tariff-25] }', context)]),
    ...threats.flatMap(([from, to]) => [
      ...unknownRegime(from, [...path, 'threats', from], names, context, true),
      ...(to ?? []).flatMap((name, n) => {
        const at = [...path, 'threats', from, n]
        const unknown = unknownRegime(name, at, names, context)
        return unknown.length > 0 || !names.includes(from)
          ? unknown
          : notBelieved(from, name, at, believed, years, context)
      }),
    ]),
  ]
}

function missing(key: string, allowed: string, context: CheckContext): Problem {
  return problemAt(context, [...path, key], { message: `is missing: write ${allowed}`, allowed })
}

function weightProblems(weight: number | undefined, context: CheckContext): readonly Problem[] {
  const allowed = 'the years of experience that the first belief is worth, above 0, as in 4'
  if (weight === undefined) return [missing('weight', allowed, context)]
  if (weight > 0) return []
  const message = `${weight} leaves no belief to fade; write ${allowed}`
  return [problemAt(context, [...path, 'weight'], { message, given: String(weight), allowed })]
}

/** A threat is a step to another regime that makers take for possible in some year. */
function notBelieved(
  from: string,
  to: string,
  at: readonly (string | number)[],
  believed: Transitions,
  years: { readonly from: number; readonly to: number },
  context: CheckContext,
): readonly Problem[] {
  const isPossible = (name: string): boolean => {
    const transition = believed[from]?.[name]
    if (name === from || transition === null || transition === undefined) return false
    for (let year = years.from; year <= years.to; year++) if (probabilityIn(year, transition) > 0) return true
    return false
  }
  if (isPossible(to)) return []
  const possible = Object.keys(believed[from] ?? {}).filter(isPossible)
  const allowed = possible.length > 0 ? `one of ${possible.join(', ')}` : undefined
  const hint = `give ${to} a probability under transitions.${from}${allowed === undefined ? '' : `, or name ${allowed}`}`
  const message = `makers do not believe that ${to} can follow ${from}: ${hint}`
  return [problemAt(context, at, { message, given: to, ...(allowed === undefined ? {} : { allowed }) })]
}

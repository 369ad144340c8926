/** That retaliation on farm products answers regimes that exist, and says at what rate. */
import type { Problem } from '../file/problem.ts'
import { type RetaliationBlock, retaliators } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'
import { unknownRegime } from './regimeNames.ts'

/** Answers that lack a rate, or answer regimes that do not exist. */
export function retaliationProblems(
  block: RetaliationBlock | null | undefined,
  regimes: readonly string[],
  context: CheckContext,
): readonly Problem[] {
  return retaliators.flatMap((country) => {
    const answer = block?.[country]
    if (answer === null || answer === undefined) return []
    const path = ['retaliation', country]
    const unknown = (answer.when ?? []).flatMap((name, n) =>
      unknownRegime(name, [...path, 'when', n], regimes, context),
    )
    return [
      ...(answer.when === undefined ? [missing('when', 'a list of regimes that it answers')] : unknown),
      ...(answer.rate === undefined ? [missing('rate', 'the duty on US farm products, as in 0.25')] : []),
    ]
    function missing(key: string, allowed: string): Problem {
      return problemAt(context, [...path, key], { message: `is missing: write ${allowed}`, allowed })
    }
  })
}

/** Correlations that a scenario states: of two different parameters, each pair once, and all of them possible together. */
import { correlationFactor } from '../parameters/correlations.ts'
import type { Problem } from '../file/problem.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'

/** Correlations of a parameter with itself, stated twice, or that no numbers can have with each other. */
export function correlationProblems({ correlations }: ScenarioFile, context: CheckContext): readonly Problem[] {
  const stated = correlations ?? []
  const pairs = stated.map(({ between }) => between.toSorted().join(' and '))
  const single = stated.flatMap(({ between: [one, other] }, n): readonly Problem[] => {
    if (one === other)
      return [problemAt(context, ['correlations', n], { message: `${one} stands with itself; name two parameters` })]
    const first = pairs.indexOf(pairs[n])
    return first === n
      ? []
      : [problemAt(context, ['correlations', n], { message: `${pairs[n]} have a correlation above already` })]
  })
  if (single.length > 0 || correlationFactor(stated) !== undefined) return single
  const message =
    'no numbers can have these correlations with each other, those of the table of parameters included (docs/parameters.md): ' +
    'if one goes with a second and the second with a third, the first cannot go against the third as much'
  return [problemAt(context, ['correlations'], { message })]
}

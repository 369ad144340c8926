/** Entrants: that they are makers who can come in, and that plants for sale and makers exempt from bans are there. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { markets } from '../../engine/model/inputs/sets.ts'
import { canEnter } from '../compile/entrants.ts'
import { nameHint, nearestName } from '../file/nearest.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import { type ScenarioFile, defaultEntrant } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'

/** Entrants that are no makers, or not makers that can enter. Nothing is checked without the industry. */
export function entrantProblems(
  content: ScenarioFile,
  industry: Industry | undefined,
  context: CheckContext,
): readonly Problem[] {
  if (industry === undefined) return []
  const makers = industry.makers.map(({ id }) => id)
  // Looked up only where it is said: it takes longer than all other checks of a scenario together.
  const able = (): string => makers.filter((_, f) => canEnter(industry, f)).join(', ') || 'no one'
  return [
    ...Object.keys(content.entrants ?? {})
      .filter((id) => id !== defaultEntrant)
      .flatMap((id) => {
        const path = ['entrants', id]
        const f = makers.indexOf(id)
        if (f < 0) return [unknown('maker', id, makers, path, context)]
        if (canEnter(industry, f)) return []
        const allowed = able()
        const message = `entrants are makers that sell in Mexico only, each product from one place; those are ${allowed}`
        return [problemAt(context, path, { message, given: id, allowed, onKey: true })]
      }),
    ...Object.keys(content.plants?.forSale ?? {}).flatMap((id) => {
      const plants = industry.plants.map((plant) => plant.id)
      return plants.includes(id) ? [] : [unknown('plant', id, plants, ['plants', 'forSale', id], context)]
    }),
    ...banProblems(content, makers, context),
  ]
}

function banProblems({ policy }: ScenarioFile, makers: readonly string[], context: CheckContext): readonly Problem[] {
  return Object.entries(policy?.regimes ?? {}).flatMap(([name, regime]) =>
    markets.flatMap((market) =>
      Object.entries(regime?.bans?.[market] ?? {}).flatMap(([ban, rule]) =>
        (rule?.exempt ?? []).flatMap((id, n) => {
          const path = ['policy', 'regimes', name, 'bans', market, ban, 'exempt', n]
          return makers.includes(id) ? [] : [unknown('maker', id, makers, path, context, false)]
        }),
      ),
    ),
  )
}

function unknown(
  what: string,
  given: string,
  known: readonly string[],
  path: Path,
  context: CheckContext,
  onKey = true,
): Problem {
  const nearest = nearestName(given, known)
  const allowed = known.join(', ')
  const hint = nameHint(given, known)
  const message = `unknown ${what}: ${given}; ${hint}`
  return problemAt(context, path, { message, given, allowed, nearest, onKey })
}

/** Names of regimes, wherever a scenario writes one: that there is such a regime. */
import { nameHint, nearestName } from '../file/nearest.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import { type CheckContext, problemAt } from './context.ts'

/** A name that no regime has. */
export function unknownRegime(
  name: string,
  path: Path,
  names: readonly string[],
  context: CheckContext,
  onKey = false,
): readonly Problem[] {
  if (names.includes(name)) return []
  const nearest = nearestName(name, names)
  const allowed = `one of ${names.join(', ')}`
  const hint = nameHint(name, names)
  const message = `unknown regime: ${name}; ${hint}`
  return [problemAt(context, path, { message, given: name, allowed, nearest, onKey })]
}

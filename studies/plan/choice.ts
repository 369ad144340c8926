/** Words that must be one of a few: names of levers, scenarios and outcomes. */
import { nearestName } from '../../scenarios/file/nearest.ts'
import { type OutcomeDefinition, outcomeDefinitions, outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { usageError } from '../../engine/run/errors.ts'

/** So many names are listed in a message; of more only the nearest is named. */
const mostListed = 8

/**
 * The name, when it is one of `names`.
 *
 * @param option the option that names it, as in `--lever`
 * @throws an error of kind `usage` that gives the nearest name, or all of them where they are few
 */
export function oneOf<Name extends string>(option: string, given: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === given)
  if (found !== undefined) return found
  const nearest = nearestName(given, names)
  const all = names.length > mostListed ? `as in ${names[0]}` : `give one of ${names.join(', ')}`
  throw usageError(`${option}: unknown: ${given}; ${nearest === undefined ? all : `did you mean ${nearest}?`}`)
}

/** The outcome with the id, as in `output.MX`. @throws an error of kind `usage` that gives the nearest id */
export function outcomeNamed(id: string): OutcomeDefinition {
  const ids = outcomeDefinitions.map((outcome) => outcome.id)
  return outcomeDefinitions[outcomeIndex(oneOf('--outcome', id, ids))]
}

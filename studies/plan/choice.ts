/** Words that must be one of a few: names of levers, scenarios and outcomes. */
import { nameHint } from '../../scenarios/file/nearest.ts'
import { type OutcomeDefinition, outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { derivedDefinition, type DerivedText } from '../../scenarios/file/derived.ts'
import { usageError } from '../../engine/run/errors.ts'

/**
 * The name, when it is one of `names`.
 *
 * @param option the option that names it, as in `--lever`
 * @throws an error of kind `usage` that gives the nearest name, or all of them where they are few and the most like it where they are many
 */
export function oneOf<Name extends string>(option: string, given: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === given)
  if (found !== undefined) return found
  throw usageError(`${option}: unknown: ${given}; ${nameHint(given, names, 'give one of')}`)
}

/**
 * The outcome with the id, as in `output.MX`, of the catalogue or among derived ones.
 *
 * @param option the option that names it
 * @throws an error of kind `usage` that gives the nearest id
 */
export function outcomeNamed(
  id: string,
  derived: readonly DerivedText[] = [],
  option: string = '--outcome',
): OutcomeDefinition {
  const known = [...derived.map(derivedDefinition), ...outcomeDefinitions]
  const found = oneOf(
    option,
    id,
    known.map((outcome) => outcome.id),
  )
  return known[known.findIndex((outcome) => outcome.id === found)]
}

/**
 * Refuses a misspelt outcome before anything is read. Ids of the catalogue hold a dot; names of derived outcomes hold none, and
 * are known when the scenario is.
 */
export function requireOutcome(id: string, option: string = '--outcome'): string {
  return id.includes('.') ? outcomeNamed(id, [], option).id : id
}

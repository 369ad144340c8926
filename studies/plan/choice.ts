/** Words that must be one of a few: names of levers, scenarios and outcomes. */
import { nameHint } from '../../scenarios/file/nearest.ts'
import { type OutcomeDefinition, outcomeDefinitions, outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
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
 * The outcome with the id, as in `output.MX`.
 *
 * @param option the option that names it
 * @throws an error of kind `usage` that gives the nearest id
 */
export function outcomeNamed(id: string, option: string = '--outcome'): OutcomeDefinition {
  const ids = outcomeDefinitions.map((outcome) => outcome.id)
  return outcomeDefinitions[outcomeIndex(oneOf(option, id, ids))]
}

/** What `--outcome ID[@YEAR]` asks for, and words that must be one of a few. */
import { usageError } from '../../engine/run/errors.ts'
import { outcomeDefinitions, outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { nearestName } from '../../scenarios/file/nearest.ts'
import type { OptionValues } from './command.ts'
import { textOption } from './options.ts'
import type { AskedOutcome } from '../../studies/folder/columns.ts'

/** @throws an error of kind `usage` when there is none, it is unknown, or the year is not a number */
export function askedOutcome(options: OptionValues): AskedOutcome {
  const given = textOption(options, 'outcome')
  if (given === undefined) throw usageError('--outcome: say which outcome to look at, as in --outcome output.MX')
  const [id, year, ...rest] = given.split('@')
  if (rest.length > 0 || (year !== undefined && !/^\d+$/.test(year))) {
    throw usageError(`--outcome: ${given} is not allowed; give an outcome and perhaps a year, as in output.MX@2030`)
  }
  const known = oneOf(
    '--outcome',
    id,
    outcomeDefinitions.map((outcome) => outcome.id),
  )
  return { outcome: outcomeDefinitions[outcomeIndex(known)], year: year === undefined ? undefined : Number(year) }
}

/** The name, when it is one of `names`. A long list is not printed: the nearest name is. */
export function oneOf<Name extends string>(option: string, given: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === given)
  if (found !== undefined) return found
  const nearest = nearestName(given, names)
  const all = names.length > 8 ? `as in ${names[0]}` : `give one of ${names.join(', ')}`
  throw usageError(`${option}: unknown: ${given}; ${nearest === undefined ? all : `did you mean ${nearest}?`}`)
}

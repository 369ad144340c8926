/** What `--outcome ID[@YEAR]` asks for. */
import { usageError } from '../../engine/run/errors.ts'
import { outcomeDefinitions, outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import type { OptionValues } from './command.ts'
import { textOption } from './options.ts'
import type { AskedOutcome } from '../../studies/folder/columns.ts'
import { oneOf } from '../../studies/plan/choice.ts'

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

/** What `--outcome ID[@YEAR]` asks for. */
import { usageError } from '../../engine/run/errors.ts'
import type { WantedColumn } from '../../studies/folder/columns.ts'
import { outcomeNamed } from '../../studies/plan/choice.ts'
import type { OptionValues } from './command.ts'
import { textOption } from './options.ts'

/** @throws an error of kind `usage` when there is none, it is unknown, or the year is not a number */
export function askedOutcome(options: OptionValues): WantedColumn {
  const given = textOption(options, 'outcome')
  if (given === undefined) throw usageError('--outcome: say which outcome to look at, as in --outcome output.MX')
  const [id, year, ...rest] = given.split('@')
  if (rest.length > 0 || (year !== undefined && !/^\d+$/.test(year))) {
    throw usageError(`--outcome: ${given} is not allowed; give an outcome and perhaps a year, as in output.MX@2030`)
  }
  return { outcome: outcomeNamed(id).id, year: year === undefined ? undefined : Number(year) }
}

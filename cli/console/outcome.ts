/** What `--outcome ID[@YEAR]`, or `--when CONDITION` with `--year YEAR`, asks for. */
import { usageError } from '../../engine/run/errors.ts'
import type { ColumnQuestion } from '../../studies/folder/askedColumns.ts'
import { requireOutcome } from '../../studies/plan/choice.ts'
import { requireOne } from '../../studies/plan/conditions.ts'
import type { OptionValues } from './command.ts'
import { givenNumber, textList, textOption } from './options.ts'

/** @throws an error of kind `usage` when there is none of the two or both, the outcome is unknown, or the year is not a number */
export function askedOutcome(options: OptionValues): Omit<ColumnQuestion, 'difference'> {
  const [given, when, year] = [
    textOption(options, 'outcome'),
    textOption(options, 'when'),
    givenNumber(options, 'year'),
  ]
  requireOne({ outcome: given, when })
  return given === undefined ? { when, year } : outcomeOfYear(given, year)
}

/** The same of a command that takes several outcomes, by `outcomesOption`, or one condition. */
export function askedOutcomes(options: OptionValues): readonly Omit<ColumnQuestion, 'difference'>[] {
  const given = textList(options['outcome'])
  const [when, year] = [textOption(options, 'when'), givenNumber(options, 'year')]
  requireOne({ outcome: given[0], when })
  return given.length === 0 ? [{ when, year }] : given.map((text) => outcomeOfYear(text, year))
}

/** An outcome, or a condition in its place, with the direction that is sought where one is given. */
export type AskedAim = Omit<ColumnQuestion, 'difference'> & { readonly sought?: 'most' | 'least' | undefined }

/** What `goalsOption` asks for: one outcome or several, or one condition. */
export function askedAims(options: OptionValues): readonly AskedAim[] {
  const given = textList(options['outcome']).map(aimOf)
  const asked = askedOutcomes({ ...options, outcome: given.map(({ outcome }) => outcome) })
  return asked.map((one, k): AskedAim => ({ ...one, sought: given.at(k)?.sought }))
}

function aimOf(text: string): { readonly outcome: string; readonly sought: AskedAim['sought'] } {
  const [outcome, sought, ...rest] = text.split(':')
  if (rest.length === 0 && (sought === undefined || sought === 'most' || sought === 'least')) return { outcome, sought }
  throw usageError(`--outcome: ${text} is not allowed; behind a colon stands most or least, as in output.MX:least`)
}

function outcomeOfYear(
  given: string,
  year: number | undefined,
): { readonly outcome: string; readonly year: number | undefined } {
  if (year !== undefined) throw usageError(`--year: is for --when; with an outcome write --outcome ${given}@${year}`)
  const [id, ofYear, ...rest] = given.split('@')
  if (rest.length > 0 || (ofYear !== undefined && !/^\d+$/.test(ofYear))) {
    throw usageError(`--outcome: ${given} is not allowed; give an outcome and perhaps a year, as in output.MX@2030`)
  }
  return { outcome: requireOutcome(id), year: ofYear === undefined ? undefined : Number(ofYear) }
}

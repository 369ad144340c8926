/** Axes of the lines of a finished study: which option, what was set or drawn, and what came of it. */
import { outcomeDefinitions, type OutcomeDefinition } from '../../../engine/model/accounts/outcomes.ts'
import { optionsOf } from '../../document/options.ts'
import { keyOutcomes } from '../../data/keyOutcomes.ts'
import type { Report } from '../../data/report.ts'
import { outcomeTitle } from '../../words/outcomes.ts'
import type { FinishedAxis } from '../data/finishedStudy.ts'

/** Key outcomes of the last year that the result keeps, at most those that the short tables have. */
export function shownOutcomes(report: Report, kept: readonly string[]): readonly OutcomeDefinition[] {
  return keyOutcomes(report).flatMap((id) =>
    kept.includes(id) ? outcomeDefinitions.filter((outcome) => outcome.id === id) : [],
  )
}

/** @param isDifference false where there is nothing to compare with */
export function outcomeAxis(
  report: Report,
  outcome: OutcomeDefinition,
  values: Float64Array,
  isDifference: boolean,
): FinishedAxis {
  const { against } = optionsOf(report)
  const year = report.years.at(-1)
  return {
    id: outcome.id,
    title: outcomeTitle(outcome),
    unit: `${outcome.unit === '' ? '' : `${outcome.unit}, `}${year}${isDifference ? `, less ${against}` : ''}`,
    kind: 'outcome',
    values: rounded(values),
    isFirst: true,
  }
}

/** Seven digits are more than a picture or a range shows, and take half the room of sixteen. */
export function rounded(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isFinite(value) ? Number(value.toPrecision(7)) : NaN))
}

/** Whether any two values differ. */
export function varies(values: Float64Array): boolean {
  return values.some((value) => value !== values[0])
}

/**
 * The report as JSON, for other programs and as `report.json`, from which every form of it can be made again: every figure
 * at full precision, outcomes described once and named in the rows; what is not a number is null.
 */
import { type OutcomeDefinition, outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { programName } from '../../studies/plan/version.ts'
import type { Report } from '../data/report.ts'

/** Goes up when an older `report.json` can no longer be read. */
export const reportFormat = 1

/** Outcomes of the report that formulas have made. */
function derivedIn({ summaries }: Report): readonly OutcomeDefinition[] {
  const known = new Set(outcomeDefinitions.map(({ id }) => id))
  const found = summaries.flatMap(({ outcome }) => (known.has(outcome.id) ? [] : [[outcome.id, outcome] as const]))
  return [...new Map(found).values()]
}

/** The bytes of `report.json`. */
export function reportJson(report: Report): string {
  const { summaries, comparisons, plants, lines, decisions, precision, targets, forms, ...facts } = report
  return `${JSON.stringify({
    program: programName,
    format: reportFormat,
    ...facts,
    outcomes: [...outcomeDefinitions, ...derivedIn(report)],
    summaries: summaries.map((row) => ({ ...row, outcome: row.outcome.id })),
    comparisons: comparisons.map((row) => ({ ...row, outcome: row.outcome.id })),
    ...(forms === undefined ? {} : { forms: forms.map((row) => ({ ...row, outcome: row.outcome.id })) }),
    plants,
    lines,
    targets: targets?.map((row) => ({ ...row, outcome: row.outcome.id })),
    decisions: decisions?.map((study) => ({ ...study, outcome: study.outcome.id })),
    precision: precision?.map((part) => ({
      ...part,
      targets: part.targets.map((target) => ({ ...target, outcome: target.outcome.id })),
    })),
  })}\n`
}

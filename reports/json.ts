/**
 * The report as JSON for other programs: every figure at full precision, outcomes described once and named in the rows; what
 * is not a number is null.
 */
import { outcomeDefinitions } from '../engine/model/outcomes.ts'
import type { Report } from './report.ts'

export function reportJson(report: Report): string {
  const { summaries, comparisons, plants, lines, ...facts } = report
  return `${JSON.stringify({
    ...facts,
    outcomes: outcomeDefinitions,
    summaries: summaries.map((row) => ({ ...row, outcome: row.outcome.id })),
    comparisons: comparisons.map((row) => ({ ...row, outcome: row.outcome.id })),
    plants,
    lines,
  })}\n`
}

/** Derived outcomes that are no finite number in some replicates, as after a division by nothing: their figures leave these out. */
import type { DerivedText } from '../../scenarios/file/derived.ts'
import type { Report, SummaryRow } from './report.ts'

/** A sentence for each derived outcome and scenario in which there are such replicates. */
export function notFiniteNotes(
  derived: readonly DerivedText[],
  { summaries, replicates }: Pick<Report, 'summaries' | 'replicates'>,
): readonly string[] {
  const ids = new Set(derived.map(({ id }) => id))
  const failed = new Map<string, number>()
  for (const { scenario, outcome, summary } of summaries) {
    if (!ids.has(outcome.id)) failed.set(scenario, summary.failed)
  }
  const worst = new Map<string, { readonly row: SummaryRow; readonly lacking: number }>()
  for (const row of summaries.filter(({ outcome }) => ids.has(outcome.id))) {
    const lacking = row.summary.failed - (failed.get(row.scenario) ?? 0)
    const key = `${row.outcome.id} ${row.scenario}`
    if (lacking > (worst.get(key)?.lacking ?? 0)) worst.set(key, { row, lacking })
  }
  return [...worst.values()].map(
    ({ row: { outcome, scenario, year }, lacking }) =>
      `${outcome.id} is no finite number in ${lacking} of ${replicates} replicates of ${scenario} in ${year}, the worst year: ` +
      'its figures leave these out.',
  )
}

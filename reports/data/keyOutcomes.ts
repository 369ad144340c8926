import type { Report } from './report.ts'

const mostKeyOutcomes = 7
const usualKeyOutcomes = [
  'output.MX',
  'output.CA',
  'output.US',
  'assemblyJobs.US',
  'partsJobs.US',
  'priceIndex.US',
  'welfare.US',
  'welfare.MX',
  'welfare.CA',
]

/**
 * Ids of the outcomes of the short table: what the scenario wants first, then the usual ones. Only those of the
 * report.
 */
export function keyOutcomes(report: Report): readonly string[] {
  const there = new Set(report.summaries.map(({ outcome }) => outcome.id))
  const wanted = [...new Set([...report.shownFirst.slice(0, 4), ...usualKeyOutcomes])]
  return wanted.filter((id) => there.has(id)).slice(0, mostKeyOutcomes)
}

import type { Report } from './report.ts'
import { type View, viewOf } from './view.ts'

const mostKeyOutcomes = 7
/** Those of the country that the report is told for first, then the whole welfare of the others. */
function usualKeyOutcomes(view: View): readonly string[] {
  const others = (['MX', 'CA', 'US'] as const).filter((place) => place !== view)
  const own = ['assemblyJobs', 'partsJobs', 'priceIndex', 'welfare'].map((family) => `${family}.${view}`)
  const output = view === 'US' ? [...others, view] : [view, ...others]
  return [...output.map((place) => `output.${place}`), ...own, ...others.map((place) => `welfare.${place}`)]
}

/**
 * Ids of the outcomes of the short table: what the scenario wants first, then the usual ones, with the welfare of the country that
 * the report is told for. Only those of the report. Where a country is asked for, its outcomes stand before the scenario's.
 */
export function keyOutcomes(report: Report): readonly string[] {
  const there = new Set(report.summaries.map(({ outcome }) => outcome.id))
  const usual = usualKeyOutcomes(viewOf(report))
  const first = report.view === undefined ? report.shownFirst.slice(0, 4) : []
  const found = [...new Set([...first, ...usual])].filter((id) => there.has(id))
  const shown = found.slice(0, mostKeyOutcomes)
  const welfare = `welfare.${viewOf(report)}`
  return !there.has(welfare) || shown.includes(welfare) ? shown : [...shown.slice(0, -1), welfare]
}

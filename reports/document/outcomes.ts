/** Which outcomes a document shows, how it names them, and in which units. */
import type { OutcomeDefinition } from '../../engine/model/outcomes.ts'
import type { Report } from '../report.ts'

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

const placeNames: Readonly<Record<string, string>> = {
  US: 'United States',
  CA: 'Canada',
  MX: 'Mexico',
  OVERSEAS: 'Overseas',
  'CA+MX': 'Canada and Mexico',
  all: 'All together',
  elsewhere: 'Elsewhere',
}

/** `Mexico` for `MX`; what is no place, such as `consumers`, with a capital. */
export function placeName(place: string): string {
  return placeNames[place] ?? `${place.charAt(0).toUpperCase()}${place.slice(1)}`
}

/** As in `Vehicles built, Mexico`: the label without what explains it. */
export function outcomeTitle({ label, place }: Pick<OutcomeDefinition, 'label' | 'place'>): string {
  const short = label.split(/[:,(]/)[0].trim()
  return place === '' ? short : `${short}, ${placeName(place)}`
}

/** Which outcomes a document shows, how it names them, and in which units. */
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import { capital } from './words.ts'

const placeNames: Readonly<Record<string, string>> = {
  US: 'United States',
  CA: 'Canada',
  MX: 'Mexico',
  OVERSEAS: 'Overseas',
  'CA+MX': 'Canada and Mexico',
  // What is made by a formula is of no one place.
  '': 'All together',
  all: 'All together',
  elsewhere: 'Elsewhere',
  poorest: 'Poorest fifth',
  second: 'Second fifth',
  third: 'Third fifth',
  fourth: 'Fourth fifth',
  richest: 'Richest fifth',
}

/** `Mexico` for `MX`; what is no place, such as `consumers`, with a capital. */
export function placeName(place: string): string {
  return placeNames[place] ?? capital(place)
}

/** As in `Vehicles built, Mexico`: the label without what explains it. */
export function outcomeTitle({ label, place }: Pick<OutcomeDefinition, 'label' | 'place'>): string {
  const short = label.split(/[:,(]/)[0].trim()
  return place === '' ? short : `${short}, ${placeName(place)}`
}

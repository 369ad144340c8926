/** Places and lists as they stand in a sentence. */
import type { Place } from '../engine/model/sets.ts'

export const placeWords: Readonly<Record<Place, string>> = {
  US: 'the US', CA: 'Canada', MX: 'Mexico', OVERSEAS: 'its overseas home',
}

/** As in `one, two and three`. */
export function listText(items: readonly string[], last: 'and' | 'or' | 'nor' = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1]}`
}

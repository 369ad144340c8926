/** Places and lists as they stand in a sentence. */
import type { Place } from '../../engine/model/inputs/sets.ts'

export const placeWords: Readonly<Record<Place, string>> = {
  US: 'the US',
  CA: 'Canada',
  MX: 'Mexico',
  OVERSEAS: 'its overseas home',
}

/** A label as it stands inside a sentence: its first letter small, unless it begins with a name or an abbreviation. */
export function insideSentence(label: string): string {
  return /^[A-Z][a-z]*[ ,-]/.test(label) && !/^(US|Canada|Mexico|Chinese|Canadian|Mexican)[ ,-]/.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
}

/** As in `one, two and three`. */
export function listText(items: readonly string[], last: 'and' | 'or' | 'nor' = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1]}`
}

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

/** With a large first letter. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** As in `, vehicles`, behind what it belongs to; nothing for what is empty, as the place and the unit of a derived outcome may be. */
export function after(words: string): string {
  return words === '' ? '' : `, ${words}`
}

/** As in ` (vehicles)`; nothing for what is empty. */
export function inBrackets(words: string): string {
  return words === '' ? '' : ` (${words})`
}

/** As in `one, two and three`. */
export function listText(items: readonly string[], last: 'and' | 'or' | 'nor' = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1]}`
}

/**
 * Values named in a text: `{policy.regimes.tariff.additionalDuties.all.rate|%}` in a title stands for that value of the scenario,
 * 0.1 as 10%, so that a copy with another rate does not go on to name the old one.
 *
 * Keys are joined by dots, as in levers of sweeps; a place in a list is its number from 0. Without `|%` the value stands as it is,
 * thousands apart from ten thousand on. Braces without a dot or `|%` are braces.
 */
import { nameHint } from './nearest.ts'
import { isPlainObject } from './merge.ts'
import { keysIn } from './position.ts'

const pattern = /\{((?:"(?:[^"\\]|\\.)*"|[^{}"\s|])+)(\|%)?\}/g

/** A text with its values put in, and what is wrong with those that are not there. */
export interface FilledText {
  readonly text: string
  readonly mistakes: readonly string[]
}

/** Whether a text names a value. */
export function hasReferences(text: string): boolean {
  return [...text.matchAll(pattern)].some(isReference)
}

/** @param content of the whole scenario, from which the values are taken */
export function filledText(text: string, content: unknown): FilledText {
  const mistakes: string[] = []
  const filled = text.replaceAll(pattern, (...match) => {
    const [whole, key, percent] = match as [string, string, string | undefined]
    if (!isReference([whole, key, percent])) return whole
    const found = valueAt(key, content)
    const shown = 'mistake' in found ? undefined : shownValue(found.value, percent !== undefined)
    if (shown !== undefined) return shown
    mistakes.push('mistake' in found ? `${whole}: ${found.mistake}` : `${whole}: ${wrongKind(found.value, percent)}`)
    return whole
  })
  return { text: filled, mistakes }
}

function isReference([, key, percent]: readonly (string | undefined)[]): boolean {
  return percent !== undefined || (keysIn(key ?? '')?.length ?? 0) > 1
}

function valueAt(key: string, content: unknown): { readonly value: unknown } | { readonly mistake: string } {
  const keys = keysIn(key)
  if (keys === undefined) return { mistake: 'names are joined by dots, and one that holds a dot stands in "quotes"' }
  let held = content
  for (const part of keys) {
    const known = Array.isArray(held) || isPlainObject(held) ? Object.keys(held) : []
    if (!known.includes(part)) return { mistake: `the scenario has no ${part} there; ${nameHint(part, known)}` }
    held = Reflect.get(held as object, part)
  }
  return { value: held }
}

function shownValue(value: unknown, percent: boolean): string | undefined {
  if (percent) return typeof value === 'number' ? `${Number((value * 100).toPrecision(12))}%` : undefined
  if (typeof value === 'string' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'number') return undefined
  const text = String(value)
  return Math.abs(value) >= 10_000 ? text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',') : text
}

function wrongKind(value: unknown, percent: string | undefined): string {
  if (Array.isArray(value)) return 'a list stands there; name one of its values, as in duty.0.value'
  if (isPlainObject(value)) return `a map stands there; name one of ${Object.keys(value).join(', ')}`
  return percent === undefined ? 'no value stands there' : `${JSON.stringify(value)} is no number, and so no percentage`
}

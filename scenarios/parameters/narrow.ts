/** A law of which only a part is believed: the same law, cut at two ends. */
import { errorOfKind } from '../../engine/run/errors.ts'
import type { Law, TruncatedLaw } from './laws.ts'

/** Whether a part of the law can be drawn alone. */
export function canBeNarrowed({ law }: Law): boolean {
  return !['constant', 'truncatedNormal', 'choice', 'discrete'].includes(law)
}

/**
 * The law between two values; of one that is cut already, what lies between these and its own ends.
 *
 * @param name of the parameter, for messages
 * @throws an error of kind `usage` where the law has no such part
 */
export function narrowedLaw(name: string, law: Law, [low, high]: readonly [number, number]): TruncatedLaw {
  const refuse = (why: string): Error => errorOfKind('usage', `${name} cannot be narrowed to ${low} to ${high}: ${why}`)
  if (!(low < high))
    throw refuse('the first value must be below the second; hold it at a value in place of a range of one')
  switch (law.law) {
    case 'constant':
      throw refuse(`the scenario holds it at ${law.value}`)
    case 'truncatedNormal':
    case 'choice':
    case 'discrete':
      throw refuse(`its law, ${law.law}, is not cut; hold it at a value`)
    case 'truncated':
      return cut(law.of, Math.max(low, law.low ?? low), Math.min(high, law.high ?? high), refuse)
    default:
      return cut(law, low, high, refuse)
  }
}

function cut(of: TruncatedLaw['of'], low: number, high: number, refuse: (why: string) => Error): TruncatedLaw {
  const [least, most] = 'low' in of || of.law === 'beta' ? [of.low ?? 0, of.high ?? 1] : [-Infinity, Infinity]
  const [from, to] = [Math.max(low, least), Math.min(high, most)]
  if (!(from < to)) throw refuse('its law gives nothing there')
  return { law: 'truncated', of, low: from, high: to }
}

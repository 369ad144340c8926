/** A resolved scenario as the bytes by which it is known. */
import { createHash } from 'node:crypto'
import type { ResolvedScenario } from './resolved.ts'

/** JSON with keys in alphabetical order: the same text for the same data, however it was put together. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) => {
    if (typeof held !== 'object' || held === null || Array.isArray(held)) return held
    return Object.fromEntries(Object.entries(held).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  })
}

/**
 * SHA-256, in hexadecimal, of all that decides a scenario's results: what it says and the policy of the base year.
 * Titles and other texts are in it too.
 */
export function scenarioHash({ content, baseRegime }: ResolvedScenario): string {
  return createHash('sha256').update(canonicalJson({ content, baseRegime })).digest('hex')
}

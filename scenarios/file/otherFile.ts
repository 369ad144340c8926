/**
 * Files of another kind altogether, as a key, a list of passwords or a picture that somebody points to by mistake: that is said,
 * and nothing of what they hold.
 */
import type { FileKind } from './fileKind.ts'
import { isPlainObject } from './merge.ts'
import { nearestName } from './nearest.ts'
import { type Positions, valuePosition } from './position.ts'
import type { Problem } from './problem.ts'
import { keysAt } from './shape.ts'

/** The problem of a file that is no map, or in whose map no key is one of this kind or like one; undefined of any other. */
export function otherFileProblem<Content>(
  kind: FileKind<Content>,
  value: unknown,
  positions: Positions,
  file: string,
): Problem | undefined {
  const found = isPlainObject(value) ? foreignKeys(kind, value) : `it is ${formOf(value)}, not a map`
  if (found === undefined) return undefined
  const keys = keysAt(kind.schema(), [], {})
  const message = `is not ${kind.what}: ${found}; keys of ${kind.what} are ${keys.join(', ')}`
  const place = valuePosition(positions, []) ?? { file }
  return { ...place, path: '', allowed: keys.join(', '), message }
}

function foreignKeys<Content>(kind: FileKind<Content>, value: object): string | undefined {
  const given = Object.keys(value)
  if (given.length === 0) return undefined
  const keys = keysAt(kind.schema(), [], value)
  if (given.some((key) => keys.includes(key) || nearestName(key, keys) !== undefined)) return undefined
  return given.length === 1 ? 'its only key is none of those' : `none of its ${given.length} keys is one of those`
}

function formOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`
}

/**
 * How much a file may hold, looked at before anything works with it: checks and chains of regimes take a time that grows
 * faster than the file does. The limits lie far above what anybody writes by hand.
 */
import { isPlainObject } from './merge.ts'
import { keyPosition, pathText, type Path, type Positions } from './position.ts'
import type { Problem } from './problem.ts'

/** Limits of one kind of file. */
export interface SizeLimits {
  /** Keys and entries of lists, all told. */
  readonly values: number
  /** Keys of any one map, entries of any one list. */
  readonly entries: number
  /** Fewer at some paths, joined by dots. */
  readonly at: Readonly<Record<string, number>>
}

/** The largest scenario of the library has 130 values, and five regimes. */
export const scenarioLimits: SizeLimits = {
  values: 50_000,
  entries: 1_000,
  at: { 'policy.regimes': 200, 'policy.events': 200, 'policy.beliefs.events': 200, extends: 100, correlations: 200 },
}

/** A sweep may list ten thousand points. */
export const sweepLimits: SizeLimits = { values: 400_000, entries: 10_001, at: { levers: 100 } }

/** Maps and lists that hold too much, and a file that does; nothing else of such a file is worth a look. */
export function sizeProblems(
  value: unknown,
  limits: SizeLimits,
  positions: Positions,
  file: string,
): readonly Problem[] {
  const problems: Problem[] = []
  const total = count(value, [], (path, entries) => {
    const most = limits.at[path.join('.')] ?? limits.entries
    if (entries > most) problems.push(tooMany(path, entries, most, positions, file))
  })
  if (problems.length === 0 && total > limits.values)
    problems.push(tooMany([], total, limits.values, positions, file, 'values'))
  return problems
}

/** Keys and entries of a value and all in it; `tell` hears of each map and list. */
function count(value: unknown, path: Path, tell: (path: Path, entries: number) => void): number {
  const inside = entriesOf(value)
  if (inside.length === 0) return 0
  tell(path, inside.length)
  return inside.reduce((sum, [key, held]) => sum + count(held, [...path, key], tell), inside.length)
}

function entriesOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((held: unknown, n) => [n, held] as const)
  return isPlainObject(value) ? Object.entries(value) : []
}

function tooMany(
  path: Path,
  given: number,
  most: number,
  positions: Positions,
  file: string,
  ofWhat: 'entries' | 'values' = 'entries',
): Problem {
  const what = path.length === 0 ? 'the file' : pathText(path)
  const allowed = `up to ${most}`
  return {
    ...(keyPosition(positions, path) ?? { file }),
    path: pathText(path),
    given: String(given),
    allowed,
    message: `${what} holds ${given} ${ofWhat}; the most is ${most}`,
  }
}

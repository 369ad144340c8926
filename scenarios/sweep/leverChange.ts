/** What a point of a sweep changes: the keys that its levers set, over the scenarios that they choose. */
import { nearestName } from '../file/nearest.ts'
import { isPlainObject } from '../file/merge.ts'
import { keysIn, type Positions, valuePosition, type Path, type Position, pathKey } from '../file/position.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import type { SweepSource } from './readSweep.ts'
import type { PointValues, Lever } from './sweepFile.ts'
import type { LeverValue } from '../file/values.ts'

/** The keys that a lever sets, as they are written; none where it holds a parameter or chooses scenarios. */
export function writtenKeys({ set }: Lever): readonly string[] {
  return set === undefined ? [] : typeof set === 'string' ? [set] : set
}

/** Where a scenario file says what a lever changes. */
export function pathsOf(lever: Lever): readonly Path[] {
  if (lever.lever !== undefined) return [['set', lever.lever]]
  return lever.parameter === undefined ? keysOf(lever) : [['uncertainties', lever.parameter]]
}

/** Paths of the keys that a lever sets. */
export function keysOf(lever: Lever): readonly Path[] {
  return writtenKeys(lever).map((key) => keysIn(key) ?? [key])
}

/** Whether a key is names joined by dots. */
export function isReadable(key: string): boolean {
  return keysIn(key)?.every((part) => part !== '__proto__') ?? false
}

/** A part of a path that leads nowhere, and what there is instead. */
export interface UnknownKey {
  readonly key: string
  readonly known: readonly string[]
  readonly nearest: string | undefined
}

/** The last part may be new: a rule may not say yet what the lever sets, and the schema knows whether it may. */
export function firstUnknown(path: Path, content: unknown): UnknownKey | undefined {
  let held = content
  for (const part of path.slice(0, -1)) {
    const known = isPlainObject(held) ? Object.keys(held) : []
    if (!isPlainObject(held) || !Object.hasOwn(held, part)) {
      return { key: String(part), known, nearest: nearestName(String(part), known) }
    }
    held = held[part]
  }
  return undefined
}

/** Scenarios that a point extends: the one that is varied, and those that levers choose. */
export function extendedBy({ content }: SweepSource, values: PointValues): readonly string[] {
  const chosen = Object.entries(content.levers ?? {}).flatMap(([lever, { scenarios }]) =>
    scenarios === undefined ? [] : [String(values[lever] ?? scenarios[0])],
  )
  return [...new Set([...(content.scenario === undefined ? [] : [content.scenario]), ...chosen])]
}

export interface Change {
  readonly file: string
  readonly value: ScenarioFile
  readonly positions: Positions
}

/** Where the values of a point are written, by lever, if they are written point by point. */
export type PointPlaces = Readonly<Record<string, Position>>

/** What a point says itself; problems with it are said to stand at the lever. */
export function change(read: SweepSource, values: PointValues, written: PointPlaces = {}): Change {
  const { content, file, positions } = read
  const said: Record<string, unknown> = {
    title: content.title ?? file,
    question: content.question ?? content.title ?? file,
    ...read.said,
  }
  const places = new Map<string, Position>()
  for (const [lever, what] of Object.entries(content.levers ?? {})) {
    const value = values[lever]
    if (value === undefined) continue
    const paths = pathsOf(what)
    const place = written[lever] ?? placeOfValue(positions, lever, what, value)
    for (const path of paths) {
      setAt(said, path, value)
      if (place !== undefined) path.forEach((_, n) => places.set(pathKey(path.slice(0, n + 1)), place))
    }
  }
  return { file, value: said, positions: { values: places, keys: places } }
}

/** Of the value in the lever's list; else of the lever. */
function placeOfValue(positions: Positions, lever: string, { values }: Lever, value: LeverValue): Position | undefined {
  const list = ['levers', lever, 'values']
  const n = Array.isArray(values) ? values.indexOf(value) : -1
  return valuePosition(positions, n < 0 ? list : [...list, n])
}

function setAt(target: Record<string, unknown>, path: Path, value: LeverValue): void {
  const [first, ...rest] = path.map(String)
  if (rest.length === 0) {
    target[first] = value
    return
  }
  const inner = isPlainObject(target[first]) ? { ...target[first] } : {}
  target[first] = inner
  setAt(inner, rest, value)
}

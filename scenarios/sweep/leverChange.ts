/** What a point of a sweep changes: the keys that its levers set, over the scenarios that they choose. */
import { nearestName } from '../file/nearest.ts'
import { isPlainObject } from '../file/merge.ts'
import { type Positions, valuePosition, type Path, type Position, pathKey } from '../file/position.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import type { SweepSource } from './readSweep.ts'
import type { PointValues, LeverValue, Lever } from './sweepFile.ts'

/** Paths of the keys that a lever sets; none where it holds a parameter or chooses scenarios. */
export function keysOf({ set }: Lever): readonly Path[] {
  const keys = set === undefined ? [] : typeof set === 'string' ? [set] : set
  return keys.map((key) => key.split('.'))
}

interface UnknownKey {
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

/** What a point says itself; problems with it are said to stand at the lever. */
export function change(read: SweepSource, values: PointValues): Change {
  const { content, file, positions } = read
  const said: Record<string, unknown> = {
    title: content.title ?? file,
    question: content.question ?? content.title ?? file,
  }
  const places = new Map<string, Position>()
  for (const [lever, what] of Object.entries(content.levers ?? {})) {
    const value = values[lever]
    if (value === undefined) continue
    const paths = what.parameter === undefined ? keysOf(what) : [['uncertainties', what.parameter]]
    const place = valuePosition(positions, ['levers', lever, 'values']) ?? valuePosition(positions, ['levers', lever])
    for (const path of paths) {
      setAt(said, path, value)
      if (place !== undefined) path.forEach((_, n) => places.set(pathKey(path.slice(0, n + 1)), place))
    }
  }
  return { file, value: said, positions: { values: places, keys: places } }
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

/** Where each value of a scenario stands: file, line and column by path. */

export type Path = readonly (string | number)[]

export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface Positions {
  /** By path (see `pathKey`): where the value begins. */
  readonly values: ReadonlyMap<string, Position>
  /** By path: where the key of the value stands; the value itself in a list. */
  readonly keys: ReadonlyMap<string, Position>
}

export const noPositions: Positions = { values: new Map(), keys: new Map() }

/** Names may hold any character, so that a path is keyed by its JSON. */
export function pathKey(path: Path): string {
  return JSON.stringify(path)
}

/** As in `policy.events[0].date`. */
export function pathText(path: Path): string {
  return path.map((part, n) => (typeof part === 'number' ? `[${part}]` : n === 0 ? part : `.${part}`)).join('')
}

/** The same as it is written in levers and texts: a name that holds a dot stands in quotes. */
export function keyText(path: Path): string {
  return path.map((part) => (/[.{}"\s|]/.test(String(part)) ? JSON.stringify(part) : part)).join('.')
}

/** The names in a key: `policy.regimes."tariff-2.5"` has three, since what stands in quotes is one name whatever it holds. */
export function keysIn(key: string): readonly string[] | undefined {
  const found = [...key.matchAll(/(?:^|\.)("(?:[^"\\]|\\.)*"|[^."]*)/g)]
  if (found.map(([whole]) => whole).join('') !== key) return undefined
  const parts = found.map(([, part]) => (part.startsWith('"') ? unquoted(part) : part))
  return parts.every((part) => part !== undefined) ? parts : undefined
}

function unquoted(part: string): string | undefined {
  try {
    return String(JSON.parse(part))
  } catch {
    return undefined
  }
}

/** Position of a value, or of the nearest thing that holds it. */
export function valuePosition(positions: Positions, path: Path): Position | undefined {
  for (let length = path.length; length >= 0; length--) {
    const found = positions.values.get(pathKey(path.slice(0, length)))
    if (found !== undefined) return found
  }
  return undefined
}

/** Position of a key, or of the nearest thing that holds it. */
export function keyPosition(positions: Positions, path: Path): Position | undefined {
  return positions.keys.get(pathKey(path)) ?? valuePosition(positions, path)
}

/** Positions of files of which each extends those before it: what a file says itself stands in it. */
export function overlayPositions(files: readonly Positions[]): Positions {
  const values = new Map<string, Position>()
  const keys = new Map<string, Position>()
  for (const file of files) {
    file.values.forEach((position, path) => values.set(path, position))
    file.keys.forEach((position, path) => keys.set(path, position))
  }
  return { values, keys }
}

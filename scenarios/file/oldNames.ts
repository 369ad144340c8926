/**
 * Keys by the names that they had before, read as those that they have now: `on` of an additional duty is `chargedOn`, since
 * `on` is the value true to readers of YAML 1.1. A file says it either way, and everything after it knows one name.
 */
import { isPlainObject } from './merge.ts'
import { type Path, pathKey, type Positions } from './position.ts'
import type { ParsedText } from './yaml.ts'

const old = 'on'
const now = 'chargedOn'

/** The text with its keys by their names of today; the same where no old one is used. A key that stands there twice stays. */
export function withNewNames<Text extends Pick<ParsedText, 'value' | 'positions'>>(text: Text): Text {
  const duties = dutiesOf(text.value).filter(({ duty }) => Object.hasOwn(duty, old) && !Object.hasOwn(duty, now))
  if (duties.length === 0) return text
  return {
    ...text,
    value: duties.reduce<unknown>((value, { path }) => withoutOldKey(value, path), text.value),
    positions: duties.reduce((positions, { path }) => renamed(positions, path), text.positions),
  }
}

function dutiesOf(file: unknown): readonly { readonly path: Path; readonly duty: object }[] {
  const regimes = mapAt(mapAt(file, 'policy'), 'regimes')
  return Object.keys(regimes).flatMap((regime) => {
    const duties = mapAt(mapAt(regimes, regime), 'additionalDuties')
    return Object.keys(duties).map((name) => ({
      path: ['policy', 'regimes', regime, 'additionalDuties', name],
      duty: mapAt(duties, name),
    }))
  })
}

function mapAt(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const held = isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return isPlainObject(held) ? held : {}
}

/** The key keeps its place among the others. */
function withoutOldKey(value: unknown, [first, ...rest]: Path): unknown {
  if (!isPlainObject(value)) return value
  const entries = Object.entries(value).map(([key, held]): [string, unknown] => {
    if (first === undefined) return [key === old ? now : key, held]
    return [key, key === first ? withoutOldKey(held, rest) : held]
  })
  return Object.fromEntries(entries)
}

/** Positions by the new name as well. */
function renamed({ values, keys }: Positions, path: Path): Positions {
  const [before, after] = [old, now].map((key) => pathKey([...path, key]).slice(0, -1))
  const both = <Place>(places: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> => {
    const same = [...places].filter(([key]) => key === `${before}]` || key.startsWith(`${before},`))
    return new Map([...places, ...same.map(([key, place]) => [after + key.slice(before.length), place] as const)])
  }
  return { values: both(values), keys: both(keys) }
}

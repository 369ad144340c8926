/** What the checks of a joined scenario share: where things stand, and how a problem is put together. */
import { type Positions, type Path, pathKey, keyPosition, valuePosition, pathText } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'

export interface CheckContext {
  /** The scenario's own file, for what stands nowhere. */
  readonly file: string
  readonly positions: Positions
  /** By regime: itself and what it extends, in that order. */
  readonly chains: ReadonlyMap<string, readonly string[]>
}

/** What is wrong, and what is only unusual. */
export interface Findings {
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

export interface Finding {
  readonly message: string
  readonly given?: string
  readonly allowed?: string
  readonly nearest?: string | undefined
  /** Whether the key is at fault, and not the value. */
  readonly onKey?: boolean
}

/**
 * The path at which something is written: a regime may have it from one that it extends. Where it is missing, the path
 * in the regime that writes the most of what leads to it.
 */
function statedPath({ positions, chains }: CheckContext, path: Path): Path {
  const [block, list, regime, ...inside] = path
  if (block !== 'policy' || list !== 'regimes') return path
  const names = chains.get(String(regime)) ?? []
  for (let length = inside.length; length > 0; length--) {
    const isWritten = (name: string): boolean =>
      positions.values.has(pathKey(['policy', 'regimes', name, ...inside.slice(0, length)]))
    const name = names.find(isWritten)
    if (name !== undefined) return ['policy', 'regimes', name, ...inside]
  }
  return path
}

/** A problem with what stands at a path; the message begins with the path. */
export function problemAt(context: CheckContext, path: Path, finding: Finding): Problem {
  const { message, given, allowed, nearest, onKey } = finding
  const stated = statedPath(context, path)
  const place = (onKey === true ? keyPosition : valuePosition)(context.positions, stated)
  return {
    ...(place === undefined ? { file: context.file } : place),
    path: pathText(stated),
    ...(given === undefined ? {} : { given }),
    ...(allowed === undefined ? {} : { allowed }),
    ...(nearest === undefined ? {} : { nearest }),
    message: `${pathText(stated)}: ${message}`,
  }
}

/**
 * What is wrong with the shape of one scenario file: unknown keys, wrong types, numbers out of range, each with its
 * place in the file, what may stand there and the nearest right answer.
 */
import { nameHint, nearestName } from './nearest.ts'
import { type Path, type Positions, type Position, pathText, keyPosition, valuePosition } from './position.ts'
import { otherFileProblem } from './otherFile.ts'
import type { Problem } from './problem.ts'
import type { FileKind, SchemaIssue } from './fileKind.ts'
import { type SchemaNode, keysAt, allowedAt, choicesAt, nodesAt } from './shape.ts'

const mostRounds = 20

export interface Structure<Content> {
  readonly problems: readonly Problem[]
  /**
   * What fits of the file: the rest is taken out, so that the checks that follow find their problems in the same go.
   */
  readonly fitting: Content
  /** Paths of what was taken out. */
  readonly removed: readonly Path[]
}

/** @param file its name, for a value that has no positions */
export function checkStructure<Content>(
  kind: FileKind<Content>,
  value: unknown,
  positions: Positions,
  file: string,
): Structure<Content> {
  const other = value === null || value === undefined ? undefined : otherFileProblem(kind, value, positions, file)
  if (other !== undefined) return { problems: [other], fitting: kind.nothing, removed: [[]] }
  const problems: Problem[] = []
  const removed: Path[] = []
  let fitting = value ?? {}
  // Taking out a field that a map needs makes the map unfit in turn, hence the rounds; they end at the empty file.
  for (let round = 0; !kind.fits(fitting); round++) {
    if (round > mostRounds) return { problems, fitting: kind.nothing, removed: [[]] }
    const context = { schema: kind.schema(), value: fitting, positions, file }
    const found = kind.issues(fitting).flatMap((issue) => misfitsOf(issue, []))
    const describe = ({ path, unknown }: Misfit): Problem => (unknown ? unknownKey : wrongValue)(path, context)
    if (round === 0) problems.push(...found.map(describe))
    const paths = found.map(({ path }) => (valueAt(fitting, path) === undefined ? path.slice(0, -1) : path))
    removed.push(...paths)
    fitting = without(fitting, paths) ?? {}
  }
  return { problems, fitting, removed }
}

interface Context {
  readonly schema: SchemaNode
  readonly value: unknown
  readonly positions: Positions
  readonly file: string
}

interface Misfit {
  readonly path: Path
  readonly unknown: boolean
}

function misfitsOf(issue: SchemaIssue, above: Path): readonly Misfit[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({ path: [...path, key], unknown: true }))
  }
  const branch = issue.code === 'invalid_union' ? fittingBranch(issue.errors ?? []) : undefined
  if (branch !== undefined) return branch.flatMap((inner) => misfitsOf(inner, path))
  return [{ path, unknown: false }]
}

/** The same data without what stands at the paths. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.some((path) => path.length === 0)) return undefined
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).flatMap(([key, held]): [string, unknown][] => {
    const inside = paths.filter((path) => String(path[0]) === key).map((path) => path.slice(1))
    const left = without(held, inside)
    return left === undefined ? [] : [[key, left]]
  })
  return Array.isArray(value) ? kept.map(([, held]) => held) : Object.fromEntries(kept)
}

const misfits = ['invalid_type', 'invalid_value', 'invalid_union']

/** The alternative whose own type fits, so that the problem lies deeper; or none, when no alternative is meant. */
function fittingBranch(branches: readonly (readonly SchemaIssue[])[]): readonly SchemaIssue[] | undefined {
  return branches.find((issues) => issues.every(({ code, path }) => path.length > 0 || !misfits.includes(code)))
}

function placed(position: Position | undefined, file: string): Pick<Problem, 'file' | 'line' | 'column'> {
  return position === undefined ? { file } : { file: position.file, line: position.line, column: position.column }
}

function unknownKey(path: Path, { schema, value, positions, file }: Context): Problem {
  const key = String(path.at(-1))
  const keys = keysAt(schema, path.slice(0, -1), value)
  const nearest = nearestName(key, keys)
  const allowed = keys.join(', ')
  const where = path.length > 1 ? ` in ${pathText(path.slice(0, -1))}` : ''
  const hint = nameHint(key, keys, 'allowed are')
  return {
    ...placed(keyPosition(positions, path), file),
    path: pathText(path),
    given: key,
    allowed,
    ...(nearest === undefined ? {} : { nearest }),
    message: `unknown key: ${key}${where}; ${hint}`,
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (held, part) => (typeof held === 'object' && held !== null ? Reflect.get(held, part) : undefined),
    value,
  )
}

/** What stands there, cut short. */
function givenText(given: unknown): string {
  // JSON has no word for what `.inf`, `.nan` and `1e999` are in YAML.
  const isNoFigure = typeof given === 'number' && !Number.isFinite(given)
  const text = typeof given === 'string' || isNoFigure ? String(given) : (JSON.stringify(given) ?? 'nothing')
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function wrongValue(path: Path, { schema, value, positions, file }: Context): Problem {
  const given = valueAt(value, path)
  const allowed = allowedAt(schema, path, value)
  const place = placed(valuePosition(positions, path), file)
  const name = pathText(path) || 'the file'
  const base = { ...place, path: pathText(path), given: givenText(given), allowed }
  if (given === undefined) return { ...base, message: `${name} is missing: write ${allowed}` }
  if (typeof given === 'number' && Number.isInteger(given) && Math.abs(given) > Number.MAX_SAFE_INTEGER) {
    const message = `${name}: about ${given} is too large to be held exactly; allowed is ${allowed}, and at most ${Number.MAX_SAFE_INTEGER}`
    return { ...base, message }
  }
  const nearest = nearestValue(schema, given, path, value)
  if (nearest === undefined) return { ...base, message: `${name}: given ${givenText(given)}; allowed is ${allowed}` }
  const fraction = fractionMeant(schema, given, path, value) !== undefined
  const message = fraction
    ? `${name}: ${givenText(given)} looks like a percentage: write ${nearest}`
    : `${name}: given ${givenText(given)}; did you mean ${nearest}? Allowed is ${allowed}`
  return { ...base, nearest, message }
}

function nearestValue(schema: SchemaNode, given: unknown, path: Path, value: unknown): string | undefined {
  const fraction = fractionMeant(schema, given, path, value)
  if (fraction !== undefined) return String(fraction)
  return typeof given === 'string' ? nearestName(given, choicesAt(schema, path, value)) : undefined
}

/** The fraction that 25 or 25% was meant to be, where a fraction is asked. */
function fractionMeant(schema: SchemaNode, given: unknown, path: Path, value: unknown): number | undefined {
  const most = nodesAt(schema, path, value).find(
    ({ type, maximum }) => type === 'number' && (maximum ?? 9) <= 2,
  )?.maximum
  return most === undefined ? undefined : percentageMeant(given, most)
}

/** A number just above 1 is more likely a rate gone too far than a percentage: nobody writes 1.4 for 1.4%. */
const leastPercentage = 2

/** 0.25 for 25 or "25%", where no more than `most` may stand; undefined when it does not look like a percentage. */
export function percentageMeant(given: unknown, most: number): number | undefined {
  const written = typeof given === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(given)?.[1] : undefined
  const percent =
    typeof given === 'number' && given > most && given >= leastPercentage
      ? given
      : written === undefined
        ? NaN
        : Number(written)
  const fraction = Number((percent / 100).toPrecision(12))
  return fraction <= most ? fraction : undefined
}

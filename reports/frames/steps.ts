/** Steps from one table to another, as texts say them: read and checked against the columns at hand before anything is computed. */
import { usageError } from '../../engine/run/errors.ts'
import { nameHint } from '../../scenarios/file/nearest.ts'
import type { ColumnName } from './columns.ts'
import { readExpression, readNamed, type NamedExpression } from './expression/read.ts'

/** The verbs that there are. */
export const verbs = ['filter', 'derive', 'groupby', 'rollup', 'orderby', 'select', 'limit'] as const
export type Verb = (typeof verbs)[number]

/** A verb and what it was given, as in `--filter "year == 2036"`. */
export interface StatedStep {
  readonly verb: Verb
  readonly text: string
}

export type Step =
  | { readonly verb: 'filter'; readonly code: string }
  | { readonly verb: 'derive' | 'rollup'; readonly named: readonly NamedExpression[] }
  | { readonly verb: 'groupby' | 'select'; readonly names: readonly string[] }
  | { readonly verb: 'orderby'; readonly keys: readonly SortKey[] }
  | { readonly verb: 'limit'; readonly rows: number }

export interface SortKey {
  readonly name: string
  readonly falling: boolean
}

/** Steps that were read, the columns that they need of the first table, and those that they leave. */
export interface ReadSteps {
  readonly steps: readonly Step[]
  readonly needed: ReadonlySet<string>
  readonly columns: readonly ColumnName[]
}

/** Where a reading of steps is. */
interface Stand {
  readonly columns: readonly ColumnName[]
  readonly groups: readonly string[]
  /** Columns of the first table that were asked for; and whether all others still stand in the result. */
  readonly used: ReadonlySet<string>
  readonly whole: boolean
}

interface Read extends Stand {
  readonly step: Step
}

/**
 * Reads steps in their order.
 *
 * @param columns of the table that the first step is given
 * @throws an error of kind `usage` at the first that is wrong, with the place in its text
 */
export function readSteps(stated: readonly StatedStep[], columns: readonly ColumnName[]): ReadSteps {
  let stand: Stand = { columns, groups: [], used: new Set(), whole: true }
  const steps = stated.map(({ verb, text }) => {
    const { step, ...next } = readers[verb](text, stand)
    stand = next
    return step
  })
  const first = new Set(columns.map(({ name }) => name))
  const left = stand.columns.filter(({ name, ifNamed }) => ifNamed !== true || stand.used.has(name))
  const shown = left.map(({ name }) => name)
  const needed = [...stand.used, ...(stand.whole ? shown : [])].filter((name) => first.has(name))
  return { steps, needed: new Set(needed), columns: left }
}

type Reader = (text: string, stand: Stand) => Read

const readers: Readonly<Record<Verb, Reader>> = {
  filter: (text, stand) => {
    const { code, kind, columns, asksPlace } = readExpression({ option: '--filter', text }, stand.columns)
    if (kind !== 'truth') {
      throw usageError(`--filter: ${JSON.stringify(text)} is a ${kind}; write a comparison, as in year == 2036`)
    }
    if (asksPlace) throw usageError('--filter: asks for a place among rows; derive a column first, and filter by it')
    return { ...stand, step: { verb: 'filter', code }, used: union(stand.used, columns) }
  },
  derive: (text, stand) => {
    const named = readNamed({ option: '--derive', text }, stand.columns)
    const used = union(stand.used, ...named.map(({ columns }) => columns))
    return { ...stand, step: { verb: 'derive', named }, used, columns: withColumns(stand.columns, named) }
  },
  groupby: (text, stand) => {
    const names = namesIn('--groupby', text, stand.columns)
    return { ...stand, step: { verb: 'groupby', names }, groups: names, used: union(stand.used, names) }
  },
  rollup: readRollup,
  orderby: (text, stand) => {
    const keys = splitNames(text).map((word) => ({ name: word.replace(/^-/, ''), falling: word.startsWith('-') }))
    const names = keys.map(({ name }) => name)
    requireNames('--orderby', names, stand.columns)
    return { ...stand, step: { verb: 'orderby', keys }, used: union(stand.used, names) }
  },
  select: (text, stand) => {
    const names = namesIn('--select', text, stand.columns)
    const columns = names.map((name) => knownColumn(name, stand.columns))
    return { columns, groups: [], step: { verb: 'select', names }, used: union(stand.used, names), whole: false }
  },
  limit: (text, stand) => {
    if (/^\d+$/.test(text.trim())) return { ...stand, step: { verb: 'limit', rows: Number(text) } }
    throw usageError(`--limit: ${JSON.stringify(text)} is not allowed; give a whole number, 0 or more`)
  },
}

function readRollup(text: string, stand: Stand): Read {
  const named = readNamed({ option: '--rollup', text }, stand.columns)
  for (const { name, asksRow, asksPlace } of named) {
    if (!asksRow && !asksPlace) continue
    throw usageError(
      `--rollup: ${name} is not one figure of all rows of a group; ask for one, as in mean(COLUMN), quantile(COLUMN, 0.95) or count()`,
    )
  }
  const grouped = stand.groups.map((name) => knownColumn(name, stand.columns))
  return {
    step: { verb: 'rollup', named },
    columns: withColumns(grouped, named),
    groups: [],
    used: union(stand.used, ...named.map(({ columns }) => columns)),
    whole: false,
  }
}

function knownColumn(name: string, columns: readonly ColumnName[]): ColumnName {
  const { ifNamed: _, ...column } = columns.find((one) => one.name === name) ?? { name, kind: 'number' }
  return column
}

function withColumns(columns: readonly ColumnName[], named: readonly NamedExpression[]): readonly ColumnName[] {
  const made = new Map(named.map(({ name, kind }): [string, ColumnName] => [name, { name, kind }]))
  const kept = columns.map((column) => made.get(column.name) ?? column)
  const before = new Set(columns.map(({ name }) => name))
  return [...kept, ...[...made.values()].filter(({ name }) => !before.has(name))]
}

function union(...sets: readonly Iterable<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]))
}

/** Names with commas between them; one with a comma in it stands between backticks. */
function splitNames(text: string): readonly string[] {
  const parts = text.match(/(?:`[^`]*`|[^,`])+/g) ?? []
  return parts.map((part) => part.trim().replaceAll('`', '')).filter((part) => part !== '')
}

function namesIn(option: string, text: string, columns: readonly ColumnName[]): readonly string[] {
  const names = splitNames(text)
  requireNames(option, names, columns)
  return names
}

function requireNames(option: string, names: readonly string[], columns: readonly ColumnName[]): void {
  const known = columns.map(({ name }) => name)
  if (names.length === 0) throw usageError(`${option}: names no column; ${nameHint('', known)}`)
  for (const name of names) {
    if (!known.includes(name)) throw usageError(`${option}: there is no column ${name}; ${nameHint(name, known)}`)
  }
}

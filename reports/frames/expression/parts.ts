/** What is known of an expression and of its parts, while and after it is read. */
import type { ColumnKind, ColumnName } from '../columns.ts'
import type { AnyNode } from './parse.ts'
import type { FigureName } from '../figures.ts'
import type { Given } from './problem.ts'

/** A figure of a column as it stands, or of the rows. */
export interface AskedFigure {
  readonly name: FigureName
  /** Left out where rows are counted. */
  readonly column?: string | undefined
  /** Of a quantile. */
  readonly share: number
}

/** An expression that was allowed. */
export interface ReadExpression {
  /** As arquero takes it, of `d`. */
  readonly code: string
  readonly kind: ColumnKind
  readonly columns: ReadonlySet<string>
  /** Whether it asks all rows of a group, or for a place among them. */
  readonly asksGroup: boolean
  readonly asksPlace: boolean
  /** Whether it asks a column for its value in the row at hand, outside what asks the group. */
  readonly asksRow: boolean
  /** What it is, where it is a figure and nothing else. */
  readonly figure?: AskedFigure | undefined
}

/** The code of a column alone. */
export function columnCode(name: string): string {
  return `d[${JSON.stringify(name)}]`
}

/** What is at hand where a part of an expression is read. */
export interface Reading extends Given {
  readonly columns: ReadonlyMap<string, ColumnName>
  readonly read: (node: AnyNode) => ReadExpression
  /** The error about a part of the text. */
  readonly problem: (node: { readonly start: number; readonly end: number }, message: string) => Error
}

/** What an expression of several parts asks. */
export function joined(parts: readonly ReadExpression[], code: string, kind: ColumnKind): ReadExpression {
  return {
    code,
    kind,
    columns: new Set(parts.flatMap(({ columns }) => [...columns])),
    asksGroup: parts.some(({ asksGroup }) => asksGroup),
    asksPlace: parts.some(({ asksPlace }) => asksPlace),
    asksRow: parts.some(({ asksRow }) => asksRow),
  }
}

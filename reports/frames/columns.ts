/** Tables before they are tables: what columns there are, and how many rows, are known before any of it is read. */

/** What stands in the cells of a column; what is not there is NaN among numbers and null among texts; `truth` is true or false. */
export type ColumnKind = 'number' | 'text' | 'truth'

export interface ColumnName {
  readonly name: string
  readonly kind: ColumnKind
  /** True where its numbers are whole and none is missing, as years. */
  readonly isWhole?: boolean
  /** True where it is left out unless somebody names it, as the parameters beside outcomes. */
  readonly ifNamed?: boolean
}

export type ColumnData = Float64Array | Int32Array | readonly (string | null)[]

/** A table that can be read. */
export interface ReadableTable {
  readonly columns: readonly ColumnName[]
  /** Most rows that it may have. */
  readonly rows: number
  /** Reads some of the columns. @returns [name] all of the same length, in the order of `columns` */
  readonly read: (names: ReadonlySet<string>) => Readonly<Record<string, ColumnData>>
}

/** Tables that a study has, by the names that they are asked for. */
export const tableKinds = ['replicates', 'summary', 'compare', 'plants', 'lines', 'draws'] as const
export type TableKind = (typeof tableKinds)[number]

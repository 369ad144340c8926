/**
 * Figures of groups of rows: those of a column of numbers as it stands are worked out here (`figures.ts`), all others by arquero, with the
 * same answers.
 */
import { tableOf, type ColumnTable } from './arquero.ts'
import type { AskedFigure } from './expression/parts.ts'
import type { NamedExpression } from './expression/read.ts'
import { figures, type GroupedNumbers, validCounts } from './figures.ts'

/** [group] what stands in a column of the result. */
type Cells = readonly unknown[]

/**
 * A row for each group, with the values that it is grouped by and its figures.
 *
 * @param others has arquero work out what is not worked out here
 */
export function rollUp(
  table: ColumnTable,
  named: readonly NamedExpression[],
  others: (named: readonly NamedExpression[]) => ColumnTable,
): ColumnTable {
  const own = ownFigures(table, named)
  if (own.size === 0) return others(named)
  const left = named.filter((_, n) => !own.has(n))
  const rest = left.length === 0 ? undefined : others(left)
  const columns = groupColumns(table)
  named.forEach(({ name }, n) => columns.set(name, own.get(n) ?? [...(rest?.array(name) ?? [])]))
  return tableOf(Object.fromEntries(columns), [...columns.keys()])
}

/** [name] the values that rows are grouped by. */
function groupColumns(table: ColumnTable): Map<string, Cells> {
  if (!table.isGrouped()) return new Map()
  const { names, get, rows } = table.groups()
  return new Map(names.map((name, n) => [name, Array.from(rows, (row) => get[n](row, table.data()))]))
}

/** [position in `named`] figures that are worked out here. */
function ownFigures(table: ColumnTable, named: readonly NamedExpression[]): ReadonlyMap<number, Cells> {
  const read = reader(table)
  const found = new Map<number, Cells>()
  named.forEach(({ figure }, n) => {
    const counted = figure === undefined ? undefined : read(figure.column)
    if (figure !== undefined && counted !== undefined) found.set(n, figureOf(figure, counted))
  })
  return found
}

interface Counted {
  readonly numbers: GroupedNumbers
  /** [group] how many values there are. */
  readonly valid: Float64Array
}

/** There is no mean, sum or extreme of no values. */
function figureOf({ name, share }: AskedFigure, { numbers, valid }: Counted): readonly (number | undefined)[] {
  const isCount = name === 'count' || name === 'valid'
  const values = figures[name](numbers, valid, share)
  return Array.from(values, (value, group) => (valid[group] > 0 || isCount ? value : undefined))
}

/**
 * Reads each column once, however many figures are asked of it. Without a name all rows have a value, of which no more is known.
 *
 * @returns [name] undefined of a column that is not of numbers
 */
function reader(table: ColumnTable): (name: string | undefined) => Counted | undefined {
  const rows = table.isFiltered() || table.isOrdered() ? table.indices() : undefined
  const grouped = groupsOf(table, rows)
  const known = new Map<string | undefined, Counted | undefined>()
  const read = (name: string | undefined): Counted | undefined => {
    const values = name === undefined ? new Float64Array(table.numRows()) : numbersOf(table.column(name), rows)
    if (values === undefined) return undefined
    const numbers = { values, ...grouped }
    return { numbers, valid: validCounts(numbers) }
  }
  return (name) => {
    if (!known.has(name)) known.set(name, read(name))
    return known.get(name)
  }
}

function groupsOf(table: ColumnTable, rows: Uint32Array | undefined): Omit<GroupedNumbers, 'values'> {
  if (!table.isGrouped()) return { groupOf: undefined, size: 1 }
  const { keys, size } = table.groups()
  if (rows !== undefined) return { groupOf: rows.map((row) => keys[row]), size }
  return { groupOf: keys instanceof Uint32Array ? keys : Uint32Array.from(keys), size }
}

/** The numbers of a column in the order of its rows. @returns undefined where others than numbers stand in it */
function numbersOf(column: Iterable<unknown> | undefined, rows: Uint32Array | undefined): Float64Array | undefined {
  if (column instanceof Float64Array && rows === undefined) return column
  if (column instanceof Float64Array || column instanceof Int32Array)
    return rows === undefined ? Float64Array.from(column) : Float64Array.from(rows, (row) => column[row])
  if (!Array.isArray(column)) return undefined
  const cells: readonly unknown[] = rows === undefined ? column : Array.from(rows, (row): unknown => column[row])
  if (!cells.every((cell) => typeof cell === 'number' || cell === undefined || cell === null)) return undefined
  return Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN))
}

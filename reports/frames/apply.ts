/** Carries steps out on a table of arquero. */
import { desc, tableOf, type ColumnTable } from './arquero.ts'
import type { ColumnData, ReadableTable } from './columns.ts'
import type { NamedExpression } from './expression/read.ts'
import { groupRows } from './grouping.ts'
import { rollUp } from './rollup.ts'
import type { SortKey, Step } from './steps.ts'

/** A table as arquero has it. @param names of the columns to read */
export function tableFrom(readable: ReadableTable, names: ReadonlySet<string>): ColumnTable {
  const columns: Readonly<Record<string, ColumnData>> = readable.read(names)
  return tableOf(columns)
}

/** The table after a step. */
export function applyStep(table: ColumnTable, step: Step): ColumnTable {
  switch (step.verb) {
    case 'filter':
      return table.filter(expression(step.code))
    case 'derive':
      return table.derive(expressions(step.named))
    case 'groupby':
      return groupRows(table, ...step.names)
    case 'rollup':
      return rollUp(table, step.named, (named) => table.rollup(expressions(named)))
    case 'orderby':
      return table.orderby(sortKeys(step.keys))
    case 'select':
      return table.ungroup().select([...step.names])
    default:
      return table.slice(0, step.rows)
  }
}

/** An expression of `d`, as arquero reads it from a text. */
function expression(code: string): string {
  return `d => ${code}`
}

function expressions(named: readonly NamedExpression[]): Readonly<Record<string, string>> {
  return Object.fromEntries(named.map(({ name, code }) => [name, expression(code)]))
}

/** Rows without a value come last, whichever way it goes; arquero has them first where values rise,
 * and its `orderby` knows no function of `op`. */
function sortKeys(keys: readonly SortKey[]): Parameters<ColumnTable['orderby']>[0] {
  const entries = keys.flatMap(({ name, falling }, n): [string, string | ReturnType<typeof desc>][] => {
    const value = `d[${JSON.stringify(name)}]`
    const key = expression(value)
    return [
      [`missing ${n}`, expression(`(${value} == null || ${value} !== ${value}) ? 1 : 0`)],
      [`key ${n}`, falling ? desc(key) : key],
    ]
  })
  return Object.fromEntries(entries)
}

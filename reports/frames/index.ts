/**
 * `plantshift/tables`: tables of studies with what arquero's verbs need, from the one copy of arquero that the tables are made by.
 * See docs/tables.md.
 */
export { agg, bin, desc, escape, op, rolling, type ColumnTable } from './arquero.ts'
export { groupRows } from './grouping.ts'
export { table, type TableOptions } from './table.ts'
export type { TableKind } from './columns.ts'

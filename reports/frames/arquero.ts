/** What of arquero is used and handed on: the only file that knows the package, and loaded only where somebody asks for a table. */
export { agg, bin, desc, escape, op, rolling, table as tableOf, type ColumnTable } from 'arquero'

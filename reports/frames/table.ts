/** Tables for programs, as arquero's: loaded only where they are asked for. */
import { usageError } from '../../engine/run/errors.ts'
import { nameHint } from '../../scenarios/file/nearest.ts'
import type { ColumnTable } from './arquero.ts'
import type { TableKind } from './columns.ts'
import { readableTable, type ReadableOptions, requireRoom, type TabledStudy } from './readable.ts'

export interface TableOptions extends ReadableOptions {
  /** Columns to read, among them parameters beside the outcomes of `replicates`; all but those unless given. */
  readonly columns?: readonly string[] | undefined
  /** True to have every parameter that replicates drew beside their outcomes. */
  readonly parameters?: boolean | undefined
}

/**
 * A table of a study, with arquero's verbs.
 *
 * @param study what `run`, `compare` or `sweep` give, or the folder of a result
 * @param kind `replicates`: a row for each scenario, year and replicate; `summary` and `compare`: a row for each scenario, outcome and
 *   year; `plants` and `lines`: a row for each scenario and plant, or line and place, in the last year; `draws`: a row a replicate, with
 *   all parameters. What is not there is NaN among numbers and null among texts
 * @throws errors of kind `usage` for what there is not or what would not fit into memory, and `file` for folders
 *
 * @example
 * const replicates = await table(study, 'replicates', { columns: ['scenario', 'year', 'output.US'] })
 * replicates.groupby('scenario', 'year').rollup({ mean: "d => op.mean(d['output.US'])" }).print()
 */
export async function table(
  study: string | TabledStudy,
  kind: TableKind = 'replicates',
  options: TableOptions = {},
): Promise<ColumnTable> {
  const { readable } = readableTable(study, kind, options)
  const known = readable.columns.map(({ name }) => name)
  const asked = options.columns
  const unknown = asked?.find((name) => !known.includes(name))
  if (unknown !== undefined) throw usageError(`table: there is no column ${unknown}; ${nameHint(unknown, known)}`)
  const usual = readable.columns.filter(({ ifNamed }) => ifNamed !== true || options.parameters === true)
  const names = new Set(asked ?? usual.map(({ name }) => name))
  requireRoom(readable, names)
  const { tableFrom } = await import('./apply.ts')
  return tableFrom(readable, names)
}

/** Which table is asked for, of which study. */
import { usageError } from '../../engine/run/errors.ts'
import { nameHint } from '../../scenarios/file/nearest.ts'
import { openReplicates } from '../../studies/folder/columns.ts'
import { requireResult } from '../../studies/folder/folder.ts'
import { readRunPlan, type RunPlanFile } from '../../studies/plan/runPlan.ts'
import { readStoredResult } from '../stored/stored.ts'
import { bytesText } from '../words/numbers.ts'
import { tableKinds, type ReadableTable, type TableKind } from './columns.ts'
import { drawTable } from './draws.ts'
import { replicateTable } from './replicates.ts'
import { reportTable, type ReportRows } from './report.ts'
import { storedSource, type ReplicateSource } from './source.ts'

/** A study that has been computed in this program. */
export interface TabledStudy {
  /** The report of a sweep has no plants and lines. */
  readonly report: Pick<ReportRows, 'summaries' | 'comparisons'> & Partial<ReportRows>
  readonly replicates: ReplicateSource
}

export interface ReadableOptions {
  /** Calendar years of `replicates`, among those that are kept; all unless given. */
  readonly years?: readonly (number | string)[] | undefined
  /** True to take what is there of a result that lacks replicates. */
  readonly partial?: boolean | undefined
  /** Where the data of the result lie now, if they have been moved. */
  readonly data?: string | undefined
}

/** A table that can be read, and what is there of it where that is not all. */
export interface AskedTable {
  readonly readable: ReadableTable
  readonly partial?: string | undefined
}

/** Most memory for the columns of a table. */
const mostBytes = 2 ** 30

/** @throws an error of kind `usage` where there is no such table */
export function tableKindNamed(text: string): TableKind {
  const found = tableKinds.find((kind) => kind === text)
  if (found !== undefined) return found
  throw usageError(`--of: there is no table ${JSON.stringify(text)}; ${nameHint(text, tableKinds)}`)
}

/**
 * A table of a study.
 *
 * @param study the folder of a result, or what `run`, `compare` and `sweep` give
 * @throws errors of kind `usage` for what there is not, and `file` for folders
 */
export function readableTable(study: string | TabledStudy, kind: TableKind, options: ReadableOptions = {}): AskedTable {
  if (kind !== 'replicates' && kind !== 'draws') return { readable: reportTable(kind, rowsOf(study, kind, options)) }
  if (typeof study === 'string') positionsOf(readRunPlan(requireResult(study)), options)
  const source =
    typeof study === 'string'
      ? storedSource(openReplicates(study, options.partial === true, options.data))
      : study.replicates
  const readable = kind === 'draws' ? drawTable(source) : replicateTable(source, positionsOf(source.plan, options))
  return { readable, partial: source.partial }
}

function rowsOf(study: string | TabledStudy, kind: TableKind, { partial }: ReadableOptions): ReportRows {
  if (typeof study === 'string') return readStoredResult(study, partial === true).report
  const { plants, lines } = study.report
  if (plants === undefined || lines === undefined) {
    if (kind === 'plants' || kind === 'lines')
      throw usageError(`table: a sweep in memory has no ${kind}; give it a folder`)
    return { ...study.report, plants: [], lines: [] }
  }
  return { ...study.report, plants, lines }
}

function positionsOf({ years: kept }: RunPlanFile, { years }: ReadableOptions): readonly number[] {
  if (years === undefined) return kept.map((_, t) => t)
  return years.map((year) => {
    const t = kept.indexOf(Number(year))
    if (t < 0)
      throw usageError(`--years: ${year} is not kept in this result; ${nameHint(String(year), kept.map(String))}`)
    return t
  })
}

/**
 * Before anything is read.
 *
 * @throws an error of kind `usage` where the columns would not fit into memory
 */
export function requireRoom({ rows }: ReadableTable, names: ReadonlySet<string>): void {
  const bytes = 8 * rows * names.size
  if (bytes <= mostBytes) return
  throw usageError(
    `table: ${rows} rows of ${names.size} columns would take ${bytesText(bytes)} of memory, and ${bytesText(mostBytes)} are allowed; ` +
      'name fewer years or columns (--years, --select, --rollup), or export to Parquet and ask a database',
  )
}

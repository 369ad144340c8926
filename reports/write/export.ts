/** The outcomes of every replicate of a result as one file for another program. */
import { renameSync, rmSync } from 'node:fs'
import { extname } from 'node:path'
import { usageError } from '../../engine/run/errors.ts'
import { partialEnding } from '../../engine/run/wholeFile.ts'
import { nameHint } from '../../scenarios/file/nearest.ts'
import { openReplicates } from '../../studies/folder/columns.ts'
import { requireResult } from '../../studies/folder/folder.ts'
import { requireOutFile } from '../../studies/folder/outFile.ts'
import { readRunPlan } from '../../studies/plan/runPlan.ts'
import { storedBlocks, type Wanted, writeColumns, writeRows } from '../tables/replicates.ts'

const formats = ['csv', 'parquet', 'arrow', 'json'] as const
type Format = (typeof formats)[number]

export interface ExportOptions {
  /** Path of the file to write. */
  readonly to: string
  /** `csv`, `parquet`, `arrow`, or `json` for JSON lines; by the ending of the file's name unless given. */
  readonly format?: string | undefined
  /** Ids, and calendar years, among those that are kept; all of them unless given. */
  readonly outcomes?: readonly string[] | undefined
  readonly years?: readonly (number | string)[] | undefined
  /** True to replace a file that is there. */
  readonly force?: boolean | undefined
  /** True to write the replicates that are there where some are missing; a column `partial` then says so. */
  readonly partial?: boolean | undefined
  /** Folder where the data of its own are now, when they are no longer where they were. */
  readonly data?: string | undefined
  /** True to write texts into a CSV file as they are, also those that a spreadsheet would take for formulas. */
  readonly rawCsv?: boolean | undefined
}

/**
 * Writes a row for each scenario, year and replicate, with a column for each outcome; a sweep has its levers in front.
 *
 * @param folder of a result
 * @returns how many rows there are
 * @throws errors of kind `usage` for what is not kept or would be overwritten, `file` where blocks are missing, and the file system's
 */
export async function exportReplicates(folder: string, options: ExportOptions): Promise<number> {
  const path = requireResult(folder)
  const plan = readRunPlan(path)
  const { to, force = false } = options
  const format = formatOf(options.format, to)
  requireOutFile('--to', to, force)
  const asked = {
    plan,
    years: positions('--years', options.years?.map(String), plan.years.map(String)),
    outcomes: positions('--outcomes', options.outcomes, plan.outcomes),
    levers: (plan.levers ?? []).map(({ name }) => name),
  }
  // What is asked wrongly is said before the scenarios are read.
  const result = openReplicates(path, options.partial === true, options.data)
  const wanted: Wanted = { ...asked, partial: result.partial, rawCsv: options.rawCsv === true }
  const blocks = storedBlocks(result)
  const partial = `${to}${partialEnding}`
  try {
    const rows =
      format === 'csv' || format === 'json'
        ? writeRows(partial, format, wanted, blocks)
        : await writeColumns(partial, format, wanted, blocks)
    renameSync(partial, to)
    return rows
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

function formatOf(asked: string | undefined, target: string): Format {
  const text = asked ?? extname(target).slice(1)
  const found = formats.find((format) => format === text || (format === 'json' && text === 'ndjson'))
  if (found !== undefined) return found
  const given = asked === undefined ? `--to: the ending of ${target}` : `--format: ${JSON.stringify(asked)}`
  throw usageError(`${given} is none of ${formats.join(', ')}`)
}

function positions(option: string, asked: readonly string[] | undefined, kept: readonly string[]): readonly number[] {
  if (asked === undefined) return kept.map((_, n) => n)
  return asked.map((text) => {
    const position = kept.indexOf(text)
    if (position >= 0) return position
    const hint = nameHint(text, kept)
    throw usageError(`${option}: ${text === '' ? 'an empty name' : text} is not kept in this result; ${hint}`)
  })
}

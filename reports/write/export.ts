/** The outcomes of every replicate of a result as one file for another program. */
import { usageError } from '../../engine/run/errors.ts'
import { nameHint } from '../../scenarios/file/nearest.ts'
import { openReplicates } from '../../studies/folder/columns.ts'
import { requireResult } from '../../studies/folder/folder.ts'
import { requireOutFile } from '../../studies/folder/outFile.ts'
import { parameterNames, type ParameterName } from '../../engine/model/draws/parameters.ts'
import { readRunPlan } from '../../studies/plan/runPlan.ts'
import { parameterColumns } from '../tables/parameterColumns.ts'
import { formatOf, writeWhole } from './fileFormat.ts'
import { storedBlocks, type Wanted, writeColumns, writeRows } from '../tables/replicates.ts'

export interface ExportOptions {
  /** Path of the file to write. */
  readonly to: string
  /** `csv`, `parquet`, `arrow`, or `json` for JSON lines; by the ending of the file's name unless given. */
  readonly format?: string | undefined
  /** Ids, and calendar years, among those that are kept; all of them unless given. */
  readonly outcomes?: readonly string[] | undefined
  readonly years?: readonly (number | string)[] | undefined
  /** Names of parameters whose draws stand beside the outcomes, or `all`; none unless given. */
  readonly parameters?: 'all' | readonly string[] | undefined
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
 * Writes a row for each scenario, year and replicate, with a column for each outcome and, where they are asked for, each
 * parameter that the replicate drew; a sweep has its levers in front.
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
    parameters: parameterColumns(plan, parametersAsked(options.parameters)),
  }
  // What is asked wrongly is said before the scenarios are read.
  const result = openReplicates(path, options.partial === true, options.data)
  const wanted: Wanted = { ...asked, partial: result.partial, rawCsv: options.rawCsv === true }
  const blocks = storedBlocks(result)
  return await writeWhole(to, (target) =>
    format === 'csv' || format === 'json'
      ? writeRows(target, format, wanted, blocks)
      : writeColumns(target, format, wanted, blocks),
  )
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

function parametersAsked(asked: ExportOptions['parameters']): readonly ParameterName[] {
  if (asked === undefined) return []
  if (asked === 'all' || (asked.length === 1 && asked[0] === 'all')) return parameterNames
  return asked.map((text) => {
    const found = parameterNames.find((name) => name === text)
    if (found !== undefined) return found
    throw usageError(`--parameters: ${JSON.stringify(text)} is no parameter; ${nameHint(text, parameterNames)}`)
  })
}

/** Outcomes of replicates read back from the blocks of a result folder, one outcome and year at a time. */
import { differenceFrom } from '../../engine/analysis/difference.ts'
import { usageError } from '../../engine/run/errors.ts'
import { finiteStatus } from '../../engine/run/finiteStatus.ts'
import { lostStatus } from '../../engine/run/failures.ts'
import { blockLayout, columnStart } from '../../engine/run/layout.ts'
import { requireResult } from './folder.ts'
import { requireRun } from '../plan/findingAlone.ts'
import { type RunPlanFile, readRunPlan } from '../plan/runPlan.ts'
import { nameHint, nearestName } from '../../scenarios/file/nearest.ts'
import { storedInputs } from '../plan/work.ts'
import { partReader, type ReadableResult, wholeOrPartial } from './whole.ts'

export type OpenedResult = ReadableResult

/**
 * @param data folder where the data of its own are now, when they are no longer where they were
 * @throws errors of kind `file` when the folder holds no result, or its scenarios or data have changed
 */
export function openResult(given: string, data?: string): OpenedResult {
  const path = requireResult(given)
  const plan = readRunPlan(path)
  return { path, plan, inputs: storedInputs(path, plan, data) }
}

/**
 * A result whose replicates are going to be read.
 *
 * @param partial true where those that are there are enough
 * @param data as for `openResult`
 * @throws an error of kind `file` as `openResult`, and where blocks are missing
 */
export function openReplicates(given: string, partial: boolean, data?: string): OpenedResult {
  const result = openResult(given, data)
  requireRun(result.path, result.plan)
  return wholeOrPartial(result, partial)
}

/** An outcome in a year, that a result may keep or not. */
export interface WantedColumn {
  /** Id, as in `output.MX`. */
  readonly outcome: string
  /** Calendar year; the last one unless given. */
  readonly year?: number | undefined
}

/** An outcome and a year among those that a result keeps. */
export interface KeptColumn {
  /** Positions among the kept outcomes and years. */
  readonly outcome: number
  readonly year: number
}

/** @throws an error of kind `usage` that says what is kept */
export function keptColumn({ outcomes, years }: RunPlanFile, { outcome, year }: WantedColumn): KeptColumn {
  const position = outcomes.indexOf(outcome)
  if (position < 0) {
    const nearest = nearestName(outcome, outcomes)
    const hint = nearest === undefined && outcomes.length <= mostListed ? '' : `; ${nameHint(outcome, outcomes)}`
    throw usageError(`--outcome: ${outcome} is not kept in this result, which has ${listed(outcomes)}${hint}`)
  }
  if (year === undefined) return { outcome: position, year: years.length - 1 }
  if (years.includes(year)) return { outcome: position, year: years.indexOf(year) }
  throw usageError(`--outcome: the year ${year} is not kept in this result, which has ${years.join(', ')}`)
}

const mostListed = 12

function listed(names: readonly string[]): string {
  return names.length > mostListed ? `${names.length} others` : names.join(', ')
}

export interface ScenarioColumn {
  /** Position among the scenarios of the plan. */
  readonly scenario: number
  /** [replicate] NaN where it failed. */
  readonly values: Float64Array
  /** [replicate] 0 where it is good. */
  readonly status: Uint8Array
}

/** Columns of all scenarios of a part; what a partial result lacks is not a number, and not good. */
export function partColumns(
  result: OpenedResult,
  part: number,
  { outcome, year }: KeptColumn,
): readonly ScenarioColumn[] {
  const { shape, blocks, replicates, read } = partReader(result, part)
  const columns = result.plan.parts[part].scenarios.map((scenario) => ({
    scenario,
    values: new Float64Array(replicates).fill(NaN),
    status: new Uint8Array(replicates).fill(lostStatus),
  }))
  for (const index of blocks) {
    const block = read(index)
    if (block === undefined) continue
    const { first, count } = block
    const { statusStart } = blockLayout(shape, count)
    columns.forEach(({ values, status }, s) => {
      const start = columnStart(shape, count, s, year, outcome)
      values.set(block.values.subarray(start, start + count), first)
      status.set(block.values.subarray(statusStart + s * count, statusStart + (s + 1) * count), first)
    })
  }
  return columns.map((column) => ({ ...column, status: finiteStatus(column.values, column.status) }))
}

/** Columns of all scenarios of a part. */
export type PartColumns = (part: number) => readonly ScenarioColumn[]

/** An outcome of the scenarios of each part, or its difference from that of the part's baseline. */
export function outcomeColumns(result: OpenedResult, column: KeptColumn, isDifference: boolean): PartColumns {
  return (part) => {
    const columns = partColumns(result, part, column)
    if (!isDifference) return columns
    const { baseline } = result.plan.parts[part]
    const before = columns[columns.findIndex(({ scenario }) => scenario === baseline)]
    return columns.map((one) => differenceFrom(one, before))
  }
}

/** Outcomes of replicates read back from the blocks of a result folder, one outcome and year at a time. */
import { usageError } from '../../engine/run/errors.ts'
import { blockLayout, columnStart } from '../../engine/run/layout.ts'
import { planBlock } from '../../engine/run/plan.ts'
import { readShard } from '../../engine/run/shards.ts'
import { requireResult } from './folder.ts'
import { type RunPlanFile, readRunPlan } from '../plan/runPlan.ts'
import { nameHint, nearestName } from '../../scenarios/file/nearest.ts'
import type { StudyInputs } from '../plan/inputs.ts'
import { storedInputs, partShards } from '../plan/work.ts'

export interface OpenedResult {
  /** The folder, by its whole path. */
  readonly path: string
  readonly plan: RunPlanFile
  readonly inputs: StudyInputs
}

/** @throws errors of kind `file` when the folder holds no result, or its scenarios or data have changed */
export function openResult(given: string): OpenedResult {
  const path = requireResult(given)
  const plan = readRunPlan(path)
  return { path, plan, inputs: storedInputs(path, plan) }
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

/** Columns of all scenarios of a part, of the replicates up to the first block that is missing. */
export function partColumns(
  { path, plan, inputs }: OpenedResult,
  part: number,
  { outcome, year }: KeptColumn,
): readonly ScenarioColumn[] {
  const { context, run, folder } = partShards(path, plan, inputs, part)
  const { shape } = context
  const scenarios = plan.parts[part].scenarios
  const values = scenarios.map(() => new Float64Array(plan.replicates))
  const status = scenarios.map(() => new Uint8Array(plan.replicates))
  let done = 0
  for (let b = 0; b < run.blocks; b++) {
    const block = readShard(folder, context, planBlock(run, b))
    if (block === undefined) break
    const { statusStart } = blockLayout(shape, block.count)
    for (let s = 0; s < scenarios.length; s++) {
      const start = columnStart(shape, block.count, s, year, outcome)
      values[s].set(block.values.subarray(start, start + block.count), block.first)
      const states = statusStart + s * block.count
      status[s].set(block.values.subarray(states, states + block.count), block.first)
    }
    done += block.count
  }
  return scenarios.map((scenario, s) => ({
    scenario,
    values: values[s].slice(0, done),
    status: status[s].slice(0, done),
  }))
}

/** The outcome less that of the baseline in the same replicate; bad where either is. */
export function differenceFrom<Column extends Pick<ScenarioColumn, 'values' | 'status'>>(
  column: Column,
  baseline: Pick<ScenarioColumn, 'values' | 'status'>,
): Column {
  return {
    ...column,
    values: column.values.map((value, d) => value - baseline.values[d]),
    status: column.status.map((state, d) => Math.max(state, baseline.status[d])),
  }
}

/** Our number for each published one, from the replicates of a usual run: mean, interval, and whether it lies in the band. */
import { comparePairs } from '../../engine/analysis/paired.ts'
import { summarise, type Summary } from '../../engine/analysis/summary.ts'
import { outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { readColumns } from '../../engine/run/columns.ts'
import type { PublishedCheck, DemandQuantity, OutcomeQuantity } from './check.ts'
import { publishedChecks } from './definitions.ts'

export interface Ours {
  readonly mean: number
  readonly standardError: number
  /** 5% and 95% of replicates. */
  readonly low: number
  readonly high: number
}

export interface CheckResult {
  readonly check: PublishedCheck
  readonly ours: Ours
  readonly verdict: 'inside' | 'outside'
}

/** [moment] values by replicate. */
export type DemandColumns = Readonly<Record<DemandQuantity['moment'], Float64Array>>

/** A run that outcomes are taken from. */
export interface MeasuredRun {
  readonly result: MonteCarloResult
  /** Names of the scenarios, in the order of the run. */
  readonly scenarios: readonly string[]
  readonly baseYear: number
}

/** What the checks are taken from. */
export interface CheckedRun extends MeasuredRun {
  readonly demand: DemandColumns
}

/** Our number for every published check, and whether it is in the check's band. */
export function measureChecks(run: CheckedRun): readonly CheckResult[] {
  return publishedChecks.map((check) => {
    const ours = check.quantity.kind === 'demand' ? momentOf(run, check.quantity) : outcomeOf(run, check.quantity)
    return { check, ours, verdict: verdictOf(ours.mean, check.band) }
  })
}

function verdictOf(mean: number, [least, greatest]: PublishedCheck['band']): CheckResult['verdict'] {
  return mean >= least && mean <= greatest ? 'inside' : 'outside'
}

function momentOf({ demand }: CheckedRun, { moment }: DemandQuantity): Ours {
  const values = demand[moment]
  return summarise(values, new Uint8Array(values.length), new Float64Array(values.length))
}

/** The interval of a relative change is that of the differences over the baseline's mean, as in the report. */
function outcomeOf(run: CheckedRun, quantity: OutcomeQuantity): Ours {
  const { replicates } = run.result
  const scratch = new Float64Array(2 * replicates)
  const values = columnOf(run, quantity.scenario, quantity)
  const status = statusOf(run, quantity.scenario)
  if (quantity.kind === 'level') return summarise(values, status, scratch)
  const baseline = quantity.baseline ?? 'base'
  const before = columnOf(run, baseline, quantity)
  const paired = comparePairs(
    { values: before, status: statusOf(run, baseline) },
    { values, status },
    'neither',
    scratch,
  )
  if (quantity.kind === 'difference') return paired.difference
  const scale = Math.abs(paired.baselineMean)
  const { low, high }: Summary = paired.difference
  return { mean: paired.relative, standardError: paired.relativeStandardError, low: low / scale, high: high / scale }
}

function positionOf({ scenarios }: MeasuredRun, name: string): number {
  const position = scenarios.indexOf(name)
  if (position < 0) throw new RangeError(`the run has no scenario ${name}`)
  return position
}

/** [replicate] status in a scenario of the run. */
export function statusOf(run: MeasuredRun, name: string): Uint8Array {
  const { result } = run
  const first = positionOf(run, name) * result.plan.replicates
  return result.totals.status.subarray(first, first + result.replicates)
}

/** [replicate] sum of the quantity's outcomes. */
export function columnOf(
  run: MeasuredRun,
  name: string,
  { outcomes, year }: Pick<OutcomeQuantity, 'outcomes' | 'year'>,
): Float64Array {
  const { result, baseYear } = run
  const sum = new Float64Array(result.replicates)
  const column = new Float64Array(result.replicates)
  for (const id of outcomes) {
    const firstOutcome = outcomeIndex(id)
    const range = { scenario: positionOf(run, name), firstYear: year - baseYear, years: 1, firstOutcome, outcomes: 1 }
    readColumns(result.store, result.plan, result.blocks, range, column)
    for (let d = 0; d < sum.length; d++) sum[d] += column[d]
  }
  return sum
}

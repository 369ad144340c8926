/** What is asked of a sensitivity analysis, and the outcomes of its runs. */
import { usageError } from '../../engine/run/errors.ts'
import { realDifference, withoutRounding } from '../../engine/analysis/rounding.ts'
import { type ColumnRange, readColumns } from '../../engine/run/columns.ts'
import type { MonteCarloRequest, MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import type { FactorKind } from '../../scenarios/parameters/sensitivityFactors.ts'
import type { StudyInputs } from '../plan/inputs.ts'
import type { RunPlanFile } from '../plan/runPlan.ts'
import type { LookedAt, SensitivityMethod } from '../plan/sensitivityMethods.ts'
import { fewestPlain } from '../plan/sensitivityPlan.ts'

/** What is asked, complete. */
export interface SensitivityRequest {
  readonly scenario: string
  readonly against: string | undefined
  readonly method: SensitivityMethod
  readonly factors: FactorKind
  /** Whether second indices of pairs are asked for. */
  readonly pairs: boolean
  readonly replicates: number
}

/** Who hears of the runs of a table. */
export interface TableListeners {
  /** Hears once, when the threads are warm, how many seconds all runs take. */
  readonly onEstimate?: ((seconds: number, runs: number) => void) | undefined
  readonly onProgress?: MonteCarloRequest['onProgress'] | undefined
}

/** Refuses what no scenario could make right, before one is read. @throws an error of kind `usage` */
export function requireAskable({ scenario, against, method, factors, pairs, replicates }: SensitivityRequest): void {
  if (pairs && method !== 'sobol') {
    throw usageError(`--pairs: second indices are of the method sobol; given: ${method}`)
  }
  if (against === scenario) {
    throw usageError(`--against: ${against} is the scenario itself; give another one, or leave it out`)
  }
  if (method !== 'pawn') return
  if (factors === 'groups') throw usageError('--factors: pawn takes single parameters; give parameters, not groups')
  if (replicates < fewestPlain) {
    throw usageError(`--replicates: pawn needs ${fewestPlain} or more; given: ${replicates}`)
  }
}

/** The calendar year that is looked at. @throws an error of kind `usage` where it is not simulated */
export function yearOf(
  { outcome, year }: { readonly outcome: string; readonly year?: number | undefined },
  { industry, scenarios }: StudyInputs,
): number {
  const first = industry.baseYear
  const last = first + scenarios[0].compiled.years
  if (year === undefined) return last
  if (year >= first && year <= last) return year
  throw usageError(`--outcome: ${outcome}@${year} is not in the scenario; its years go from ${first} to ${last}`)
}

/** Each once, from the smallest on. */
export function rising(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].toSorted((one, other) => one - other)
}

/**
 * An outcome of every run, or its difference from the baseline in the same run; NaN where either failed. What is rounding is none:
 * outcomes that differ by it alone are the same.
 */
export function outcomesOf(
  result: MonteCarloResult,
  { outcomes, years, scenarios }: RunPlanFile,
  { outcome, year }: LookedAt,
): Float64Array {
  const { baseline } = result.shape
  const place = { firstOutcome: outcomes.indexOf(outcome), firstYear: years.indexOf(year) }
  const before = column(result, { ...place, scenario: baseline })
  if (scenarios.length === 1) return withoutRounding(before)
  const subject = column(result, { ...place, scenario: 1 - baseline })
  return subject.map((value, row) => realDifference(value, before[row]))
}

/** [replicate] of an outcome in a year, by their positions among those that are kept. */
function column(
  { store, plan, blocks, replicates }: MonteCarloResult,
  place: Pick<ColumnRange, 'scenario' | 'firstOutcome' | 'firstYear'>,
): Float64Array {
  const into = new Float64Array(replicates)
  readColumns(store, plan, blocks, { ...place, years: 1, outcomes: 1 }, into)
  return into
}

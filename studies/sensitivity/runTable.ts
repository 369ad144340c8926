import { usageError } from '../../engine/run/errors.ts'
import { realDifference, withoutRounding } from '../../engine/analysis/rounding.ts'
import type { RunTable } from '../../engine/analysis/sensitivity/factors.ts'
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { type MonteCarloRequest, runMonteCarlo, type MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { forecaster } from '../../engine/run/forecast.ts'
import { usefulThreads } from '../../engine/run/threads.ts'
import { readColumns } from '../../engine/run/columns.ts'
import type { SensitivityMethod } from './study.ts'
import type { FactorKind } from '../../scenarios/parameters/sensitivityFactors.ts'
import { derivedPart, positionOf } from '../plan/work.ts'
import type { StudyInputs } from '../plan/inputs.ts'

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

/** An outcome of the catalogue, a derived one or the condition that is looked at, in a calendar year. */
export interface LookedAt {
  readonly outcome: string
  readonly year: number
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

/** Who hears of the runs of a table. */
export interface TableListeners {
  /** Hears once, when the threads are warm, how many seconds all runs take. */
  readonly onEstimate?: ((seconds: number, runs: number) => void) | undefined
  readonly onProgress?: MonteCarloRequest['onProgress'] | undefined
}

/** How the runs of a table are carried out. */
interface TableRun extends TableListeners {
  readonly seed: number
  /** As many as the machine has unless given. */
  readonly workers?: number | undefined
}

/**
 * Each outcome of every row, or its difference from the other scenario in the same row; NaN where either failed. What is rounding
 * is none: outcomes that differ by it alone are the same. Outcomes that are looked at together come from the same runs.
 */
export async function runTable(
  { industry, laws, scenarios, baseline, derived }: StudyInputs,
  request: SensitivityRequest,
  lookedAt: readonly LookedAt[],
  table: RunTable,
  { seed, workers, onEstimate, onProgress }: TableRun,
): Promise<readonly Float64Array[]> {
  const replicates = table.chance.length
  const made = derivedPart(derived)
  const positions = lookedAt.map(({ outcome }) => positionOf(outcome, derived))
  const needed = positions.flatMap((position) => made.derived?.[position - outcomeDefinitions.length]?.inputs ?? [])
  // Derived outcomes stand behind all that they are made of.
  const outcomes = rising([...needed, ...positions])
  const years = rising(lookedAt.map(({ year }) => year - industry.baseYear))
  const forecast = onEstimate === undefined ? undefined : forecastOf(replicates, workers, onEstimate)
  const result = await runMonteCarlo({
    industry,
    laws,
    scenarios: scenarios.map((scenario) => scenario.compiled),
    baseline,
    seed,
    replicates,
    sampling: { kind: 'table', ...table },
    // Of all that a replicate gives only this is looked at.
    kept: { years, outcomes },
    ...made,
    keepPlants: false,
    ...(workers === undefined ? {} : { workers }),
    onProgress: (done, of, computed) => {
      forecast?.(computed)
      onProgress?.(done, of, computed)
    },
  })
  return lookedAt.map(({ year }, k) => {
    const [outcome, time] = [outcomes.indexOf(positions[k]), years.indexOf(year - industry.baseYear)]
    const columns = scenarios.map((_, scenario) => column(result, scenario, outcome, time))
    if (request.against === undefined) return withoutRounding(columns[0])
    const [subject, other] = [columns[1 - baseline], columns[baseline]]
    return subject.map((value, row) => realDifference(value, other[row]))
  })
}

function rising(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].toSorted((one, other) => one - other)
}

type Forecast = ReturnType<typeof forecaster>

function forecastOf(
  runs: number,
  workers: number | undefined,
  onEstimate: NonNullable<TableListeners['onEstimate']>,
): Forecast {
  return forecaster(runs, usefulThreads(workers, runs), (seconds) => onEstimate(seconds, runs))
}

/** [replicate] of an outcome in a year, by their positions among those that are kept. */
function column(
  { store, plan, blocks, replicates }: MonteCarloResult,
  scenario: number,
  outcome: number,
  year: number,
): Float64Array {
  const into = new Float64Array(replicates)
  const range = { scenario, firstYear: year, years: 1, firstOutcome: outcome, outcomes: 1 }
  readColumns(store, plan, blocks, range, into)
  return into
}

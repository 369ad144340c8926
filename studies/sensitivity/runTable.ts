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
  /** Id of an outcome, or of the condition that is looked at. */
  readonly outcome: string
  readonly when: string | undefined
  /** Undefined for the last one. */
  readonly year: number | undefined
  readonly replicates: number
}

/** The calendar year that is looked at. @throws an error of kind `usage` where it is not simulated */
export function yearOf({ year, outcome }: SensitivityRequest, { industry, scenarios }: StudyInputs): number {
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
 * The outcome of every row, or its difference from the other scenario in the same row; NaN where either failed. What is rounding
 * is none: outcomes that differ by it alone are the same.
 */
export async function runTable(
  { industry, laws, scenarios, baseline, derived }: StudyInputs,
  request: SensitivityRequest,
  year: number,
  table: RunTable,
  { seed, workers, onEstimate, onProgress }: TableRun,
): Promise<Float64Array> {
  const replicates = table.chance.length
  const made = derivedPart(derived)
  const position = positionOf(request.outcome, derived)
  const needed = made.derived?.[position - outcomeDefinitions.length]?.inputs ?? []
  const outcomes = [...needed.toSorted((one, other) => one - other), position]
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
    kept: { years: [year - industry.baseYear], outcomes },
    ...made,
    keepPlants: false,
    ...(workers === undefined ? {} : { workers }),
    onProgress: (done, of, computed) => {
      forecast?.(computed)
      onProgress?.(done, of, computed)
    },
  })
  const columns = scenarios.map((_, scenario) => lastColumn(result, scenario))
  if (request.against === undefined) return withoutRounding(columns[0])
  const [subject, other] = [columns[1 - baseline], columns[baseline]]
  return subject.map((value, row) => realDifference(value, other[row]))
}

type Forecast = ReturnType<typeof forecaster>

function forecastOf(
  runs: number,
  workers: number | undefined,
  onEstimate: NonNullable<TableListeners['onEstimate']>,
): Forecast {
  return forecaster(runs, usefulThreads(workers, runs), (seconds) => onEstimate(seconds, runs))
}

/** [replicate] of the outcome that is looked at, behind what it is made of, in the one year that is kept. */
function lastColumn({ store, plan, shape, blocks, replicates }: MonteCarloResult, scenario: number): Float64Array {
  const into = new Float64Array(replicates)
  readColumns(
    store,
    plan,
    blocks,
    { scenario, firstYear: 0, years: 1, firstOutcome: shape.outcomes - 1, outcomes: 1 },
    into,
  )
  return into
}

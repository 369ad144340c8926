/**
 * One run as plain data, from which every format is made: what was asked, what came out, how sure it is, what failed.
 *
 * Columns are read from the run's store a few at a time, so that memory stays bounded however many replicates there are.
 */
import { comparePairs, type PairedSummary } from '../engine/analysis/paired.ts'
import { summarise, type Summary } from '../engine/analysis/summary.ts'
import { samplingGroups } from '../engine/math/groupError.ts'
import type { Industry } from '../engine/model/industry.ts'
import { outcomeDefinitions, type OutcomeDefinition } from '../engine/model/outcomes.ts'
import type { Failure } from '../engine/run/failures.ts'
import type { MonteCarloResult } from '../engine/run/monteCarlo.ts'
import { readColumns } from '../engine/run/store.ts'
import { samplingText } from '../scenarios/sampling.ts'
import { programmeRows, type ProgrammeRow, type ScenarioProgrammes } from './programmes.ts'
import { lineRows, plantRows, type LineRow, type PlantRow } from './places.ts'

export interface ReportScenario {
  readonly name: string
  readonly title: string
  readonly question: string
  /** What the scenario's author adds in words. */
  readonly note: string
}

export interface SummaryRow {
  readonly scenario: string
  readonly outcome: OutcomeDefinition
  /** Calendar year. */
  readonly year: number
  readonly summary: Summary
}

export interface ComparisonRow {
  readonly scenario: string
  readonly baseline: string
  readonly outcome: OutcomeDefinition
  readonly year: number
  readonly paired: PairedSummary
}

/** What was asked, before anything ran. */
export interface RunFacts {
  readonly name: string
  readonly scenarios: readonly ReportScenario[]
  readonly baseline: number
  readonly seed: number
  readonly replicatesAsked: number
  /** Command that gives the same numbers again. */
  readonly reproduce: string
  readonly caveats: readonly string[]
  /** Ids of outcomes that the scenario wants to see first. */
  readonly shownFirst: readonly string[]
}

export interface Report extends RunFacts {
  readonly replicates: number
  readonly goodReplicates: number
  readonly interrupted: boolean
  /** How parameters were drawn, in words. */
  readonly sampling: string
  readonly workers: number
  readonly seconds: number
  readonly years: readonly number[]
  /** In order of scenario, outcome, year. */
  readonly summaries: readonly SummaryRow[]
  /** In the same order, without the baseline. */
  readonly comparisons: readonly ComparisonRow[]
  readonly plants: readonly PlantRow[]
  readonly lines: readonly LineRow[]
  /** In the order of scenarios and of their programmes. */
  readonly programmes: readonly ProgrammeRow[]
  readonly failures: readonly Failure[]
}

/** Most memory for columns read back at a time. */
const columnBytes = 48 * 2 ** 20

export function buildReport(
  facts: RunFacts,
  industry: Industry,
  result: MonteCarloResult,
  programmes: readonly ScenarioProgrammes[],
): Report {
  const years = Array.from({ length: result.shape.years }, (_, t) => industry.baseYear + t)
  return {
    ...facts,
    replicates: result.replicates,
    goodReplicates: result.totals.goodEverywhere,
    interrupted: result.replicates < facts.replicatesAsked,
    sampling: samplingText(result.sampling),
    workers: result.workers,
    seconds: result.seconds,
    years,
    ...outcomeRows(facts, years, result),
    plants: plantRows(facts, industry, result),
    lines: lineRows(facts, industry, result),
    programmes: programmeRows(programmes, result),
    failures: result.totals.failures,
  }
}

type Rows = Pick<Report, 'summaries' | 'comparisons'>

function outcomeRows(facts: RunFacts, years: readonly number[], result: MonteCarloResult): Rows {
  const { shape, replicates } = result
  const group = Math.max(1, Math.floor(columnBytes / (8 * Math.max(1, replicates) * shape.scenarios)))
  const columns = facts.scenarios.map(() => new Float64Array(Math.min(group, shape.outcomes) * replicates))
  const summaries: SummaryRow[] = []
  const comparisons: ComparisonRow[] = []
  for (let t = 0; t < shape.years; t++) {
    for (let first = 0; first < shape.outcomes; first += group) {
      const outcomes = Math.min(group, shape.outcomes - first)
      columns.forEach((column, scenario) => {
        const into = column.subarray(0, outcomes * replicates)
        readColumns(result.store, shape, result.plan, result.blocks, { scenario, year: t, first, outcomes }, into)
      })
      summariseGroup(facts, result, columns, { year: years[t], first, outcomes }, summaries, comparisons)
    }
  }
  return { summaries: inOrder(facts, summaries), comparisons: inOrder(facts, comparisons) }
}

function summariseGroup(
  facts: RunFacts,
  result: MonteCarloResult,
  columns: readonly Float64Array[],
  group: { readonly year: number; readonly first: number; readonly outcomes: number },
  summaries: SummaryRow[],
  comparisons: ComparisonRow[],
): void {
  const { replicates } = result
  const { year } = group
  const scratch = new Float64Array(2 * replicates)
  const statuses = facts.scenarios.map((_, s) =>
    result.totals.status.subarray(s * result.plan.replicates, s * result.plan.replicates + replicates),
  )
  const groups = samplingGroups(result.sampling, replicates)
  for (let c = 0; c < group.outcomes; c++) {
    const outcome = outcomeDefinitions[group.first + c]
    const values = columns.map((column) => column.subarray(c * replicates, (c + 1) * replicates))
    facts.scenarios.forEach(({ name: scenario }, s) => {
      summaries.push({ scenario, outcome, year, summary: summarise(values[s], statuses[s], scratch, groups) })
      const b = facts.baseline
      if (s === b) return
      const paired = comparePairs(values[b], statuses[b], values[s], statuses[s], outcome.good, scratch, groups)
      comparisons.push({ scenario, baseline: facts.scenarios[b].name, outcome, year, paired })
    })
  }
}

/** Sorts by scenario, then outcome, then year, each in the order of the run. */
function inOrder<Row extends { readonly scenario: string; readonly outcome: OutcomeDefinition; readonly year: number }>(
  facts: RunFacts,
  rows: Row[],
): readonly Row[] {
  const scenarios = new Map(facts.scenarios.map(({ name }, s) => [name, s]))
  const outcomes = new Map(outcomeDefinitions.map(({ id }, c) => [id, c]))
  const rank = (row: Row): number =>
    ((scenarios.get(row.scenario) ?? 0) * outcomes.size + (outcomes.get(row.outcome.id) ?? 0)) * 10_000 + row.year
  return rows.toSorted((one, other) => rank(one) - rank(other))
}

/** Row of one scenario, outcome and year, or undefined. */
export function comparisonOf(
  report: Report,
  scenario: string,
  outcomeId: string,
  year: number,
): ComparisonRow | undefined {
  return report.comparisons.find(
    (row) => row.scenario === scenario && row.outcome.id === outcomeId && row.year === year,
  )
}

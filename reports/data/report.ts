/**
 * One run as plain data, from which every format is made: what was asked, what came out, how sure it is, what failed.
 *
 * Columns are read from the run's store a few at a time, so that memory stays bounded however many replicates there are.
 */
import { type PairedSummary, comparePairs } from '../../engine/analysis/paired.ts'
import { type Summary, summarise } from '../../engine/analysis/summary.ts'
import { samplingGroups } from '../../engine/math/groupError.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import { keptDefinitions } from '../../engine/run/derived.ts'
import { finiteStatus } from '../../engine/run/finiteStatus.ts'
import { countLost, type Failure } from '../../engine/run/failures.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { type ColumnRange, readColumns } from '../../engine/run/columns.ts'
import { samplingText } from '../../scenarios/parameters/sampling.ts'
import { lostPart, type MayLack } from './lost.ts'
import type { ReportParts } from './parts.ts'
import type { FormRow } from './forms.ts'
import type { DecisionStudy } from './decisions.ts'
import type { PairingRow } from './pairing.ts'
import type { PrecisionReport } from '../../studies/plan/precisionQuestion.ts'
import { type ProgrammeRow, type ScenarioProgrammes, programmeRows } from './programmes.ts'
import { type PlantRow, type LineRow, plantRows, lineRows } from './places.ts'
import type { TargetRow } from './targets.ts'
import type { RunFacts } from './runFacts.ts'

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

export interface Report extends RunFacts, MayLack {
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
  /** What the run as a whole asks, where it is not the question of one of its scenarios. */
  readonly question?: string
  /** What further studies added. */
  readonly parts?: ReportParts
  /** Where the run was to go on until it is precise enough: one for each part, as a sweep may have several. */
  readonly precision?: readonly PrecisionReport[]
  /** One study for each part and outcome that its options are judged by, the baseline among them. */
  readonly decisions?: readonly DecisionStudy[]
  /** How likely every scenario is to miss what was asked of its outcomes. */
  readonly targets?: readonly TargetRow[]
  /** Differences under each form of the model, where replicates draw several. */
  readonly forms?: readonly FormRow[]
  /** What common draws are worth, where replicates are independent. */
  readonly pairing?: readonly PairingRow[]
}

/** Most memory for columns read back at a time. */
const columnBytes = 48 * 2 ** 20

/**
 * The report of a run that is done, or was stopped.
 *
 * @param programmes none for a sweep, which does not report them
 * @param isWanted of the outcomes that are kept, those whose rows are wanted
 */
export function buildReport(
  facts: RunFacts,
  industry: Industry,
  result: MonteCarloResult,
  programmes: readonly ScenarioProgrammes[],
  isWanted: (outcome: OutcomeDefinition) => boolean = () => true,
): Report {
  const years = result.shape.kept.years.map((t) => industry.baseYear + t)
  return {
    ...facts,
    replicates: result.replicates,
    goodReplicates: result.totals.goodEverywhere,
    ...lostPart(countLost(result.totals.failures)),
    interrupted: !result.complete,
    sampling: samplingText(result.sampling),
    workers: result.workers,
    seconds: result.seconds,
    years,
    ...outcomeRows(facts, years, result, isWanted),
    plants: plantRows(facts, industry, result),
    lines: lineRows(facts, industry, result),
    programmes: programmeRows(programmes, result),
    failures: result.totals.failures,
  }
}

type Rows = Pick<Report, 'summaries' | 'comparisons'>

/** Outcomes and years that are read back together. */
type Part = Omit<ColumnRange, 'scenario'>

/** As many wanted outcomes at a time as stand together and memory allows; where even one is too much, a few of its years. */
function partsOf(
  { shape, replicates }: MonteCarloResult,
  isWanted: (outcome: OutcomeDefinition) => boolean,
): readonly Part[] {
  const wanted = keptDefinitions(shape).map(isWanted)
  const columns = Math.max(1, Math.floor(columnBytes / (8 * Math.max(1, replicates) * shape.scenarios)))
  const outcomes = Math.max(1, Math.floor(columns / shape.years))
  const years = Math.min(shape.years, columns)
  const parts: Part[] = []
  for (const { first: firstOutcome, count } of stretchesOf(wanted, outcomes)) {
    for (let firstYear = 0; firstYear < shape.years; firstYear += years) {
      parts.push({ firstOutcome, outcomes: count, firstYear, years: Math.min(years, shape.years - firstYear) })
    }
  }
  return parts
}

/** Wanted outcomes that stand beside each other, no more than so many at a time. */
function stretchesOf(wanted: readonly boolean[], most: number): readonly { first: number; count: number }[] {
  const found: { first: number; count: number }[] = []
  wanted.forEach((isWanted, c) => {
    const last = found.at(-1)
    if (!isWanted) return
    if (last !== undefined && last.first + last.count === c && last.count < most) last.count += 1
    else found.push({ first: c, count: 1 })
  })
  return found
}

function outcomeRows(
  facts: RunFacts,
  years: readonly number[],
  result: MonteCarloResult,
  isWanted: (outcome: OutcomeDefinition) => boolean,
): Rows {
  const { plan, replicates, store } = result
  const summaries: SummaryRow[] = []
  const comparisons: ComparisonRow[] = []
  for (const part of partsOf(result, isWanted)) {
    const columns = facts.scenarios.map((_, scenario) => {
      const into = new Float64Array(part.outcomes * part.years * replicates)
      readColumns(store, plan, result.blocks, { ...part, scenario }, into)
      return into
    })
    summarisePart(facts, years, result, columns, part, { summaries, comparisons })
  }
  return {
    summaries: inOrder(facts, keptDefinitions(result.shape), summaries),
    comparisons: inOrder(facts, keptDefinitions(result.shape), comparisons),
  }
}

function summarisePart(
  facts: RunFacts,
  years: readonly number[],
  result: MonteCarloResult,
  columns: readonly Float64Array[],
  part: Part,
  rows: { readonly summaries: SummaryRow[]; readonly comparisons: ComparisonRow[] },
): void {
  const { replicates, shape } = result
  const scratch = new Float64Array(2 * replicates)
  const definitions = keptDefinitions(shape)
  const goodReplicates = facts.scenarios.map((_, s) =>
    result.totals.status.subarray(s * result.plan.replicates, s * result.plan.replicates + replicates),
  )
  const groups = samplingGroups(result.sampling, replicates)
  for (let n = 0; n < part.outcomes * part.years; n++) {
    const outcome = definitions[part.firstOutcome + Math.floor(n / part.years)]
    const year = years[part.firstYear + (n % part.years)]
    const values = columns.map((column) => column.subarray(n * replicates, (n + 1) * replicates))
    const statuses = goodReplicates.map((status, s) => finiteStatus(values[s], status))
    facts.scenarios.forEach(({ name: scenario }, s) => {
      rows.summaries.push({ scenario, outcome, year, summary: summarise(values[s], statuses[s], scratch, groups) })
      const b = facts.baseline
      if (s === b) return
      const paired = comparePairs(
        { values: values[b], status: statuses[b] },
        { values: values[s], status: statuses[s] },
        outcome.good,
        scratch,
        groups,
      )
      rows.comparisons.push({ scenario, baseline: facts.scenarios[b].name, outcome, year, paired })
    })
  }
}

/** Sorts by scenario, then outcome, then year, each in the order of the run. */
function inOrder<Row extends { readonly scenario: string; readonly outcome: OutcomeDefinition; readonly year: number }>(
  facts: RunFacts,
  definitions: readonly OutcomeDefinition[],
  rows: Row[],
): readonly Row[] {
  const scenarios = new Map(facts.scenarios.map(({ name }, s) => [name, s]))
  const outcomes = new Map(definitions.map(({ id }, c) => [id, c]))
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

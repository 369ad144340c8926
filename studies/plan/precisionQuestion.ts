/**
 * The precision that a design asks for, looked at in a run: which figures of which scenarios it means, the half widths
 * reached, and how the figures settled. Section "Precision" of docs/statistics.md.
 */
import { convergenceOf } from '../../engine/analysis/precision/convergence.ts'
import type { Statistic, StatisticEstimate } from '../../engine/analysis/precision/estimate.ts'
import {
  type PrecisionTarget,
  type Schedule,
  checkPrecision,
  type PrecisionState,
  precisionOf,
} from '../../engine/analysis/precision/until.ts'
import { lowProbability, highProbability } from '../../engine/analysis/summary.ts'
import { samplingGroups, type Groups, groupsOf } from '../../engine/math/groupError.ts'
import type { Sampling } from '../../engine/math/sampling.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import { keptDefinitions } from '../../engine/run/derived.ts'
import { finiteStatus } from '../../engine/run/finiteStatus.ts'
import { type ColumnPlace, type ReadColumn, statusColumn } from '../../engine/run/growingColumns.ts'
import type { ResultShape } from '../../engine/run/layout.ts'
import type { RunSoFar } from '../../engine/run/monteCarlo.ts'
import { type PrecisionTarget as AskedTarget, precisionDefaults } from '../../scenarios/parameters/sampling.ts'

export type AskedStatistic = NonNullable<AskedTarget['statistic']>

/** A target of one scenario. */
export interface ScenarioTarget {
  readonly target: PrecisionTarget
  readonly statistic: AskedStatistic
  readonly outcome: OutcomeDefinition
  readonly place: ColumnPlace
  /** Whether it is of the difference from the baseline. */
  readonly paired: boolean
}

export interface PrecisionQuestion {
  readonly targets: readonly ScenarioTarget[]
  readonly schedule: Schedule
  readonly sampling: Sampling
}

/** Whether a statistic needs a baseline beside the scenario. */
export function isPaired(statistic: AskedStatistic): boolean {
  return statistic === 'difference' || statistic === 'probabilityBetter'
}

/**
 * Every target for every scenario but the baseline; for the baseline where it runs alone.
 *
 * @param names of the scenarios, in their order
 * @throws RangeError for a schedule that makes no sense
 */
export function precisionQuestion(
  until: readonly AskedTarget[],
  schedule: Schedule,
  names: readonly string[],
  baseYear: number,
  shape: ResultShape,
  sampling: Sampling,
): PrecisionQuestion {
  const compared = names.length === 1 ? [0] : Array.from(names.keys()).filter((s) => s !== shape.baseline)
  const targets = compared.flatMap((s) => until.map((asked) => scenarioTarget(asked, s, names[s], baseYear, shape)))
  checkPrecision(
    targets.map(({ target }) => target),
    schedule,
  )
  return { targets, schedule, sampling }
}

function scenarioTarget(
  asked: AskedTarget,
  scenario: number,
  name: string,
  baseYear: number,
  shape: ResultShape,
): ScenarioTarget {
  const { kept } = shape
  const statistic = asked.statistic ?? precisionDefaults.statistic
  const definitions = keptDefinitions(shape)
  const position = definitions.findIndex(({ id }) => id === asked.outcome)
  const year = asked.year === undefined ? kept.years.length - 1 : kept.years.indexOf(asked.year - baseYear)
  return {
    target: {
      ...statisticOf(statistic),
      scenario: name,
      outcome: asked.outcome,
      year: baseYear + kept.years[year],
      halfWidth: asked.halfWidth,
      confidence: asked.confidence ?? precisionDefaults.confidence,
    },
    statistic,
    outcome: definitions[position],
    place: { scenario, outcome: position, year },
    paired: isPaired(statistic),
  }
}

function statisticOf(statistic: AskedStatistic): Statistic {
  if (statistic === 'low') return { statistic: 'quantile', probability: lowProbability }
  if (statistic === 'median') return { statistic: 'quantile', probability: 0.5 }
  if (statistic === 'high') return { statistic: 'quantile', probability: highProbability }
  return { statistic }
}

interface TargetColumn {
  /** [replicate] */
  readonly values: Float64Array
  readonly status: Uint8Array
}

function targetColumn(
  { place, paired, statistic, outcome }: ScenarioTarget,
  read: ReadColumn,
  sofar: RunSoFar,
): TargetColumn {
  const values = read(sofar, place)
  const status = finiteStatus(values, statusColumn(sofar, place.scenario))
  if (!paired) return { values, status }
  const { baseline } = sofar.shape
  const before = read(sofar, { ...place, scenario: baseline })
  const beforeStatus = finiteStatus(before, statusColumn(sofar, baseline))
  const sign = statistic === 'probabilityBetter' && outcome.good === 'down' ? -1 : 1
  return {
    values: values.map((value, d) => sign * (value - before[d])),
    status: status.map((state, d) => Math.max(state, beforeStatus[d])),
  }
}

/** What a run has reached so far. */
export function lookAt(question: PrecisionQuestion, read: ReadColumn, sofar: RunSoFar): PrecisionState {
  const groups = samplingGroups(question.sampling, sofar.replicates)
  const columns = question.targets.map((target) => targetColumn(target, read, sofar))
  const good = columns.map(({ values, status }) => values.filter((_, d) => status[d] === 0))
  const goodGroups = columns.map(({ status }): Groups | undefined => groups && groupsOf(groups, (d) => status[d] === 0))
  const targets = question.targets.map(({ target }) => target)
  return precisionOf(good, targets, question.schedule, sofar.replicates, goodGroups)
}

export interface ConvergenceRow extends StatisticEstimate {
  /** Replicates, those that failed included; `n` are the good ones. */
  readonly replicates: number
}

export interface PrecisionReport {
  readonly replicates: number
  readonly state: PrecisionState
  readonly targets: readonly ScenarioTarget[]
  /** [target] rows at the boundaries of batches. */
  readonly convergence: readonly (readonly ConvergenceRow[])[]
}

const mostBoundaries = 100

/** The end of a run, and the way there. */
export function precisionReport(question: PrecisionQuestion, read: ReadColumn, run: RunSoFar): PrecisionReport {
  const { targets, schedule, sampling } = question
  const boundaries = batchBoundaries(schedule.batch, run.replicates)
  const groups = samplingGroups(sampling, run.replicates)
  const convergence = targets.map((target) => {
    const { values, status } = targetColumn(target, read, run)
    const rows = convergenceOf(values, status, target.target, target.target.confidence, boundaries, groups)
    return rows.map((row, b): ConvergenceRow => ({ replicates: boundaries[b], ...row }))
  })
  return { replicates: run.replicates, state: lookAt(question, read, run), targets, convergence }
}

/** Boundaries of batches, all where they are few, evenly spread among them otherwise, and the end. */
function batchBoundaries(batch: number, done: number): readonly number[] {
  const step = batch * Math.ceil(done / batch / mostBoundaries)
  const inside = Array.from({ length: Math.ceil(done / step) - 1 }, (_, k) => (k + 1) * step)
  return [...inside, done]
}

/**
 * Runs, comparisons and sweeps for programs: what the commands do, without the terminal. A study can be stopped by a signal
 * and kept in a folder, where `plantshift status`, `resume`, `verify` and `export` find it.
 */
import { programCall } from '../studies/plan/commandLine.ts'
import { usageError } from '../engine/run/errors.ts'
import type { MonteCarloResult } from '../engine/run/monteCarlo.ts'
import type { Estimate } from '../engine/run/plan.ts'
import { readColumns } from '../engine/run/store.ts'
import { finishFolder } from '../studies/folder/folder.ts'
import type { Report } from './data/report.ts'
import type { RunPlanFile } from '../studies/plan/runPlan.ts'
import type { SweepReport } from './data/sweepReport.ts'
import { type Asked, planStudy, planSweep, type PlannedStudy } from '../studies/plan/plans.ts'
import { requireAnswerable } from '../studies/plan/precisionRule.ts'
import { sweepReports, studyReport } from './data/studyReport.ts'
import { runParts } from '../studies/run/runParts.ts'
import { openStudy } from '../studies/run/carryOut.ts'

export interface StudyOptions extends Asked {
  /** Threads; as many as the machine has unless given. Changes nothing but time. */
  readonly workers?: number | undefined
  /** Ends the study after the blocks in flight; the report is then of what is done. */
  readonly signal?: AbortSignal | undefined
  /** A short pilot is timed only where this is given. */
  readonly onEstimate?: ((estimate: Estimate) => void) | undefined
  /** Replicates done, over all parts of a sweep, and how many there are to do at most. */
  readonly onProgress?: ((done: number, replicates: number) => void) | undefined
  /** Folder in which blocks are kept. Called again with the same request, the study goes on from what is there. */
  readonly folder?: string | undefined
  /** True to work out the value of information about every outcome, which can take long. */
  readonly information?: boolean | undefined
}

export interface ComparisonOptions extends StudyOptions {
  /** Name or path of the scenario that the others are compared with; `base` for `run`, the first for `compare`. */
  readonly baseline?: string | undefined
}

/** Which replicates of a study somebody wants to see. */
export interface ColumnRequest {
  readonly scenario: string
  /** Id, as in `output.US`. */
  readonly outcome: string
  /** Calendar year; the last that is kept unless given. */
  readonly year?: number
}

interface Study {
  readonly plan: RunPlanFile
  /** [replicate] of one outcome; NaN where the replicate failed. @throws an error of kind `usage` for what is not kept */
  readonly column: (request: ColumnRequest) => Float64Array
}

export interface ScenarioStudy extends Study {
  readonly report: Report
}

export interface SweepStudy extends Study {
  readonly report: SweepReport
}

/**
 * One scenario against its baseline.
 *
 * @param scenario a name of the library, or a path
 * @throws errors of kind `usage`, `scenario`, `data` and `file`; an AbortError when it is stopped before the first block
 */
export async function run(scenario: string, options: ComparisonOptions = {}): Promise<ScenarioStudy> {
  return await scenarioStudy(planStudy('run', [scenario], options.baseline, options), options)
}

/** Any number of scenarios against one of them. @throws as `run` */
export async function compare(scenarios: readonly string[], options: ComparisonOptions = {}): Promise<ScenarioStudy> {
  if (scenarios.length === 0) throw usageError('compare: name at least one scenario')
  return await scenarioStudy(planStudy('compare', scenarios, options.baseline, options), options)
}

/** All points of a sweep file against its baseline. @throws as `run` */
export async function sweep(path: string, options: StudyOptions = {}): Promise<SweepStudy> {
  const planned = planSweep(path, options)
  const results = await carryOut(planned, options)
  const { report } = sweepReports({
    ...planned,
    results,
    program: programCall,
    information: options.information === true,
  })
  return { report, plan: planned.plan, column: (request) => columnOf(planned, results, request) }
}

async function scenarioStudy(planned: PlannedStudy, options: StudyOptions): Promise<ScenarioStudy> {
  const results = await carryOut(planned, options)
  const report = studyReport({ ...planned, results, program: programCall, information: options.information === true })
  return { report, plan: planned.plan, column: (request) => columnOf(planned, results, request) }
}

async function carryOut(planned: PlannedStudy, options: StudyOptions): Promise<readonly MonteCarloResult[]> {
  requireAnswerable(planned.plan)
  const { workers, signal, onEstimate, onProgress } = options
  const folder = options.folder === undefined ? undefined : openStudy(options.folder, planned.inputs, planned.plan)
  try {
    const results = await runParts({
      ...planned,
      shards: folder?.shards,
      workers,
      onProgress,
      ...(signal === undefined ? {} : { signal }),
      ...(onEstimate === undefined ? {} : { onEstimate }),
    })
    if (results.some(({ replicates }) => replicates > 0)) return results
    signal?.throwIfAborted()
    throw new DOMException('The study was stopped before its first block was done', 'AbortError')
  } finally {
    if (folder !== undefined) finishFolder(folder)
  }
}

function columnOf({ plan }: PlannedStudy, results: readonly MonteCarloResult[], request: ColumnRequest): Float64Array {
  const scenario = plan.scenarios.findIndex(({ name }) => name === request.scenario)
  const part = plan.parts.findIndex(({ scenarios }) => scenarios.includes(scenario))
  const firstOutcome = plan.outcomes.indexOf(request.outcome)
  const firstYear = request.year === undefined ? plan.years.length - 1 : plan.years.indexOf(request.year)
  const result = results[part]
  if (scenario < 0 || firstOutcome < 0 || firstYear < 0 || result === undefined) {
    const year = request.year === undefined ? '' : ` in ${request.year}`
    throw usageError(
      `${request.outcome}${year} of ${request.scenario} is not kept; see scenarios, outcomes and years of the plan`,
    )
  }
  const into = new Float64Array(result.replicates)
  const range = {
    scenario: plan.parts[part].scenarios.indexOf(scenario),
    firstOutcome,
    outcomes: 1,
    firstYear,
    years: 1,
  }
  readColumns(result.store, result.plan, result.blocks, range, into)
  return into
}

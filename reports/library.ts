/**
 * Runs, comparisons and sweeps for programs: what the commands do, without the terminal. A study can be stopped by a signal
 * and kept in a folder, which is then that of the command, with blocks, tables and report: `plantshift status`, `resume`,
 * `verify`, `export`, `discover` and `optimise` find it there, and so do the functions of the same names.
 */
import { usageError } from '../engine/run/errors.ts'
import type { MonteCarloResult } from '../engine/run/monteCarlo.ts'
import type { Estimate } from '../engine/run/plan.ts'
import { readColumns } from '../engine/run/columns.ts'
import { programCall } from '../studies/plan/commandLine.ts'
import { planStudy, planSweep, type PlannedStudy, type StudyRequest } from '../studies/plan/plans.ts'
import { requireAnswerable } from '../studies/plan/precisionRule.ts'
import type { RunPlanFile } from '../studies/plan/runPlan.ts'
import { beginStudy, type OpenStudy, resumeStudy } from '../studies/run/begin.ts'
import type { View } from './data/view.ts'
import { carryOut } from '../studies/run/carryOut.ts'
import type { SensitivityStudy } from '../studies/sensitivity/study.ts'
import type { Report } from './data/report.ts'
import { studyReport, sweepReports } from './data/studyReport.ts'
import type { SweepReport } from './data/sweepReport.ts'
import { computedSource, type ReplicateSource } from './frames/source.ts'
import { writeStudy, type WrittenStudy } from './write/study.ts'

/** What a study does beside computing, and what may end it. */
export interface CarryingOptions {
  /** Threads; as many as the machine has unless given. Changes nothing but time. */
  readonly workers?: number | undefined
  /** Ends the study after the blocks in flight; the report is then of what is done. */
  readonly signal?: AbortSignal | undefined
  /** Called once, when the threads are warm. */
  readonly onEstimate?: ((estimate: Estimate) => void) | undefined
  /** Replicates done, over all parts of a sweep, and how many there are to do at most. */
  readonly onProgress?: ((done: number, replicates: number) => void) | undefined
  /** Hears what is worth a message, in words. */
  readonly onMessage?: ((text: string) => void) | undefined
  /** True to work out the value of information about every outcome, which can take long. */
  readonly information?: boolean | undefined
  /** The country from whose side the report is told: which outcomes come first, and by which options are judged. */
  readonly view?: View | undefined
}

export interface StudyOptions extends StudyRequest, CarryingOptions {
  /** Folder for blocks, tables and report. Called again with the same request, the study goes on from what is there. */
  readonly folder?: string | undefined
}

export interface ComparisonOptions extends StudyOptions {
  /** Name or path of the scenario that the others are compared with; for `run` what the scenario names or changes, for `compare` the first. */
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
  /** The replicates block by block, of which `table` makes tables. */
  readonly replicates: ReplicateSource
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
  const { planned, written } = await study(planSweep(path, options), options)
  if (written.kind !== 'sweep') throw new TypeError('a sweep has come to the report of a run')
  return { report: written.report, ...rest(planned, written) }
}

/** What a study that was taken up again has come to. */
export type ResumedStudy =
  | (ScenarioStudy & { readonly kind: 'study' })
  | (SweepStudy & { readonly kind: 'sweep' })
  | { readonly kind: 'sensitivity'; readonly studies: readonly SensitivityStudy[] }

export interface ResumeOptions extends CarryingOptions {
  /** Replicates in all, no fewer than were planned; as planned unless given. */
  readonly replicates?: number | undefined
  /** Folder where the data of its own are now, when they are no longer where they were. */
  readonly data?: string | undefined
}

/**
 * Goes on with a run, comparison or sweep that was broken off, or makes a finished one longer.
 *
 * @param folder of the result, which may be that of a command
 * @throws errors of kind `file` for what is damaged, changed or foreign, `busy` and `usage`; an AbortError as `run`
 */
export async function resume(folder: string, options: ResumeOptions = {}): Promise<ResumedStudy> {
  const open = resumeStudy(folder, { replicates: options.replicates, data: options.data, command: ['resume', folder] })
  const written = await inFolder(open, options)
  const { planned } = open
  if (written.kind === 'sweep') return { kind: 'sweep', report: written.report, ...rest(planned, written) }
  if (written.kind === 'sensitivity') return { kind: 'sensitivity', studies: written.studies }
  return { kind: 'study', report: written.report, ...rest(planned, written) }
}

async function scenarioStudy(planned: PlannedStudy, options: StudyOptions): Promise<ScenarioStudy> {
  const { written } = await study(planned, options)
  if (written.kind !== 'study') throw new TypeError('a run has come to the report of a sweep')
  return { report: written.report, ...rest(planned, written) }
}

function rest(planned: PlannedStudy, { results }: WrittenStudy): Study {
  return {
    plan: planned.plan,
    column: (request) => columnOf(planned, results, request),
    replicates: computedSource(planned.plan, planned.inputs, results),
  }
}

/** Carries a study out, in its folder where it has one. */
async function study(
  planned: PlannedStudy,
  options: StudyOptions,
): Promise<{ readonly planned: PlannedStudy; readonly written: WrittenStudy }> {
  requireAnswerable(planned.plan)
  if (options.folder !== undefined) {
    const open = beginStudy(planned, {
      path: options.folder,
      ifThere: 'go on with the same plan',
      command: commandOf(planned),
    })
    return { planned, written: await inFolder(open, options) }
  }
  const results = await carryOut(planned, { ...options, folder: undefined })
  if (!results.some(({ replicates }) => replicates > 0)) throw stoppedError(options)
  const made = {
    ...planned,
    results,
    program: programCall,
    information: options.information === true,
    view: options.view,
  }
  const written: WrittenStudy =
    planned.plan.kind === 'sweep'
      ? { kind: 'sweep', report: sweepReports(made).report, results }
      : { kind: 'study', report: studyReport(made), results }
  return { planned, written }
}

async function inFolder(open: OpenStudy, options: CarryingOptions): Promise<WrittenStudy> {
  const written = await writeStudy(open, {
    ...options,
    command: commandOf(open.planned),
    information: options.information === true,
    view: options.view,
    say: options.onMessage ?? (() => undefined),
  })
  if (written === undefined) throw stoppedError(options)
  return written
}

/** The command that does the same, for the log and the manifest. */
function commandOf({ plan }: PlannedStudy): readonly string[] {
  const replicates = plan.precision === undefined ? ['--replicates', String(plan.replicates)] : []
  return [plan.command, ...replicates, '--seed', String(plan.seed)]
}

function stoppedError({ signal }: CarryingOptions): unknown {
  return signal?.aborted === true
    ? signal.reason
    : new DOMException('The study was stopped before its first block was done', 'AbortError')
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

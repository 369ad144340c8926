/** What is said and printed of a run, comparison or sweep. */
import { join } from 'node:path'
import { lostStatus } from '../../engine/run/failures.ts'
import type { Estimate } from '../../engine/run/plan.ts'
import { bytesText, durationText } from '../../reports/words/numbers.ts'
import { lostPart, lostWarning } from '../../reports/data/lost.ts'
import type { Report } from '../../reports/data/report.ts'
import type { SweepReport } from '../../reports/data/sweepReport.ts'
import type { WrittenStudy } from '../../reports/write/study.ts'
import type { Say } from '../../studies/folder/say.ts'
import type { PlannedStudy } from '../../studies/plan/plans.ts'
import type { RunPlanFile } from '../../studies/plan/runPlan.ts'
import { exitCode } from '../console/failure.ts'
import { replayLine, resumeLine } from './reproduce.ts'

/** More failed replicates than this share is an error of the run, exit code 1; results are written all the same. */
const toleratedFailures = 0.05
const failuresPrinted = 5

/** What is going to be computed, and how long that may take: one line. */
export function estimateText({ inputs, plan }: PlannedStudy, estimate: Estimate): string {
  const names =
    plan.points === undefined ? inputs.scenarios.map(({ name }) => name).join(', ') : `${plan.points.length} points`
  const most = plan.precision === undefined ? '' : 'at most '
  return (
    `${most}${plan.replicates} replicates of ${names}; seed ${plan.seed}; about ${durationText(estimate.seconds)} on ` +
    `${estimate.workers} ${estimate.workers === 1 ? 'thread' : 'threads'}, ${bytesText(estimate.memoryBytes)} of memory, ` +
    `${bytesText(estimate.diskBytes)} on disk.`
  )
}

/** Which replicates failed, whether it was interrupted, and where the files are. */
export function sayWhatHappened({ replicates }: RunPlanFile, path: string, written: WrittenStudy, say: Say): void {
  const { report } = written
  sayFailures(path, failuresOf(written), say)
  if (written.kind === 'study' && report.interrupted) {
    say(
      `Interrupted after ${written.report.replicates} of ${replicates} replicates; the results are those of the first`,
    )
    say(`${written.report.replicates}. To go on: ${resumeLine(path)}`)
  } else if (report.interrupted) {
    say(`Interrupted; what is there is printed above. To go on: ${resumeLine(path)}`)
  }
  if (report.lostReplicates !== undefined) say(`${lostWarning(report).join('')} To try again: ${resumeLine(path)}`)
  say(`Done in ${durationText(report.seconds)}. Files: ${path}`)
  if (written.kind !== 'sensitivity') say(`To read and to print: ${join(path, 'report.html')}; on one page: brief.html`)
}

/** A replicate that failed, with the name of its scenario. */
type NamedFailure = SweepReport['failures'][number]

function failuresOf(written: WrittenStudy): readonly NamedFailure[] {
  if (written.kind === 'sweep') return written.report.failures
  if (written.kind === 'sensitivity') return []
  const { failures, scenarios } = written.report
  return failures.map((failure) => ({ ...failure, scenario: scenarios[failure.scenario].name }))
}

/** Of those that are lost with their thread a trace would show nothing. */
function sayFailures(path: string, all: readonly NamedFailure[], say: Say): void {
  const failures = all.filter(({ status }) => status !== lostStatus)
  for (const { scenario, replicate, reason } of failures.slice(0, failuresPrinted)) {
    say(`Failed: replicate ${replicate} of ${scenario}, ${reason}.`)
    say(`  See why: ${replayLine(path, scenario, replicate)}`)
  }
  const more = failures.length - failuresPrinted
  if (more > 0) say(`  and ${more} more, in ${path}/failures.csv`)
}

/** Exit code of a study whose results were written. */
export function writtenExitCode({ kind, report }: WrittenStudy): number {
  return studyExitCode(kind === 'sweep' ? totalsOf(report) : report)
}

/** Replicates of all points. */
function totalsOf({ interrupted, points, lostReplicates }: SweepReport): Parameters<typeof studyExitCode>[0] {
  const sum = (of: 'replicates' | 'goodReplicates'): number => points.reduce((total, point) => total + point[of], 0)
  const totals = { interrupted, replicates: sum('replicates'), goodReplicates: sum('goodReplicates') }
  return { ...totals, ...lostPart(lostReplicates ?? 0) }
}

/** Exit code of a run whose results were written. */
export function studyExitCode(
  report: Pick<Report, 'interrupted' | 'replicates' | 'goodReplicates' | 'lostReplicates'>,
): number {
  if (report.interrupted) return exitCode.interrupted
  const failed = report.replicates - report.goodReplicates
  if (failed > toleratedFailures * report.replicates) return exitCode.tooManyFailed
  return report.lostReplicates === undefined ? exitCode.done : exitCode.lost
}

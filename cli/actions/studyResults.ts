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
import { programCall, samplerWords } from '../../studies/plan/commandLine.ts'
import type { PlannedStudy } from '../../studies/plan/plans.ts'
import type { RunPlanFile } from '../../studies/plan/runPlan.ts'
import { exitCode } from '../console/failure.ts'
import { resumeLine } from './reproduce.ts'

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
export function sayWhatHappened(plan: RunPlanFile, path: string, written: WrittenStudy, say: Say): void {
  if (written.kind === 'study') sayFailures(plan, path, written.report, say)
  else if (written.report.interrupted) {
    say(`Interrupted; what is there is printed above. To go on: ${resumeLine(path)}`)
  }
  if (written.report.lostReplicates !== undefined) {
    say(`${lostWarning(written.report).join('')} To try again: ${resumeLine(path)}`)
  }
  say(`Done in ${durationText(written.report.seconds)}. Files: ${path}`)
  say(`To read and to print: ${join(path, 'report.html')}; on one page: brief.html`)
}

function sayFailures({ sampling, replicates }: RunPlanFile, path: string, report: Report, say: Say): void {
  // Of those that are lost a trace would show nothing.
  const failures = report.failures.filter(({ status }) => status !== lostStatus)
  for (const { scenario, replicate, reason } of failures.slice(0, failuresPrinted)) {
    const { name } = report.scenarios[scenario]
    say(`Failed: replicate ${replicate} of ${name}, ${reason}.`)
    const sampler = sampling.kind === 'monte-carlo' ? undefined : sampling.kind
    const words = [`--replicate ${replicate}`, `--seed ${report.seed}`, ...samplerWords(sampler)]
    say(`  See why: ${programCall} replay ${name} ${words.join(' ')}`)
  }
  const more = failures.length - failuresPrinted
  if (more > 0) say(`  and ${more} more, in ${path}/failures.csv`)
  if (!report.interrupted) return
  say(`Interrupted after ${report.replicates} of ${replicates} replicates; the results are those of the first`)
  say(`${report.replicates}. To go on: ${resumeLine(path)}`)
}

/** Exit code of a study whose results were written. */
export function writtenExitCode({ kind, report }: WrittenStudy): number {
  return studyExitCode(kind === 'study' ? report : totalsOf(report))
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

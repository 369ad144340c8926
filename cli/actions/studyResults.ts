/** The end of `run` and `compare`: the report, the files of the folder, what is printed and said. */
import { join } from 'node:path'
import { reportJson } from '../../reports/tables/json.ts'
import { logEvent } from '../../studies/folder/log.ts'
import { durationText } from '../../reports/words/numbers.ts'
import type { Report } from '../../reports/data/report.ts'
import { programCall, samplerWords } from '../../studies/plan/commandLine.ts'
import { studyReport } from '../../reports/data/studyReport.ts'
import { plainStyle, ansiStyle } from '../../reports/text/style.ts'
import { terminalText } from '../../reports/text/terminal.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { flagOption } from '../console/options.ts'
import { writeDraws } from '../../studies/folder/draws.ts'
import type { Finished } from '../../studies/folder/finished.ts'
import { writeTables } from '../../reports/write/tables.ts'

/** More failed replicates than this share is an error of the run, exit code 1; results are written all the same. */
const toleratedFailures = 0.05
const failuresPrinted = 5

export async function finishStudy(done: Finished, options: OptionValues): Promise<number> {
  const report = studyReport({ ...done, program: programCall, information: flagOption(options, 'information') })
  logEnd(done, report)
  writeDraws(done)
  await writeTables(done, report)
  printReport(report, flagOption(options, 'json'))
  sayWhatHappened(done, report)
  return studyExitCode(report)
}

function logEnd({ folder }: Finished, report: Report): void {
  for (const { scenario, replicate, reason } of report.failures) {
    logEvent(folder, 'failed', { scenario: report.scenarios[scenario].name, replicate, reason })
  }
  const { replicates, goodReplicates, interrupted, seconds } = report
  logEvent(folder, 'end', { replicates, goodReplicates, interrupted, seconds })
}

export function styleOfOutput(): typeof plainStyle {
  return process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' ? ansiStyle : plainStyle
}

/** A report on standard output, as text or as JSON. */
export function printReport(report: Report, json: boolean): void {
  process.stdout.write(json ? reportJson(report) : terminalText(report, styleOfOutput()))
}

function sayWhatHappened({ plan, folder, say, resume }: Finished, report: Report): void {
  for (const { scenario, replicate, reason } of report.failures.slice(0, failuresPrinted)) {
    const { name } = report.scenarios[scenario]
    say(`Failed: replicate ${replicate} of ${name}, ${reason}.`)
    const sampler = plan.sampling.kind === 'monte-carlo' ? undefined : plan.sampling.kind
    const words = [`--replicate ${replicate}`, `--seed ${report.seed}`, ...samplerWords(sampler)]
    say(`  See why: ${programCall} replay ${name} ${words.join(' ')}`)
  }
  const more = report.failures.length - failuresPrinted
  if (more > 0) say(`  and ${more} more, in ${folder.path}/failures.csv`)
  if (report.interrupted) {
    say(`Interrupted after ${report.replicates} of ${plan.replicates} replicates; the results are those of the first`)
    say(`${report.replicates}. To go on: ${resume}`)
  }
  say(`Done in ${durationText(report.seconds)}. Files: ${folder.path}`)
  say(reportPlace(folder.path))
}

/** Where to look first. */
export function reportPlace(path: string): string {
  return `To read and to print: ${join(path, 'report.html')}; on one page: brief.html`
}

/** Exit code of a run whose results were written. */
export function studyExitCode(report: Pick<Report, 'interrupted' | 'replicates' | 'goodReplicates'>): number {
  if (report.interrupted) return exitCode.interrupted
  const failed = report.replicates - report.goodReplicates
  return failed > toleratedFailures * report.replicates ? exitCode.tooManyFailed : exitCode.done
}

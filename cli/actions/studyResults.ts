/** The end of `run` and `compare`: the report, the files of the folder, what is printed and said. */
import { join } from 'node:path'
import { reportJson } from '../../reports/json.ts'
import { logEvent } from '../../reports/log.ts'
import { durationText } from '../../reports/numbers.ts'
import { pairingRows } from '../../reports/pairing.ts'
import { precisionReport, type PrecisionReport } from '../../reports/precision.ts'
import { buildReport, type Report } from '../../reports/report.ts'
import { ansiStyle, plainStyle, terminalText } from '../../reports/terminal.ts'
import { growingColumns } from '../../engine/run/growingColumns.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { exitCode } from '../console/failure.ts'
import { flagOption } from '../console/options.ts'
import { partDecisions, writeDraws } from './decisions.ts'
import type { Finished } from './finished.ts'
import { questionOf } from './precision.ts'
import { programCall, reproduceLine, samplerWords } from './reproduce.ts'
import { writeTables } from './tables.ts'

/** More failed replicates than this share is an error of the run, exit code 1; results are written all the same. */
const toleratedFailures = 0.05
const failuresPrinted = 5

export async function finishStudy(done: Finished): Promise<number> {
  const { folder, inputs, options, results, started } = done
  const [result] = results
  const report = reportOf(done, result)
  logEnd(done, report)
  writeDraws(done)
  await writeTables(folder, report, inputs, result, started)
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

function reportOf(done: Finished, result: MonteCarloResult): Report {
  const { inputs, plan } = done
  const facts = {
    name: inputs.name,
    scenarios: inputs.scenarios.map(({ name, title, question, note }) => ({ name, title, question, note })),
    baseline: inputs.baseline,
    seed: plan.seed,
    replicatesAsked: plan.replicates,
    reproduce: reproduceLine(plan, result.replicates),
    caveats: inputs.caveats,
    shownFirst: inputs.outcomes,
    evidence: inputs.evidence,
    parameters: inputs.parameters,
  }
  const programmes = inputs.scenarios.map(({ name, compiled }) => ({ name, programmes: compiled.policy.programmes }))
  const report = buildReport(facts, inputs.industry, result, programmes)
  const decisions = partDecisions(done, 0)
  const names = facts.scenarios.map(({ name }) => name)
  return {
    ...report,
    ...precisionPart(done, 0),
    ...(decisions.length === 0 ? {} : { decisions }),
    ...(plan.sampling.kind === 'monte-carlo' ? { pairing: pairingRows(result, names, inputs.outcomes) } : {}),
  }
}

/** Precision of a part, where the plan asks for one. */
export function precisionPart({ inputs, plan, results }: Finished, part: number): { readonly precision?: PrecisionReport } {
  if (plan.precision === undefined) return {}
  return { precision: precisionReport(questionOf(inputs, plan, plan.precision, part), growingColumns(), results[part]) }
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
    const sampler = plan.sampling.kind === 'monte-carlo' || plan.sampling.kind === 'table' ? undefined : plan.sampling.kind
    const words = [`--replicate ${replicate}`, `--seed ${report.seed}`, ...samplerWords(sampler)]
    say(`  See why: ${programCall()} replay ${name} ${words.join(' ')}`)
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

/**
 * What `run` and `compare` do: load, announce, run on threads, write the folder, print the report. Every replicate is
 * written down as soon as its block is done; Ctrl-C ends with what is there.
 */
import type { Estimate } from '../../engine/run/plan.ts'
import { runMonteCarlo, type MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { createStopFlag } from '../../engine/run/pool.ts'
import { diskStore } from '../../engine/run/store.ts'
import { discardFolder, finishFolder, openFolder, type ResultFolder } from '../../reports/folder.ts'
import { reportJson } from '../../reports/json.ts'
import { logEvent } from '../../reports/log.ts'
import { bytesText, durationText } from '../../reports/numbers.ts'
import { buildReport, type Report } from '../../reports/report.ts'
import { samplingAdvice, samplingOf } from '../../scenarios/sampling.ts'
import { ansiStyle, plainStyle, terminalText } from '../../reports/terminal.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { catchInterrupts } from '../console/interrupt.ts'
import {
  defaultReplicates, defaultSeed, flagOption, numberOption, samplerFrom, textOption,
} from '../console/options.ts'
import { showProgress } from '../console/progress.ts'
import { loadStudyInputs, type StudyInputs } from './inputs.ts'
import { writeTables } from './tables.ts'
import { programCall, reproduceLine, samplerWords, type Request } from './reproduce.ts'

/** More failed replicates than this share is an error of the run, exit code 1; results are written all the same. */
const toleratedFailures = 0.05
const failuresPrinted = 5

/** Writes a message, unless asked to be quiet. */
type Say = (text: string) => void

export async function runStudy(command: 'run' | 'compare', words: readonly string[], options: OptionValues): Promise<number> {
  const say: Say = (text) => {
    if (!flagOption(options, 'quiet')) process.stderr.write(`${text}\n`)
  }
  const started = Date.now()
  const inputs = loadStudyInputs(command, words, textOption(options, 'baseline'))
  inputs.warnings.forEach(say)
  const request = readRequest(command, words, options, inputs)
  const advice = samplingAdvice(samplingOf(inputs.design, request.sampler), request.replicates)
  if (advice !== undefined) say(advice)
  const folder = openFolder(textOption(options, 'out') ?? `out/${inputs.name}`, flagOption(options, 'force'))
  const stop = createStopFlag()
  const interruption = catchInterrupts(
    () => {
      Atomics.store(stop, 0, 1)
      say('\nStopping: the blocks in flight are finished and written. Ctrl-C again leaves at once.')
    },
    () => discardFolder(folder),
  )
  let keep = false
  try {
    logEvent(folder, 'start', { command: process.argv.slice(2), seed: request.seed, replicates: request.replicates })
    const result = await compute(inputs, request, options, folder, stop, say)
    if (result.replicates === 0) {
      say('Stopped before the first block was done; nothing was written.')
      return exitCode.interrupted
    }
    const report = reportOf(inputs, request, result)
    logEnd(folder, report)
    await writeTables(folder, report, inputs, result, started)
    keep = true
    finishFolder(folder)
    print(report, flagOption(options, 'json'))
    sayWhatHappened(report, request, folder, say)
    return studyExitCode(report)
  } finally {
    interruption.release()
    if (!keep) discardFolder(folder)
  }
}

function logEnd(folder: ResultFolder, report: Report): void {
  for (const { scenario, replicate, reason } of report.failures) {
    logEvent(folder, 'failed', { scenario: report.scenarios[scenario].name, replicate, reason })
  }
  const { replicates, goodReplicates, interrupted, seconds } = report
  logEvent(folder, 'end', { replicates, goodReplicates, interrupted, seconds })
}

function readRequest(
  command: 'run' | 'compare',
  words: readonly string[],
  options: OptionValues,
  { design }: StudyInputs,
): Request {
  return {
    command,
    words,
    baseline: textOption(options, 'baseline'),
    sampler: samplerFrom(options),
    seed: numberOption(options, 'seed', design.seed ?? defaultSeed),
    replicates: numberOption(options, 'replicates', design.replicates ?? defaultReplicates),
  }
}

async function compute(
  inputs: StudyInputs,
  request: Request,
  options: OptionValues,
  folder: ResultFolder,
  stop: Int32Array,
  say: Say,
): Promise<MonteCarloResult> {
  const workers = numberOption(options, 'workers', 0)
  const progress = showProgress(flagOption(options, 'quiet'))
  try {
    return await runMonteCarlo({
      industry: inputs.industry,
      laws: inputs.laws,
      scenarios: inputs.scenarios.map((scenario) => scenario.compiled),
      baseline: inputs.baseline,
      seed: request.seed,
      replicates: request.replicates,
      sampling: samplingOf(inputs.design, request.sampler),
      ...(workers > 0 ? { workers } : {}),
      store: diskStore(folder.shards),
      stop,
      onEstimate: (estimate) => {
        logEvent(folder, 'estimate', { ...estimate })
        say(announcement(inputs, request, estimate))
      },
      onProgress: progress.update,
    })
  } finally {
    progress.finish()
  }
}

function announcement(inputs: StudyInputs, request: Request, estimate: Estimate): string {
  const names = inputs.scenarios.map(({ name }) => name).join(', ')
  return (
    `${request.replicates} replicates of ${names}; seed ${request.seed}; about ${durationText(estimate.seconds)} on ` +
    `${estimate.workers} ${estimate.workers === 1 ? 'thread' : 'threads'}, ${bytesText(estimate.memoryBytes)} of memory, ` +
    `${bytesText(estimate.diskBytes)} on disk.`
  )
}

function reportOf(inputs: StudyInputs, request: Request, result: MonteCarloResult): Report {
  const facts = {
    name: inputs.name,
    scenarios: inputs.scenarios.map(({ name, title, question, note }) => ({ name, title, question, note })),
    baseline: inputs.baseline,
    seed: request.seed,
    replicatesAsked: request.replicates,
    reproduce: reproduceLine({ ...request, replicates: result.replicates }),
    caveats: inputs.caveats,
    shownFirst: inputs.outcomes,
  }
  const programmes = inputs.scenarios.map(({ name, compiled }) => ({ name, programmes: compiled.policy.programmes }))
  return buildReport(facts, inputs.industry, result, programmes)
}

function print(report: Report, json: boolean): void {
  const styled = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === ''
  process.stdout.write(json ? reportJson(report) : terminalText(report, styled ? ansiStyle : plainStyle))
}

function sayWhatHappened(report: Report, request: Request, folder: ResultFolder, say: Say): void {
  for (const { scenario, replicate, reason } of report.failures.slice(0, failuresPrinted)) {
    const { name } = report.scenarios[scenario]
    say(`Failed: replicate ${replicate} of ${name}, ${reason}.`)
    const options = [`--replicate ${replicate}`, `--seed ${report.seed}`, ...samplerWords(request.sampler)]
    say(`  See why: ${programCall()} replay ${name} ${options.join(' ')}`)
  }
  const more = report.failures.length - failuresPrinted
  if (more > 0) say(`  and ${more} more, in ${folder.path}/failures.csv`)
  if (report.interrupted) {
    say(`Interrupted after ${report.replicates} of ${report.replicatesAsked} replicates; the results are those of the first`)
    say(`${report.replicates}. The whole run again: ${reproduceLine(request)}`)
  }
  say(`Done in ${durationText(report.seconds)}. Files: ${folder.path}`)
}

/** Exit code of a run whose results were written. */
export function studyExitCode(report: Pick<Report, 'interrupted' | 'replicates' | 'goodReplicates'>): number {
  if (report.interrupted) return exitCode.interrupted
  const failed = report.replicates - report.goodReplicates
  return failed > toleratedFailures * report.replicates ? exitCode.tooManyFailed : exitCode.done
}

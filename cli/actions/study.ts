/**
 * `run`, `compare`, `sweep` and `resume`: what is asked becomes a plan, the plan is carried out in its folder, and what it
 * came to is printed. Ctrl-C ends with what is there, and `resume` goes on from it.
 */
import { join } from 'node:path'
import { createStopFlag } from '../../engine/run/pool.ts'
import { writeStudy, type WrittenStudy } from '../../reports/write/study.ts'
import { elsewhereText } from '../../reports/text/engineText.ts'
import { sweepName } from '../../scenarios/sweep/readSweep.ts'
import { samplingAdvice } from '../../scenarios/parameters/sampling.ts'
import { elsewhere } from '../../studies/engines/elsewhere.ts'
import { finishFolder } from '../../studies/folder/folder.ts'
import { requirePlace, resultsAside } from '../../studies/folder/place.ts'
import { planStudy, planSweep, type PlannedStudy, type StudyRequest } from '../../studies/plan/plans.ts'
import { requireAnswerable } from '../../studies/plan/precisionRule.ts'
import type { Say } from '../../studies/folder/say.ts'
import { beginStudy, type OpenStudy, resumeStudy } from '../../studies/run/begin.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { catchInterrupts } from '../console/interrupt.ts'
import { dataFrom, flagOption, givenNumber, targetsFrom, textOption, viewFrom } from '../console/options.ts'
import { openIfAsked } from '../console/openInBrowser.ts'
import { designFrom } from '../console/studyOptions.ts'
import { showProgress } from '../console/progress.ts'
import { speaker } from '../console/say.ts'
import { asideText, engineLine, resumeLine } from './reproduce.ts'
import { resultPlace } from './resultPlace.ts'
import { estimateText, sayWhatHappened, writtenExitCode } from './studyResults.ts'

/** Runs scenarios and prints what comes out. @returns the exit code */
export async function runScenarios(
  command: 'run' | 'compare',
  words: readonly string[],
  options: OptionValues,
): Promise<number> {
  return await begin(planStudy(command, words, textOption(options, 'baseline'), requestFrom(options)), options)
}

/**
 * Runs a sweep.
 *
 * @param printed false where the caller prints what it finds in the sweep instead
 * @returns the exit code
 */
export async function runSweep(path: string, options: OptionValues, printed: boolean = true): Promise<number> {
  // Thousands of points take seconds to plan: first what costs nothing.
  const place = resultPlace(`out/${sweepName(path)}`, options)
  requirePlace(place, flagOption(options, 'force'))
  return await begin(planSweep(path, requestFrom(options)), { ...options, out: place }, printed)
}

/** Goes on with what was broken off, or makes it longer. @returns the exit code */
export async function goOn(given: string, options: OptionValues): Promise<number> {
  const open = (): OpenStudy => {
    const opened = resumeStudy(given, {
      replicates: givenNumber(options, 'replicates'),
      data: dataFrom(options),
      breakLock: flagOption(options, 'breakLock'),
      rawCsv: flagOption(options, 'rawCsv'),
      command: process.argv.slice(2),
    })
    sayWhoElseWorks(opened, speaker(options))
    return opened
  }
  return await carryOn(open, options, true)
}

/** Blocks of a run that are computed here may be with an engine, too. */
function sayWhoElseWorks({ planned, folder: { path } }: OpenStudy, say: Say): void {
  const other = elsewhere(path, planned.plan)
  if (other !== undefined) say(elsewhereText(other, engineLine('status', path, other.engine)))
}

/** What a command line asks of a study. */
export function requestFrom(options: OptionValues): StudyRequest {
  return { ...designFrom(options), targets: targetsFrom(options) }
}

async function begin(planned: PlannedStudy, options: OptionValues, printed: boolean = true): Promise<number> {
  sayOfPlan(planned, speaker(options))
  const place = resultPlace(`out/${planned.inputs.name}`, options)
  const open = (): OpenStudy =>
    beginStudy(planned, {
      path: place,
      ifThere: flagOption(options, 'force') ? 'replace' : 'refuse',
      breakLock: flagOption(options, 'breakLock'),
      rawCsv: flagOption(options, 'rawCsv'),
      command: process.argv.slice(2),
    })
  return await carryOn(open, options, printed)
}

/** What is unusual in a plan. @throws an error of kind `usage` where nothing can answer what it asks */
export function sayOfPlan({ inputs, plan }: PlannedStudy, say: Say): void {
  requireAnswerable(plan)
  const advice = plan.precision === undefined ? samplingAdvice(plan.sampling, plan.replicates) : undefined
  ;[...inputs.warnings, ...inputs.notes, ...(advice === undefined ? [] : [advice])].forEach((warning) => say(warning))
}

/** Carries out what is begun, and prints it unless the caller prints something else. */
async function carryOn(open: () => OpenStudy, options: OptionValues, printed: boolean): Promise<number> {
  const say = speaker(options)
  const { opened, written } = await writeInterruptibly(open, options)
  const { planned, folder } = opened
  const isNew = folder.before !== 'this result'
  if (written === undefined) {
    say(`Stopped before the first block was done; nothing ${isNew ? '' : 'more '}was written.`)
    sayWhatIsAside(folder.path, say)
    return exitCode.interrupted
  }
  if (printed) {
    const { printStudy } = await import('./printStudy.ts')
    printStudy(written, options)
  }
  sayWhatHappened(planned.plan, folder.path, written, say)
  sayWhatIsAside(folder.path, say)
  openIfAsked(options, join(folder.path, 'report.html'))
  return writtenExitCode(written)
}

function sayWhatIsAside(path: string, say: Say): void {
  for (const aside of resultsAside(path)) say(asideText(aside, path))
}

interface Interruptible {
  readonly opened: OpenStudy
  /** Undefined where it was stopped before the first block was done. */
  readonly written: WrittenStudy | undefined
}

/**
 * The first Ctrl-C ends the study after the blocks in flight, the second leaves at once. Signals are caught before the folder is
 * opened: one that comes while an earlier result is put aside must find somebody who brings it back.
 */
async function writeInterruptibly(open: () => OpenStudy, options: OptionValues): Promise<Interruptible> {
  const say = speaker(options)
  const stop = createStopFlag()
  let opened: OpenStudy | undefined
  const release = catchInterrupts(
    () => {
      Atomics.store(stop, 0, 1)
      say('\nStopping: the blocks in flight are finished and written. Ctrl-C again leaves at once.')
    },
    () => {
      if (opened === undefined) return
      finishFolder(opened.folder)
      say(`Left at once; what was written stays. To go on: ${resumeLine(opened.folder.path)}`)
    },
  )
  const progress = showProgress(flagOption(options, 'quiet'))
  try {
    opened = open()
    const { planned, folder } = opened
    const written = await writeStudy(opened, {
      command: process.argv.slice(2),
      information: flagOption(options, 'information'),
      view: viewFrom(options),
      // A bar on the terminal gives way to a message.
      say: (text) => {
        progress.finish()
        say(text)
      },
      workers: givenNumber(options, 'workers'),
      stop,
      onEstimate: (estimate) => say(estimateText(planned, estimate)),
      onProgress: progress.update,
      onBrokenOff: () => {
        progress.finish()
        say(`What was written stays. To go on: ${resumeLine(folder.path)}`)
        sayWhatIsAside(folder.path, say)
      },
    })
    return { opened, written }
  } finally {
    progress.finish()
    release()
  }
}

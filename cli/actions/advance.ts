/** Drives a run that an engine computes: hands out what is missing, waits where it is asked to, and writes the result when all is there. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { errorOfKind } from '../../engine/run/errors.ts'
import { createStopFlag, lostBlock } from '../../engine/run/pool.ts'
import { writeStudy } from '../../reports/write/study.ts'
import { blocksText, numberOfBlock } from '../../studies/engines/blocks.ts'
import { drive, step } from '../../studies/engines/drive.ts'
import { type Due, dueBlocks, removeUnsound } from '../../studies/engines/due.ts'
import type { Engine } from '../../studies/engines/engine.ts'
import { readRounds } from '../../studies/engines/rounds.ts'
import { discardFolder, finishFolder, type ResultFolder } from '../../studies/folder/folder.ts'
import type { OpenStudy } from '../../studies/run/begin.ts'
import type { OptionValues } from '../console/command.ts'
import { withoutSecrets } from '../console/engineOptions.ts'
import { exitCode } from '../console/failure.ts'
import { catchInterrupts } from '../console/interrupt.ts'
import { flagOption, viewFrom } from '../console/options.ts'
import { openIfAsked } from '../console/openInBrowser.ts'
import { speaker } from '../console/say.ts'
import { engineLine } from './reproduce.ts'
import { sayWhatHappened, writtenExitCode } from './studyResults.ts'

/** How a run is driven on. */
export interface Advancing {
  readonly engine: Engine
  readonly options: OptionValues
  /** True where a person asks for it: what was given up is handed out again. */
  readonly insisted: boolean
  /** True to stay until all is there. */
  readonly waits: boolean
  /** Folder where the data of the run are now, when they are no longer where they were. */
  readonly data?: string | undefined
}

/**
 * Takes the steps that can be taken. The folder is given back at the end. Signals are caught before it is opened, so that an earlier
 * result that is put aside comes back.
 *
 * @param open locks the folder
 * @returns the exit code: 0 where the result is written, or handed out as asked; 75 where it is not whole yet
 */
export async function advance(open: () => OpenStudy | Promise<OpenStudy>, how: Advancing): Promise<number> {
  const say = speaker(how.options)
  const stop = createStopFlag()
  let opened: OpenStudy | undefined
  const release = catchInterrupts(
    () => {
      Atomics.store(stop, 0, 1)
      say('\nStopping: what is handed out stays so. Ctrl-C again leaves at once.')
    },
    () => {
      if (opened !== undefined) finishFolder(opened.folder)
    },
  )
  try {
    opened = await open()
    return await advanceIn(opened, how, () => Atomics.load(stop, 0) !== 0)
  } finally {
    release()
    await how.engine.close()
    if (opened !== undefined) leave(opened.folder)
  }
}

/** Where nothing was handed out a new folder is taken away again. */
function leave(folder: ResultFolder): void {
  const isEmpty = readRounds(folder.path).length === 0 && !existsSync(folder.shards)
  if (folder.before !== 'this result' && isEmpty) discardFolder(folder)
  else finishFolder(folder)
}

async function advanceIn(opened: OpenStudy, how: Advancing, isStopped: () => boolean): Promise<number> {
  const { engine, options, insisted, waits, data } = how
  const { planned, folder } = opened
  const say = speaker(options)
  const driven = { planned, folder, engine, data, say }
  const done = waits ? await drive(driven, isStopped, insisted) : await step(driven, insisted)
  if (done.kind === 'complete') return await writeGathered(opened, options)
  if (done.kind === 'stopped') {
    await engine.stop()
    say(`Interrupted. To go on: ${engineLine('resume', folder.path, engine.name)}`)
    return exitCode.interrupted
  }
  if (done.kind === 'give up') {
    throw errorOfKind(
      'busy',
      `${folder.path}: blocks ${blocksText(done.blocks)} are missing and were given up: ${done.why}. ` +
        `To hand them out once more: ${engineLine('resume', folder.path, engine.name)}`,
    )
  }
  if (done.kind === 'wait') say(`${engine.name} has all that is missing.`)
  say(`How far it is: ${engineLine('status', folder.path, engine.name)}`)
  return insisted ? exitCode.done : exitCode.tryAgain
}

/**
 * Writes the result of blocks that are all there; of one that is damaged nothing is written, and it is taken away, so that it is
 * missing.
 *
 * @throws an error of kind `busy` then
 */
export async function writeGathered(opened: OpenStudy, options: OptionValues): Promise<number> {
  let isUnsound = false
  try {
    return await writeBlocks(opened, options, () => () => {
      isUnsound = true
      throw errorOfKind('busy', 'a block is there by its name alone')
    })
  } catch (error) {
    if (!isUnsound) throw error
    const { planned, folder } = opened
    const { parts } = await dueBlocks(planned, folder.path)
    const problems = removeUnsound(
      planned,
      folder.path,
      parts.map(({ wanted }) => wanted),
    )
    throw errorOfKind(
      'busy',
      `${problems.join('\n')}\n${folder.path}: these blocks are taken away, to be computed again`,
    )
  }
}

async function writeBlocks(
  opened: OpenStudy,
  options: OptionValues,
  absent: NonNullable<Parameters<typeof writeStudy>[1]['absent']>,
): Promise<number> {
  const { planned, folder } = opened
  const say = speaker(options)
  const written = await writeStudy(opened, {
    command: withoutSecrets(process.argv.slice(2)),
    information: flagOption(options, 'information'),
    view: viewFrom(options),
    say,
    absent,
  })
  if (written === undefined) throw errorOfKind('busy', `${folder.path}: no block is there yet`)
  const { printStudy } = await import('./printStudy.ts')
  printStudy(written, options)
  sayWhatHappened(planned.plan, folder.path, written, say)
  const report = join(folder.path, 'report.html')
  if (existsSync(report)) openIfAsked(options, report)
  return writtenExitCode(written)
}

/** Writes the result of what is there; the other blocks count as lost. */
export async function writePartial(opened: OpenStudy, options: OptionValues, due: Due): Promise<number> {
  const { plan } = opened.planned
  const missing = new Set(due.missing)
  const sound = (part: number, index: number): boolean => !missing.has(numberOfBlock(plan, { part, index }))
  const some = due.parts.some(({ wanted }, part) =>
    Array.from({ length: wanted }, (_, n) => n).some((n) => sound(part, n)),
  )
  if (!some) throw errorOfKind('busy', `${opened.folder.path}: no block is there yet`)
  return await writeBlocks(
    opened,
    options,
    (part) => (shape, block) =>
      block.index < due.parts[part].wanted ? lostBlock(shape, block, 'was not computed') : undefined,
  )
}

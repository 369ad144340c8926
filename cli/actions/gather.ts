/** Ends a run whose blocks others have computed, or hands out what it still wants. */
import { errorOfKind } from '../../engine/run/errors.ts'
import { blocksText } from '../../studies/engines/blocks.ts'
import { dueBlocks, removeUnsound } from '../../studies/engines/due.ts'
import { requireAgreement } from '../../studies/engines/keep.ts'
import { takeStore } from '../../studies/engines/stores.ts'
import { finishFolder } from '../../studies/folder/folder.ts'
import type { BreakLock } from '../../studies/folder/lock.ts'
import { logEvent } from '../../studies/folder/log.ts'
import { type OpenStudy, resumeStudy } from '../../studies/run/begin.ts'
import type { OptionValues } from '../console/command.ts'
import { storesFrom, withoutSecrets } from '../console/engineOptions.ts'
import { dataFrom, flagOption } from '../console/options.ts'
import { speaker } from '../console/say.ts'
import { advance, writeGathered, writePartial } from './advance.ts'
import { engineFrom } from './openEngine.ts'
import { resumeLine } from './reproduce.ts'

/** Gathers a run. @returns the exit code: 75 where it is not whole */
export async function gather(given: string, options: OptionValues): Promise<number> {
  const engine = engineFrom(options)
  if (engine !== undefined) {
    const open = async (): Promise<OpenStudy> => await openAndTakeIn(given, options, mostTries)
    const waits = flagOption(options, 'wait')
    return await advance(open, { engine, options, insisted: false, waits, data: dataFrom(options) })
  }
  const opened = await openAndTakeIn(given, options, 0)
  try {
    return await gatherWhatIsThere(opened, options)
  } finally {
    finishFolder(opened.folder)
  }
}

async function openAndTakeIn(given: string, options: OptionValues, tries: number): Promise<OpenStudy> {
  const opened = await openPatiently(given, options, tries)
  try {
    requireAgreement(opened.folder.path)
    for (const store of storesFrom(options)) takeIn(opened, store, options)
    return opened
  } catch (error) {
    finishFolder(opened.folder)
    throw error
  }
}

/** An engine may gather while who has handed out has not left the folder yet: it tries for as many seconds. */
const mostTries = 30

async function openPatiently(given: string, options: OptionValues, tries: number): Promise<OpenStudy> {
  try {
    return resumeStudy(given, {
      breakLock: breakLockFrom(options),
      data: dataFrom(options),
      rawCsv: flagOption(options, 'rawCsv'),
      computes: false,
      command: withoutSecrets(process.argv.slice(2)),
    })
  } catch (error) {
    if (tries === 0 || !(error instanceof Error && 'kind' in error && error.kind === 'busy')) throw error
  }
  await new Promise((resolve) => setTimeout(resolve, 1000))
  return await openPatiently(given, options, tries - 1)
}

/** A job of Slurm takes the place of one like it, of which Slurm lets one alone run at a time, and of nobody else. */
function breakLockFrom(options: OptionValues): BreakLock {
  const isBroken = flagOption(options, 'breakLock')
  return flagOption(options, 'asJob') && !isBroken
    ? { job: process.env['SLURM_JOB_ID'] ?? 'without a number' }
    : isBroken
}

function takeIn({ planned, folder }: OpenStudy, store: string, options: OptionValues): void {
  const say = speaker(options)
  const { taken, again, problems } = takeStore(planned, folder.path, store)
  logEvent(folder, 'taken in', { store, taken, again, damaged: problems.length })
  problems.forEach((problem) => say(problem))
  const twice = again === 0 ? '' : `; ${again} were there already, with the same bytes`
  say(`${taken} ${taken === 1 ? 'block' : 'blocks'} taken in from ${store}${twice}`)
}

async function gatherWhatIsThere(opened: OpenStudy, options: OptionValues): Promise<number> {
  const { planned, folder } = opened
  const isPartial = flagOption(options, 'partial')
  if (isPartial)
    removeUnsound(
      planned,
      folder.path,
      planned.plan.parts.map(() => Number.MAX_SAFE_INTEGER),
    )
  const due = await dueBlocks(planned, folder.path)
  const isWhole = due.missing.length === 0 && due.parts.every(({ isLast }) => isLast)
  if (isWhole) return await writeGathered(opened, options)
  if (isPartial) return await writePartial(opened, options, due)
  const what =
    due.missing.length === 0
      ? 'all blocks of this batch are there, and the precision that is asked for is not reached yet'
      : `${due.missing.length} blocks are missing: ${shortened(blocksText(due.missing))}`
  throw errorOfKind(
    'busy',
    `${folder.path}: ${what}. To hand them out: ${resumeLine(folder.path)} --engine ..., to compute them here: ` +
      `${resumeLine(folder.path)}; --partial takes what is there, and every table says so`,
  )
}

const mostLetters = 200

function shortened(text: string): string {
  return text.length <= mostLetters ? text : `${text.slice(0, mostLetters)}...`
}

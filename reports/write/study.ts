/**
 * A study in its folder from the first replicate to the manifest: the one writer of result folders, for the commands and for
 * programs alike.
 */
import type { PrecisionState } from '../../engine/analysis/precision/until.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { writeDraws } from '../../studies/folder/draws.ts'
import type { Finished } from '../../studies/folder/finished.ts'
import { discardFolder, finishFolder, type ResultFolder } from '../../studies/folder/folder.ts'
import { logEvent } from '../../studies/folder/log.ts'
import { doneBlocks } from '../../studies/folder/status.ts'
import { programCall } from '../../studies/plan/commandLine.ts'
import type { OpenStudy } from '../../studies/run/begin.ts'
import { carryOut, type CarryOutOptions } from '../../studies/run/carryOut.ts'
import type { Report } from '../data/report.ts'
import { studyReport, sweepReports } from '../data/studyReport.ts'
import type { SweepReport } from '../data/sweepReport.ts'
import type { View } from '../data/view.ts'
import { targetText } from '../text/precisionText.ts'
import type { WrittenSensitivity } from './sensitivityStudy.ts'

export interface StudyWriting extends Omit<CarryOutOptions, 'folder' | 'onLook' | 'onDamaged'> {
  /** The words of the command, for the manifest. */
  readonly command: readonly string[]
  /** True to work out the value of information about every outcome, however long it takes. */
  readonly information: boolean
  /** The country from whose side the report is told; undefined where none was asked for. */
  readonly view?: View | undefined
  /** Hears what is worth a message. */
  readonly say: (text: string) => void
  /** Called where an error ends the study and blocks that are written stay, from which it can be resumed. */
  readonly onBrokenOff?: (() => void) | undefined
}

/** What a study has come to, written into its folder. */
export type WrittenStudy = { readonly results: readonly MonteCarloResult[] } & (
  | { readonly kind: 'study'; readonly report: Report }
  | { readonly kind: 'sweep'; readonly report: SweepReport }
  | ({ readonly kind: 'sensitivity' } & WrittenSensitivity)
)

/**
 * Carries out a study whose folder is open, writes the draws, tables, report and manifest, and gives the folder back.
 *
 * @returns undefined where it was stopped before the first block was done; a new folder is then taken away again
 * @throws what stops it; the blocks that are written stay, and a new folder in which there is none is taken away again
 */
export async function writeStudy({ planned, folder }: OpenStudy, how: StudyWriting): Promise<WrittenStudy | undefined> {
  const started = Date.now()
  let isDiscarded = false
  const discard = (): void => {
    isDiscarded = true
    discardFolder(folder)
  }
  try {
    const results = await carryOut(planned, { ...how, ...listeners(planned.plan.parts.length, folder, how), folder })
    if (!results.some(({ replicates }) => replicates > 0)) {
      discard()
      return undefined
    }
    return await writeResults({ ...planned, folder, say: how.say, started, results }, how)
  } catch (error) {
    const isEmpty = planned.plan.parts.every((_, part) => doneBlocks(folder.path, part).length === 0)
    if (isEmpty) discard()
    else how.onBrokenOff?.()
    throw error
  } finally {
    // Where it was discarded, the result that was to be replaced is back in its place.
    if (!isDiscarded) finishFolder(folder)
  }
}

/** Estimates and looks at the precision are written into the log. */
function listeners(
  parts: number,
  folder: ResultFolder,
  { onEstimate, say }: StudyWriting,
): Pick<CarryOutOptions, 'onEstimate' | 'onLook' | 'onDamaged'> {
  const onLook = (part: number, state: PrecisionState, replicates: number): void => {
    const { targets, binding, verdict, projected } = state
    const { target, halfWidth } = targets[binding]
    const known = { halfWidth, wanted: target.halfWidth, projected }
    logEvent(folder, 'precision', { part, replicates, verdict, binding: targetText(target), ...known })
  }
  const onDamaged = (problem: string): void => {
    logEvent(folder, 'damaged', { problem })
    say(problem.replace('; resume computes its block again', '; its block is computed again'))
  }
  if (onEstimate === undefined) return { onLook, onDamaged }
  return {
    onLook,
    onDamaged,
    onEstimate: (estimate) => {
      logEvent(folder, 'estimate', { ...estimate, parts })
      onEstimate(estimate)
    },
  }
}

async function writeResults(done: Finished, { command, information, view }: StudyWriting): Promise<WrittenStudy> {
  const { results, folder } = done
  if (done.plan.kind === 'sensitivity') {
    const { writeSensitivity } = await import('./sensitivityStudy.ts')
    const { studies, report } = writeSensitivity(done, command)
    logEvent(folder, 'end', { ...report })
    return { kind: 'sensitivity', studies, report, results }
  }
  if (done.plan.kind === 'sweep') {
    const { report, parts } = sweepReports({ ...done, program: programCall, information, view })
    const { interrupted, seconds, points } = report
    logEvent(folder, 'end', { points: points.length, interrupted, seconds })
    const { writeSweepTables } = await import('./sweepTables.ts')
    await writeSweepTables(done, report, parts, command)
    return { kind: 'sweep', report, results }
  }
  const report = studyReport({ ...done, program: programCall, information, view })
  for (const { scenario, replicate, reason } of report.failures) {
    logEvent(folder, 'failed', { scenario: report.scenarios[scenario].name, replicate, reason })
  }
  const { replicates, goodReplicates, interrupted, seconds } = report
  logEvent(folder, 'end', { replicates, goodReplicates, interrupted, seconds })
  writeDraws(done)
  // Charts and pages are loaded when there is something to draw: no replicate waits for them.
  const { writeTables } = await import('./tables.ts')
  await writeTables(done, report, command)
  return { kind: 'study', report, results }
}

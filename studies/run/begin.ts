/** How a study comes to its folder: begun in a new one, gone on with in the one that it keeps, or taken up again. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { usageError } from '../../engine/run/errors.ts'
import {
  discardFolder,
  finishFolder,
  openFolder,
  reopenFolder,
  type ResultFolder,
  writeResult,
} from '../folder/folder.ts'
import type { BreakLock } from '../folder/lock.ts'
import { logEvent } from '../folder/log.ts'
import { refuseOtherEngine } from '../folder/verify.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import { readRunPlan, type RunPlanFile, runPlanJson } from '../plan/runPlan.ts'
import { resolvedFile, resolvedTexts, storedInputs } from '../plan/work.ts'

/** A study with the folder that is locked for it. */
export interface OpenStudy {
  readonly planned: PlannedStudy
  readonly folder: ResultFolder
}

/** What becomes of a result that is in the folder already. */
export type IfThere = 'refuse' | 'replace' | 'go on with the same plan'

/** Where a study is begun. */
export interface Place {
  /** Path of the folder. */
  readonly path: string
  readonly ifThere: IfThere
  /** True to take away the lock of a process on another machine, of which nobody here can know whether it is gone. */
  readonly breakLock?: boolean | undefined
  /** See `ResultFolder`. */
  readonly rawCsv?: boolean | undefined
  /** The words of the command, for the log. */
  readonly command: readonly string[]
}

/**
 * Opens the folder and writes the plan and the scenarios into it.
 *
 * @throws errors of kind `file` that say what is in the way, of kind `busy`, and the file system's; nothing is left then
 */
export function beginStudy(planned: PlannedStudy, { path, ifThere, breakLock, rawCsv, command }: Place): OpenStudy {
  const { inputs, plan } = planned
  const goesOn = ifThere === 'go on with the same plan' && holdsPlan(path, plan)
  const folder = goesOn ? reopenFolder(path, breakLock) : openFolder(path, ifThere === 'replace', breakLock)
  try {
    if (goesOn) refuseOtherEngine(folder.path, plan, inputs)
    writeResult(folder, resolvedFile, resolvedTexts(inputs))
    writeResult(folder, 'plan.json', runPlanJson(plan))
    logEvent(folder, goesOn ? 'resume' : 'start', { command, seed: plan.seed, replicates: plan.replicates })
  } catch (error) {
    discardFolder(folder)
    throw error
  }
  return { planned, folder: rawCsv === true ? { ...folder, rawCsv } : folder }
}

function holdsPlan(folder: string, plan: RunPlanFile): boolean {
  const path = join(folder, 'plan.json')
  return existsSync(path) && readFileSync(path, 'utf8') === runPlanJson(plan)
}

/** How a study is taken up again. */
export interface ResumeRequest {
  /** Replicates in all, no fewer than were planned; as planned unless given. */
  readonly replicates?: number | undefined
  /** Folder where the data of its own are now, when they are no longer where they were. */
  readonly data?: string | undefined
  readonly breakLock?: BreakLock | undefined
  /** See `ResultFolder`. */
  readonly rawCsv?: boolean | undefined
  /** False where nothing is going to be computed here, so that this engine need not be tried. */
  readonly computes?: boolean
  /** The words of the command, for the log. */
  readonly command: readonly string[]
}

/**
 * Takes up the study of a folder, from its plan and the scenarios that it keeps, after a look whether this engine still
 * computes the same numbers.
 *
 * @throws errors of kind `file` for what is damaged, changed or foreign, `busy`, and `usage` for fewer replicates
 */
export function resumeStudy(
  given: string,
  { replicates, data, breakLock, rawCsv, computes, command }: ResumeRequest,
): OpenStudy {
  const folder = reopenFolder(given, breakLock)
  try {
    const begun = readRunPlan(folder.path)
    const inputs = storedInputs(folder.path, begun, data)
    if (computes !== false) refuseOtherEngine(folder.path, begun, inputs)
    const plan = longer(begun, replicates ?? begun.replicates)
    if (plan !== begun) writeResult(folder, 'plan.json', runPlanJson(plan))
    logEvent(folder, 'resume', { command, seed: plan.seed, replicates: plan.replicates })
    return { planned: { inputs, plan }, folder: rawCsv === true ? { ...folder, rawCsv } : folder }
  } catch (error) {
    finishFolder(folder)
    throw error
  }
}

/** The same run with more replicates: the blocks that are there stay. */
function longer(plan: RunPlanFile, replicates: number): RunPlanFile {
  if (replicates === plan.replicates) return plan
  if (plan.sensitivity !== undefined) {
    throw usageError(
      '--replicates: a sensitivity analysis has a design of its own size; ask it again in another folder',
    )
  }
  if (replicates > plan.replicates) return { ...plan, replicates }
  throw usageError(
    `--replicates: ${replicates} is less than the ${plan.replicates} of the plan; a run can only be made longer`,
  )
}

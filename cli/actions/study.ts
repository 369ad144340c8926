/**
 * What `run`, `compare`, `sweep` and `resume` do: write the plan, announce, run on threads, write the tables, print. Every
 * block is written down as soon as it is done; Ctrl-C ends with what is there, and `resume` goes on from it.
 */
import { usageError } from '../../engine/run/errors.ts'
import { exitCode } from '../console/failure.ts'
import { createStopFlag } from '../../engine/run/pool.ts'
import {
  openFolder,
  writeResult,
  discardFolder,
  reopenFolder,
  finishFolder,
  type ResultFolder,
} from '../../studies/folder/folder.ts'
import { logEvent } from '../../studies/folder/log.ts'
import { runPlanJson, readRunPlan, type RunPlanFile } from '../../studies/plan/runPlan.ts'
import { planStudy, type Asked, type PlannedStudy, planSweep } from '../../studies/plan/plans.ts'
import { requireAnswerable } from '../../studies/plan/precisionRule.ts'
import { resolvedFile, resolvedTexts, storedInputs } from '../../studies/plan/work.ts'
import { samplingAdvice } from '../../scenarios/parameters/sampling.ts'
import type { OptionValues } from '../console/command.ts'
import { catchInterrupts } from '../console/interrupt.ts'
import { textOption, givenNumber, samplerFrom, flagOption, numberOption } from '../console/options.ts'
import { speaker } from '../console/say.ts'
import type { Say } from '../../studies/folder/say.ts'
import { execute } from './execute.ts'
import { resumeLine } from './reproduce.ts'
import { finishStudy } from './studyResults.ts'
import { finishSweep } from './sweepResults.ts'
import { refuseOtherEngine } from '../../studies/folder/verify.ts'

export async function runStudy(
  command: 'run' | 'compare',
  words: readonly string[],
  options: OptionValues,
): Promise<number> {
  return await begin(planStudy(command, words, textOption(options, 'baseline'), askedOf(options)), options)
}

/** What the command line says of seed, replicates and sampler. */
function askedOf(options: OptionValues): Asked {
  return {
    seed: givenNumber(options, 'seed'),
    replicates: givenNumber(options, 'replicates'),
    sampler: samplerFrom(options),
  }
}

/** Opens a new folder for the plan and carries it out. */
async function begin({ inputs, plan }: PlannedStudy, options: OptionValues, printed: boolean = true): Promise<number> {
  const say = speaker(options)
  requireAnswerable(plan)
  const advice = plan.precision === undefined ? samplingAdvice(plan.sampling, plan.replicates) : undefined
  ;[...inputs.warnings, ...(advice === undefined ? [] : [advice])].forEach((warning) => say(warning))
  const folder = openFolder(textOption(options, 'out') ?? `out/${inputs.name}`, flagOption(options, 'force'))
  try {
    writeResult(folder, resolvedFile, resolvedTexts(inputs))
    writeResult(folder, 'plan.json', runPlanJson(plan))
    logEvent(folder, 'start', { command: process.argv.slice(2), seed: plan.seed, replicates: plan.replicates })
  } catch (error) {
    discardFolder(folder)
    throw error
  }
  return await carryOut({ inputs, plan }, folder, options, say, true, printed)
}

/** Goes on with what was broken off. */
export async function resumeStudy(given: string, options: OptionValues): Promise<number> {
  const say = speaker(options)
  const folder = reopenFolder(given)
  try {
    const begun = readRunPlan(folder.path)
    const inputs = storedInputs(folder.path, begun)
    refuseOtherEngine(folder.path, begun, inputs)
    const plan = longer(begun, numberOption(options, 'replicates', begun.replicates))
    if (plan !== begun) writeResult(folder, 'plan.json', runPlanJson(plan))
    logEvent(folder, 'resume', { command: process.argv.slice(2), seed: plan.seed, replicates: plan.replicates })
    return await carryOut({ inputs, plan }, folder, options, say, false)
  } finally {
    finishFolder(folder)
  }
}

/** The same run with more replicates: the blocks that are there stay. */
function longer(plan: RunPlanFile, replicates: number): RunPlanFile {
  if (replicates === plan.replicates) return plan
  if (replicates > plan.replicates) return { ...plan, replicates }
  throw usageError(
    `--replicates: ${replicates} is less than the ${plan.replicates} of the plan; a run can only be made longer`,
  )
}

/**
 * @param fresh true for a folder that this call has opened
 * @param printed false where the caller prints something else than the result
 */
async function carryOut(
  { inputs, plan }: PlannedStudy,
  folder: ResultFolder,
  options: OptionValues,
  say: Say,
  fresh: boolean,
  printed: boolean = true,
): Promise<number> {
  const started = Date.now()
  const stop = createStopFlag()
  const resume = resumeLine(folder.path)
  const interruption = catchInterrupts(
    () => {
      Atomics.store(stop, 0, 1)
      say('\nStopping: the blocks in flight are finished and written. Ctrl-C again leaves at once.')
    },
    () => {
      finishFolder(folder)
      say(`Left at once; what was written stays. To go on: ${resume}`)
    },
  )
  try {
    const results = await execute({ inputs, plan, folder, options, stop, say })
    if (!results.some(({ replicates }) => replicates > 0)) {
      if (fresh) discardFolder(folder)
      say(`Stopped before the first block was done; nothing ${fresh ? '' : 'more '}was written.`)
      return exitCode.interrupted
    }
    const done = { inputs, plan, folder, say, started, results, resume }
    return await (plan.kind === 'sweep' ? finishSweep(done, options, printed) : finishStudy(done, options))
  } catch (error) {
    say(`What was written stays. To go on: ${resume}`)
    throw error
  } finally {
    interruption.release()
    finishFolder(folder)
  }
}

/** @param printed false where the caller prints what it finds in the sweep instead */
export async function runSweep(path: string, options: OptionValues, printed: boolean = true): Promise<number> {
  return await begin(planSweep(path, askedOf(options)), options, printed)
}

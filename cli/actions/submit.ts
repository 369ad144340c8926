/** `submit`, and `resume` with an engine: a plan is made or taken up, and its blocks are handed out. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { usageError } from '../../engine/run/errors.ts'
import { parseYaml } from '../../scenarios/file/yaml.ts'
import { dueBlocks } from '../../studies/engines/due.ts'
import type { Engine } from '../../studies/engines/engine.ts'
import { requirePlace } from '../../studies/folder/place.ts'
import { planStudy, planSweep, type PlannedStudy } from '../../studies/plan/plans.ts'
import { beginStudy, type OpenStudy, resumeStudy } from '../../studies/run/begin.ts'
import { askedOf, planSensitivityStudy } from '../../studies/sensitivity/sensitivity.ts'
import type { OptionValues } from '../console/command.ts'
import { withoutSecrets } from '../console/engineOptions.ts'
import { exitCode } from '../console/failure.ts'
import { dataFrom, flagOption, givenNumber, textOption } from '../console/options.ts'
import { print } from '../console/print.ts'
import { speaker } from '../console/say.ts'
import { sensitivityFrom, sensitivityQuestion } from '../console/sensitivityOptions.ts'
import { advance } from './advance.ts'
import { openEngine } from './openEngine.ts'
import { requestFrom, sayOfPlan } from './study.ts'

/** Makes a plan and hands its blocks out. @returns the exit code */
export async function submit(words: readonly string[], options: OptionValues): Promise<number> {
  const engine = openEngine(options)
  requireEnd(engine, options)
  const planned = plan(words, options)
  sayOfPlan(planned, speaker(options))
  const isSensitivity = planned.plan.kind === 'sensitivity'
  const given = textOption(options, 'out') ?? `out/${planned.inputs.name}${isSensitivity ? '-sensitivity' : ''}`
  if (flagOption(options, 'dryRun')) return await showRound(planned, given, engine)
  const open = (): OpenStudy =>
    beginStudy(planned, {
      path: given,
      ifThere: flagOption(options, 'force') ? 'replace' : 'refuse',
      breakLock: flagOption(options, 'breakLock'),
      rawCsv: flagOption(options, 'rawCsv'),
      command: withoutSecrets(process.argv.slice(2)),
    })
  return await advance(open, { engine, options, insisted: true, waits: waitsFor(engine, options) })
}

/** Hands out what is missing of a run, on any engine. @returns the exit code */
export async function handOutAgain(given: string, options: OptionValues): Promise<number> {
  const engine = openEngine(options)
  requireEnd(engine, options)
  const open = (): OpenStudy =>
    resumeStudy(given, {
      replicates: givenNumber(options, 'replicates'),
      breakLock: flagOption(options, 'breakLock'),
      data: dataFrom(options),
      rawCsv: flagOption(options, 'rawCsv'),
      computes: false,
      command: withoutSecrets(process.argv.slice(2)),
    })
  return await advance(open, {
    engine,
    options,
    insisted: true,
    waits: waitsFor(engine, options),
    data: dataFrom(options),
  })
}

/** What this process has started ends with it, so that it waits. */
function waitsFor(engine: Engine, options: OptionValues): boolean {
  return engine.name === 'local' || flagOption(options, 'wait')
}

/** @throws an error of kind `usage` where a report is to be opened that nobody waits for */
function requireEnd(engine: Engine, options: OptionValues): void {
  if (!flagOption(options, 'open')) return
  if (flagOption(options, 'dryRun'))
    throw usageError('--open: nothing is computed with --dry-run; leave one of them out')
  if (waitsFor(engine, options)) return
  throw usageError(
    `--open: with ${engine.name} the report comes when nobody waits any more; add --wait, or give --open to gather`,
  )
}

/** Names of commands, which may stand before what they ask. */
const commands = ['run', 'compare', 'sweep', 'sensitivity'] as const

function plan(given: readonly string[], options: OptionValues): PlannedStudy {
  const command = commands.find((name) => name === given[0])
  const words = command === undefined ? given : given.slice(1)
  if (command !== undefined) requireWords(command, words)
  requireFitting(command === 'sensitivity', options)
  if (command === 'sensitivity') return planAnalysis(words[0], options)
  const baseline = textOption(options, 'baseline')
  if (command === 'compare' || words.length > 1) return planStudy('compare', words, baseline, requestFrom(options))
  if (!isSweep(words[0])) return planStudy('run', words, baseline, requestFrom(options))
  if (baseline !== undefined) throw usageError('--baseline: a sweep file says itself what its points are compared with')
  return planSweep(words[0], requestFrom(options))
}

function planAnalysis(scenario: string, options: OptionValues): PlannedStudy {
  const question = sensitivityQuestion(options)
  const asked = 'outcomes' in question ? question : askedOf(question)
  return planSensitivityStudy(scenario, asked, sensitivityFrom(options))
}

function requireWords(command: (typeof commands)[number], words: readonly string[]): void {
  if (words.length === 0) throw usageError(`submit ${command}: name what it is asked of, as for ${command} itself`)
  if (words.length > 1 && command !== 'compare') {
    throw usageError(
      `submit ${command}: one ${command === 'sweep' ? 'sweep file' : 'scenario'} is allowed; given: ${words.join(', ')}`,
    )
  }
}

const ofSensitivity = ['outcome', 'when', 'year', 'method', 'against', 'factors', 'pairs']
const ofOthers = ['baseline', 'sampler', 'view', 'target']

/** What a sensitivity analysis is asked by is of no use to a run, and the other way round. @throws an error of kind `usage` */
function requireFitting(isSensitivity: boolean, options: OptionValues): void {
  const stray = (isSensitivity ? ofOthers : ofSensitivity).find((name) => options[name] !== undefined)
  if (stray === undefined) return
  throw usageError(
    isSensitivity
      ? `--${stray}: is not for a sensitivity analysis; see plantshift sensitivity --help`
      : `--${stray}: is for a sensitivity analysis; write submit sensitivity SCENARIO`,
  )
}

/** Whether a word is the path of a sweep file: only they have levers. */
function isSweep(word: string): boolean {
  if (!existsSync(word) || !statSync(word).isFile()) return false
  const { value } = parseYaml(readFileSync(word, 'utf8'), word)
  return typeof value === 'object' && value !== null && 'levers' in value
}

async function showRound(planned: PlannedStudy, given: string, engine: Engine): Promise<number> {
  requirePlace(given, true)
  const path = resolve(given)
  const { missing } = await dueBlocks(planned, path)
  const round = { number: 1, engine: engine.name, blocks: missing, tasks: engine.tasksFor(missing.length) }
  print(engine.describe({ path, name: planned.plan.name }, round))
  await engine.close()
  return exitCode.done
}

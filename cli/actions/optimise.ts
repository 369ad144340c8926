/** Finds the level of a lever that peaks an outcome, in a sweep that it runs first or finds in a folder. */
import { usageError } from '../../engine/run/errors.ts'
import { exitCode } from '../console/failure.ts'
import { existsSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { rootKey } from '../../engine/math/streams.ts'
import { optimumJson, optimumCsv } from '../../reports/tables/optimum.ts'
import type { OptimumStudy } from '../../studies/optimum/study.ts'
import { optimumStudyText } from '../../reports/text/optimum/studyText.ts'
import type { SweepLever } from '../../studies/plan/runPlan.ts'
import type { OptionValues } from '../console/command.ts'
import { textOption, flagOption } from '../console/options.ts'
import { askedOutcome } from '../console/outcome.ts'
import { oneOf } from '../../studies/plan/choice.ts'
import { addResults } from '../../reports/write/addFinding.ts'
import { speaker } from '../console/say.ts'
import { curveOptima, pointColumns } from '../../studies/optimum/curves.ts'
import { programCall, shellWord } from '../../studies/plan/commandLine.ts'
import { openResult, type OpenedResult, keptColumn } from '../../studies/folder/columns.ts'
import { runSweep } from './study.ts'

/** `optimise`: runs a sweep file, or takes the folder of a sweep, and prints the level that is best for an outcome. */
export async function printOptimum(given: string, options: OptionValues): Promise<number> {
  // Read before a sweep of an hour, so that a misspelt outcome is said at once.
  askedOutcome(options)
  const isFile = existsSync(given) && statSync(given).isFile()
  if (!isFile && /\.(ya?ml|json)$/.test(given))
    throw usageError(`no file is called ${given}; give a sweep file, or the folder of a sweep`)
  if (!isFile) refuseSweepOptions(options)
  const code = isFile ? await runSweep(given, options, false) : exitCode.done
  if (code === exitCode.interrupted) return code
  const folder = isFile ? (textOption(options, 'out') ?? `out/${basename(given, extname(given))}`) : given
  const result = openResult(folder)
  const study = studyOf(result, folder, options)
  const files = { 'optimum.json': optimumJson(study), 'optimum.csv': optimumCsv(study) }
  await addResults(result.path, files, speaker(options))
  process.stdout.write(flagOption(options, 'json') ? optimumJson(study) : optimumStudyText(study))
  return code
}

/** What would be set aside in silence is refused. */
function refuseSweepOptions(options: OptionValues): void {
  const ofSweeps = ['replicates', 'seed', 'sampler', 'workers', 'out', 'force']
  const useless = ofSweeps.find((name) => options[name] !== undefined)
  if (useless === undefined) return
  throw usageError(`--${useless}: is for a sweep file; a folder is taken as it is, and resume makes its sweep longer`)
}

function studyOf(result: OpenedResult, folder: string, options: OptionValues): OptimumStudy {
  const { plan, inputs } = result
  const { outcome, year } = askedOutcome(options)
  const column = keptColumn(plan, { outcome, year })
  const isDifference = flagOption(options, 'difference')
  const asked = {
    lever: leverOf(result, textOption(options, 'lever')),
    outcome,
    year: plan.years[column.year],
    against: isDifference ? inputs.scenarios[plan.parts[0].baseline].name : undefined,
    least: flagOption(options, 'least'),
  }
  const optima = curveOptima(pointColumns(result, column, isDifference), asked, rootKey(plan.seed))
  const flags = ['difference', 'least'].filter((name) => flagOption(options, name)).map((name) => `--${name}`)
  const reproduce = [
    programCall,
    'optimise',
    shellWord(folder),
    '--lever',
    shellWord(asked.lever.name),
    '--outcome',
    shellWord(`${outcome.id}@${asked.year}`),
    ...flags,
  ].join(' ')
  return { sweep: plan.name, ...asked, optima, seed: plan.seed, reproduce }
}

/** A lever whose values are numbers. */
function leverOf({ plan }: OpenedResult, name: string | undefined): SweepLever {
  const levers = plan.levers ?? []
  if (levers.length === 0) {
    throw usageError(`${plan.name} is no sweep: it has no levers; optimise takes a sweep file or its folder`)
  }
  const names = levers.map((lever) => lever.name)
  if (name === undefined && names.length > 1) throw usageError(`--lever: say which; there are ${names.join(', ')}`)
  const lever = name === undefined ? levers[0] : levers[names.indexOf(oneOf('--lever', name, names))]
  const values = (plan.points ?? []).map((point) => point.levers[lever.name])
  const word = values.find((value) => typeof value !== 'number')
  if (word === undefined) return lever
  throw usageError(`--lever: ${lever.name} has the value ${String(word)}; a peak is sought along numbers`)
}

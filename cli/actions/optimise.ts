/** Asks for the level of a lever that peaks an outcome, in a sweep that it runs first if need be, and prints and keeps it. */
import { existsSync, statSync } from 'node:fs'
import { usageError } from '../../engine/run/errors.ts'
import { frontCsv, frontJson } from '../../reports/tables/front.ts'
import { optimumCsv, optimumJson } from '../../reports/tables/optimum.ts'
import { frontStudyText } from '../../reports/text/optimum/frontText.ts'
import { optimumStudyText } from '../../reports/text/optimum/studyText.ts'
import { addResults } from '../../reports/write/addFinding.ts'
import { sweepName } from '../../scenarios/sweep/readSweep.ts'
import { paretoFront } from '../../studies/optimum/front.ts'
import { optimise } from '../../studies/optimum/optimise.ts'
import { styleOfOutput } from '../console/layout.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { dataFrom, flagOption, textList, textOption } from '../console/options.ts'
import { askedAims, type AskedAim } from '../console/outcome.ts'
import { addingFrom } from '../console/say.ts'
import { resultPlace } from './resultPlace.ts'
import { runSweep } from './study.ts'
import { print } from '../console/print.ts'

/** Prints the optimum and adds it to the folder of the sweep. @returns the exit code */
export async function printOptimum(given: string, options: OptionValues): Promise<number> {
  // Read before a sweep of an hour, so that a misspelt outcome is said at once.
  const aims = askedAims(options)
  const thresholds = textList(options['threshold'])
  const isFront = aims.length > 1 || thresholds.length > 0
  if (isFront) refuseCurveOptions(aims, options)
  const isFile = existsSync(given) && statSync(given).isFile()
  if (!isFile && /\.(ya?ml|json)$/.test(given))
    throw usageError(`no file is called ${given}; give a sweep file, or the folder of a sweep`)
  if (!isFile) refuseSweepOptions(options)
  const folder = isFile ? resultPlace(`out/${sweepName(given)}`, options) : given
  const code = isFile ? await runSweep(given, { ...options, out: folder }, false) : exitCode.done
  if (code === exitCode.interrupted) return code
  if (isFront) {
    await printFront(folder, aims, thresholds, options)
    return code
  }
  const [{ sought, ...asked }] = aims
  const study = optimise(folder, {
    ...asked,
    lever: textOption(options, 'lever'),
    difference: flagOption(options, 'difference'),
    least: flagOption(options, 'least') || sought === 'least',
    partial: flagOption(options, 'partial'),
    data: dataFrom(options),
  })
  const files = { 'optimum.json': optimumJson(study), 'optimum.csv': optimumCsv(study) }
  await addResults(folder, files, addingFrom(options))
  if (flagOption(options, 'json')) process.stdout.write(optimumJson(study))
  else print(optimumStudyText(study, styleOfOutput().width))
  return code
}

/** Prints what is found of several outcomes at once, and adds it to the folder. */
async function printFront(
  folder: string,
  aims: readonly AskedAim[],
  thresholds: readonly string[],
  options: OptionValues,
): Promise<void> {
  const study = paretoFront(folder, {
    outcomes: aims.map(({ outcome = '', year, sought }) => ({ outcome, year, sought })),
    thresholds,
    difference: flagOption(options, 'difference'),
    partial: flagOption(options, 'partial'),
    data: dataFrom(options),
  })
  await addResults(folder, { 'front.json': frontJson(study), 'front.csv': frontCsv(study) }, addingFrom(options))
  if (flagOption(options, 'json')) process.stdout.write(frontJson(study))
  else print(frontStudyText(study, styleOfOutput().width))
}

/** Several outcomes are compared at all points of a sweep, each in a direction of its own. */
function refuseCurveOptions(aims: readonly AskedAim[], options: OptionValues): void {
  if (aims[0].when !== undefined) {
    throw usageError('--when: is one question by itself; beside --threshold give outcomes by --outcome')
  }
  if (options['lever'] !== undefined) {
    throw usageError('--lever: is for one outcome without thresholds; several are judged at all points of the sweep')
  }
  if (!flagOption(options, 'least')) return
  throw usageError('--least: is for one outcome without thresholds; write :least behind the outcome that is meant')
}

/** What would be set aside in silence is refused. */
function refuseSweepOptions(options: OptionValues): void {
  const ofSweeps = ['replicates', 'seed', 'sampler', 'workers', 'out', 'force', 'open']
  const useless = ofSweeps.find((name) => options[name] !== undefined)
  if (useless === undefined) return
  throw usageError(`--${useless}: is for a sweep file; a folder is taken as it is, and resume makes its sweep longer`)
}

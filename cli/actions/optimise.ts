/** Asks for the level of a lever that peaks an outcome, in a sweep that it runs first if need be, and prints and keeps it. */
import { existsSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { usageError } from '../../engine/run/errors.ts'
import { optimumCsv, optimumJson } from '../../reports/tables/optimum.ts'
import { optimumStudyText } from '../../reports/text/optimum/studyText.ts'
import { addResults } from '../../reports/write/addFinding.ts'
import { optimise } from '../../studies/optimum/optimise.ts'
import { styleOfOutput } from '../console/layout.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { dataFrom, flagOption, textOption } from '../console/options.ts'
import { askedOutcome } from '../console/outcome.ts'
import { addingFrom } from '../console/say.ts'
import { runSweep } from './study.ts'
import { print } from '../console/print.ts'

/** Prints the optimum and adds it to the folder of the sweep. @returns the exit code */
export async function printOptimum(given: string, options: OptionValues): Promise<number> {
  // Read before a sweep of an hour, so that a misspelt outcome is said at once.
  const asked = askedOutcome(options)
  const isFile = existsSync(given) && statSync(given).isFile()
  if (!isFile && /\.(ya?ml|json)$/.test(given))
    throw usageError(`no file is called ${given}; give a sweep file, or the folder of a sweep`)
  if (!isFile) refuseSweepOptions(options)
  const code = isFile ? await runSweep(given, options, false) : exitCode.done
  if (code === exitCode.interrupted) return code
  const folder = isFile ? (textOption(options, 'out') ?? `out/${basename(given, extname(given))}`) : given
  const study = optimise(folder, {
    ...asked,
    lever: textOption(options, 'lever'),
    difference: flagOption(options, 'difference'),
    least: flagOption(options, 'least'),
    partial: flagOption(options, 'partial'),
    data: dataFrom(options),
  })
  const files = { 'optimum.json': optimumJson(study), 'optimum.csv': optimumCsv(study) }
  await addResults(folder, files, addingFrom(options))
  if (flagOption(options, 'json')) process.stdout.write(optimumJson(study))
  else print(optimumStudyText(study, styleOfOutput().width))
  return code
}

/** What would be set aside in silence is refused. */
function refuseSweepOptions(options: OptionValues): void {
  const ofSweeps = ['replicates', 'seed', 'sampler', 'workers', 'out', 'force']
  const useless = ofSweeps.find((name) => options[name] !== undefined)
  if (useless === undefined) return
  throw usageError(`--${useless}: is for a sweep file; a folder is taken as it is, and resume makes its sweep longer`)
}

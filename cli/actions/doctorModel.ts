/** Prints our numbers beside those that others have published, and writes the page if asked. */
import { writeFileSync } from 'node:fs'
import { checksPage } from '../../reports/docs/checks.ts'
import { checkModel } from '../../studies/modelChecks/checkModel.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { flagOption, givenNumber, textOption } from '../console/options.ts'
import { showProgress } from '../console/progress.ts'
import { print, printJson } from '../console/print.ts'

/** Prints the checks of the model, as a page or as JSON. @returns the exit code */
export async function printChecks(options: OptionValues): Promise<number> {
  const progress = showProgress(flagOption(options, 'quiet'))
  const checks = await checkModel({
    seed: givenNumber(options, 'seed'),
    replicates: givenNumber(options, 'replicates'),
    workers: givenNumber(options, 'workers'),
    onProgress: progress.update,
  }).finally(progress.finish)
  const page = checksPage(checks)
  if (flagOption(options, 'json')) printJson(checks)
  else print(page)
  const file = textOption(options, 'write') ?? (flagOption(options, 'write') ? 'docs/checks.md' : undefined)
  if (file !== undefined) writeFileSync(file, page)
  return exitCode.done
}

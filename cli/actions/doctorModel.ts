/** Prints our numbers beside those that others have published, or beside what happened, and writes the page if asked. */
import { writeFileSync } from 'node:fs'
import { checksPage } from '../../reports/docs/checks.ts'
import { outcomesPage } from '../../reports/docs/outcomes.ts'
import { checkModel } from '../../studies/modelChecks/checkModel.ts'
import { checkOutcomes } from '../../studies/modelChecks/outcomeChecks.ts'
import type { ModelCheckOptions } from '../../studies/modelChecks/runScenarios.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { dataFrom, flagOption, givenNumber, textOption } from '../console/options.ts'
import { showProgress } from '../console/progress.ts'
import { print, printJson } from '../console/print.ts'

/** Prints the checks of the model, as a page or as JSON. @returns the exit code */
export function printChecks(options: OptionValues): Promise<number> {
  return printPage(options, checkModel, checksPage, 'docs/checks.md')
}

/** Prints 2025 as it happened beside the engine, as a page or as JSON. @returns the exit code */
export function printOutcomes(options: OptionValues): Promise<number> {
  return printPage(options, checkOutcomes, outcomesPage, 'docs/validation.md')
}

async function printPage<Checks>(
  options: OptionValues,
  check: (options: ModelCheckOptions) => Promise<Checks>,
  pageOf: (checks: Checks) => string,
  usualFile: string,
): Promise<number> {
  const progress = showProgress(flagOption(options, 'quiet'))
  const checks = await check({
    seed: givenNumber(options, 'seed'),
    replicates: givenNumber(options, 'replicates'),
    workers: givenNumber(options, 'workers'),
    data: dataFrom(options),
    onProgress: progress.update,
  }).finally(progress.finish)
  const page = pageOf(checks)
  if (flagOption(options, 'json')) printJson(checks)
  else print(page)
  const file = textOption(options, 'write') ?? (flagOption(options, 'write') ? usualFile : undefined)
  if (file !== undefined) writeFileSync(file, page)
  return exitCode.done
}

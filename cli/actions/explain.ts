/** Prints why a plant or a line moved or stayed under a scenario, and what a maker did. */
import { usageError } from '../../engine/run/errors.ts'
import { explanationText } from '../../reports/text/explainText.ts'
import { explain } from '../../studies/explanation/explain.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { flagOption, textOption } from '../console/options.ts'
import { designFrom } from '../console/studyOptions.ts'

/** Prints an explanation, as text or as JSON. @returns the exit code */
export async function printExplanation(word: string, options: OptionValues): Promise<number> {
  const scenario = textOption(options, 'scenario')
  if (scenario === undefined) throw usageError('--scenario: say under which, as in --scenario usmca-2025-tariffs')
  const study = explain(word, { scenario, ...designFrom(options) })
  const text = flagOption(options, 'json')
    ? `${JSON.stringify(study)}\n`
    : explanationText(study.subject, study.scenario, study)
  process.stdout.write(text)
  return exitCode.done
}

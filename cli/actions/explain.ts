/** Prints why a plant or a line moved or stayed under a scenario, and what a maker did. */
import { usageError } from '../../engine/run/errors.ts'
import { besideText } from '../../reports/text/explainBeside.ts'
import { explanationText } from '../../reports/text/explainText.ts'
import { explain, type ExplanationStudy } from '../../studies/explanation/explain.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { styleOfOutput } from '../console/layout.ts'
import { flagOption, textOption } from '../console/options.ts'
import { print, printJson } from '../console/print.ts'
import { designFrom } from '../console/studyOptions.ts'

/** Prints an explanation, as text or as JSON. @returns the exit code */
export async function printExplanation(word: string, options: OptionValues): Promise<number> {
  const scenario = textOption(options, 'scenario')
  if (scenario === undefined) throw usageError('--scenario: say under which, as in --scenario usmca-2025-tariffs')
  const study = explain(word, { scenario, compare: textOption(options, 'compare'), ...designFrom(options) })
  if (flagOption(options, 'json')) printJson(study)
  else print(studyText(study))
  return exitCode.done
}

function studyText(study: ExplanationStudy): string {
  const { width } = styleOfOutput()
  const { subject, scenario, compared } = study
  if (compared === undefined) return explanationText(subject, scenario, study, width)
  const other = { name: compared.scenario, explanation: compared.explanation }
  return besideText(subject, { name: scenario, explanation: study }, other, width)
}

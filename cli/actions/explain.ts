/** Runs a scenario in this thread and prints why a plant or line moved or stayed. */
import { usageError } from '../../engine/run/errors.ts'
import { exitCode } from '../console/failure.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { explain } from '../../engine/model/explain/explain.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import { explanationText } from '../../reports/text/explainText.ts'
import { samplingOf } from '../../scenarios/parameters/sampling.ts'
import { type Subject, findSubject } from '../../scenarios/industry/subjects.ts'
import type { OptionValues } from '../console/command.ts'
import { textOption, samplerFrom, numberOption, flagOption } from '../console/options.ts'
import { defaultSeed, explainReplicates } from '../../studies/plan/defaults.ts'
import { loadStudyInputs } from '../../studies/plan/inputs.ts'

/** `explain`: prints why the lines of a plant, or one line, stay or move under a scenario, over some replicates. */
export async function printExplanation(word: string, options: OptionValues): Promise<number> {
  const scenario = textOption(options, 'scenario')
  if (scenario === undefined) throw usageError('--scenario: say under which, as in --scenario usmca-2025-tariffs')
  const inputs = loadStudyInputs('compare', [scenario], undefined)
  const { name, plant, lines } = subjectOf(inputs.industry, word)
  const compiled = inputs.scenarios.map((one) => one.compiled)
  const sampling = samplingOf(inputs.design, samplerFrom(options))
  const workspace = createWorkspace(inputs.industry, inputs.laws, compiled, sampling)
  const root = rootKey(numberOption(options, 'seed', inputs.design.seed ?? defaultSeed))
  const explanation = explain(workspace, root, numberOption(options, 'replicates', explainReplicates), lines, plant)
  const text = flagOption(options, 'json')
    ? `${JSON.stringify({ subject: name, scenario: inputs.name, ...explanation })}\n`
    : explanationText(name, compiled[0].name, explanation)
  process.stdout.write(text)
  return exitCode.done
}

function subjectOf(industry: Industry, word: string): Subject {
  const found = findSubject(industry, word)
  if ('lines' in found) return found
  const hint =
    found.nearest === undefined
      ? 'give a plant, a nameplate, a line or a maker, as in "GM Silao"'
      : `did you mean "${found.nearest}"?`
  throw usageError(`unknown plant, line or maker: ${word}; ${hint}`)
}

/** Asks which parameters an outcome hangs on and prints what is found; with `--out` it is written too. */
import { sensitivityCsv, sensitivityJson } from '../../reports/tables/sensitivity.ts'
import { sensitivityText } from '../../reports/text/sensitivity/studyText.ts'
import { durationText } from '../../reports/words/numbers.ts'
import { addOrCreate, requireRoom } from '../../reports/write/addFinding.ts'
import { factorKinds } from '../../scenarios/parameters/sensitivityFactors.ts'
import { oneOf } from '../../studies/plan/choice.ts'
import { sensitivity, type SensitivityOptions } from '../../studies/sensitivity/sensitivity.ts'
import { sensitivityMethods } from '../../studies/sensitivity/study.ts'
import { styleOfOutput } from '../console/layout.ts'
import type { OptionValues } from '../console/command.ts'
import { dataFrom, flagOption, formsFrom, givenNumber, settingsFrom, textOption } from '../console/options.ts'
import { askedOutcome } from '../console/outcome.ts'
import { showProgress } from '../console/progress.ts'
import { addingFrom, speaker } from '../console/say.ts'
import { studyExitCode } from './studyResults.ts'
import { print } from '../console/print.ts'

/** Prints a sensitivity analysis. @returns the exit code */
export async function printSensitivity(scenario: string, options: OptionValues): Promise<number> {
  const asked = optionsFrom(options)
  const out = textOption(options, 'out')
  if (out !== undefined) requireRoom(out)
  const quiet = flagOption(options, 'quiet')
  const say = speaker(options)
  const progress = showProgress(quiet)
  const { study, outcomes } = await sensitivity(scenario, {
    ...asked,
    onWarning: say,
    onEstimate: quiet ? undefined : announce,
    onProgress: progress.update,
  }).finally(progress.finish)
  // Printed before it is written: the runs of an hour are not lost where the folder cannot be written to.
  if (flagOption(options, 'json')) process.stdout.write(sensitivityJson(study))
  else print(sensitivityText(study, styleOfOutput().width))
  if (out !== undefined) {
    const files = { 'sensitivity.json': sensitivityJson(study), 'sensitivity.csv': sensitivityCsv(study) }
    await addOrCreate(out, files, study, addingFrom(options))
  }
  const goodReplicates = outcomes.filter(Number.isFinite).length
  return studyExitCode({ interrupted: false, replicates: outcomes.length, goodReplicates })
}

function optionsFrom(options: OptionValues): SensitivityOptions {
  const [method, factors] = [textOption(options, 'method'), textOption(options, 'factors')]
  return {
    method: method === undefined ? undefined : oneOf('--method', method, sensitivityMethods),
    factors: factors === undefined ? undefined : oneOf('--factors', factors, factorKinds),
    ...askedOutcome(options),
    against: textOption(options, 'against'),
    replicates: givenNumber(options, 'replicates'),
    seed: givenNumber(options, 'seed'),
    forms: formsFrom(options),
    set: settingsFrom(options),
    data: dataFrom(options),
    workers: givenNumber(options, 'workers'),
  }
}

function announce(seconds: number, runs: number): void {
  process.stderr.write(`${runs} runs of the model; about ${durationText(seconds)} in all.\n`)
}

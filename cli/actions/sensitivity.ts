/** Asks which parameters an outcome hangs on and prints what is found; with `--out` it is written too. */
import { sensitivityCsv, sensitivityJson } from '../../reports/tables/sensitivity.ts'
import { durationText } from '../../reports/words/numbers.ts'
import { addOrCreate, requireRoom } from '../../reports/write/addFinding.ts'
import {
  sensitivities,
  sensitivity,
  type SensitivitiesOptions,
  type SensitivityResult,
} from '../../studies/sensitivity/sensitivity.ts'
import type { OptionValues } from '../console/command.ts'
import { flagOption, givenNumber, textOption } from '../console/options.ts'
import { showProgress } from '../console/progress.ts'
import { addingFrom, speaker } from '../console/say.ts'
import { sensitivityFrom, sensitivityQuestion } from '../console/sensitivityOptions.ts'
import { studyExitCode } from './studyResults.ts'
import { printFinding } from './printStudy.ts'

/** Prints a sensitivity analysis. @returns the exit code */
export async function printSensitivity(scenario: string, options: OptionValues): Promise<number> {
  // Read first, so that a misspelt outcome is said at once.
  const question = sensitivityQuestion(options)
  const asked = { ...sensitivityFrom(options), workers: givenNumber(options, 'workers') }
  const out = textOption(options, 'out')
  if (out !== undefined) requireRoom(out)
  const quiet = flagOption(options, 'quiet')
  const say = speaker(options)
  const progress = showProgress(quiet)
  const results = await ask(scenario, question, {
    ...asked,
    onWarning: say,
    onEstimate: quiet ? undefined : announce,
    onProgress: progress.update,
  }).finally(progress.finish)
  const [study, ...others] = results.map((result) => result.study)
  // Printed before it is written: the runs of an hour are not lost where the folder cannot be written to.
  printFinding([study, ...others], options)
  if (out !== undefined) {
    const files = {
      'sensitivity.json': sensitivityJson(study, others),
      'sensitivity.csv': sensitivityCsv(study, others),
    }
    await addOrCreate(out, files, study, addingFrom(options))
  }
  const goodReplicates = Math.min(...results.map(({ outcomes }) => outcomes.filter(Number.isFinite).length))
  return studyExitCode({ interrupted: false, replicates: study.replicates, goodReplicates })
}

/** Of a condition, or of one outcome or several in the same runs. */
async function ask(
  scenario: string,
  question: ReturnType<typeof sensitivityQuestion>,
  asked: Omit<SensitivitiesOptions, 'outcomes'>,
): Promise<readonly SensitivityResult[]> {
  if ('outcomes' in question) return await sensitivities(scenario, { ...asked, ...question })
  return [await sensitivity(scenario, { ...asked, ...question })]
}

function announce(seconds: number, runs: number): void {
  process.stderr.write(`${runs} runs of the model; about ${durationText(seconds)} in all.\n`)
}

/** Prints the trace of one replicate of a scenario and its baseline. */
import { usageError } from '../../engine/run/errors.ts'
import { replayText } from '../../reports/text/replayText.ts'
import { replay } from '../../studies/explanation/replay.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { flagOption, givenNumber, textOption } from '../console/options.ts'
import { designFrom } from '../console/studyOptions.ts'

/** Prints a replicate, as text or as JSON. @returns the exit code */
export async function printReplay(scenario: string, options: OptionValues): Promise<number> {
  const replicate = givenNumber(options, 'replicate')
  if (replicate === undefined) throw usageError('--replicate: say which one, as in --replicate 17 (they start at 0)')
  const { seed, sampler } = designFrom(options)
  const trace = replay(scenario, { replicate, seed, sampler, baseline: textOption(options, 'baseline') })
  process.stdout.write(flagOption(options, 'json') ? `${JSON.stringify(trace)}\n` : replayText(trace))
  return exitCode.done
}

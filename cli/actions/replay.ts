/** Runs one replicate of a scenario and its baseline in this thread and prints its trace. */
import { usageError } from '../../engine/run/errors.ts'
import { exitCode } from '../console/failure.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { traceReplicate } from '../../engine/model/explain/trace.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import { replayText } from '../../reports/text/replayText.ts'
import { samplingOf } from '../../scenarios/parameters/sampling.ts'
import type { OptionValues } from '../console/command.ts'
import { textOption, samplerFrom, numberOption, flagOption } from '../console/options.ts'
import { defaultSeed } from '../../studies/plan/defaults.ts'
import { loadStudyInputs } from '../../studies/plan/inputs.ts'

/** `replay`: runs one replicate again and prints its story, year by year. */
export async function printReplay(scenario: string, options: OptionValues): Promise<number> {
  const replicate = options['replicate']
  if (typeof replicate !== 'number')
    throw usageError('--replicate: say which one, as in --replicate 17 (they start at 0)')
  const inputs = loadStudyInputs('run', [scenario], textOption(options, 'baseline'))
  const compiled = inputs.scenarios.map((one) => one.compiled)
  const sampling = samplingOf(inputs.design, samplerFrom(options))
  const workspace = createWorkspace(inputs.industry, inputs.laws, compiled, sampling)
  const trace = traceReplicate(
    workspace,
    rootKey(numberOption(options, 'seed', inputs.design.seed ?? defaultSeed)),
    replicate,
  )
  process.stdout.write(flagOption(options, 'json') ? `${JSON.stringify(trace)}\n` : replayText(trace))
  return exitCode.done
}

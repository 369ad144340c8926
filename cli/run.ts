/** `plantshift run`: one scenario against its baseline, or a published paper's closure beside its numbers. */
import type { CommandDefinition } from './console/command.ts'
import { dataFrom, studyOptions, flagOption, openOption } from './console/options.ts'

export const runCommand: CommandDefinition = {
  usage: 'run <scenario>',
  summary: 'run one scenario against its baseline',
  description:
    'Runs a scenario, by its name in the library or the path of its file, against its baseline, and prints what changes and ' +
    'how sure that is. Writes a folder of tables.\n\n' +
    "run replication/head-mayer-melitz puts a published paper's model through the same functions and prints our number beside each of its.",
  example: `
plantshift run usmca-2025-tariffs --replicates 200 --out out/tariffs
plantshift run my-rule.yaml --baseline content-85 --seed 7
plantshift run replication/head-mayer-melitz`,
  options: [...studyOptions, openOption],
  action: async ([scenario], options) => {
    const { isReplication, printReplication } = await import('./actions/replication.ts')
    if (isReplication(scenario)) return printReplication(dataFrom(options), flagOption(options, 'json'))
    const { runScenarios } = await import('./actions/study.ts')
    return runScenarios('run', [scenario], options)
  },
}

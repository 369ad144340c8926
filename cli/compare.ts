/** `plantshift compare`: any number of scenarios against one of them, or against another. */
import type { CommandDefinition } from './console/command.ts'
import { fullOption, openOption, studyOptions, informationOption } from './console/options.ts'

export const compareCommand: CommandDefinition = {
  usage: 'compare <scenarios...>',
  summary: 'run several scenarios on the same draws and compare them',
  description:
    'Runs scenarios, by name or path, on the same draws and prints the difference of each from the baseline. ' +
    'The baseline is the first one unless --baseline says otherwise. Three or more scenarios are also judged as options: which ' +
    'is how likely to be the best, and what it leaves on the table. They are printed on one screen; --full prints every table.',
  example: `
plantshift compare base content-85 usmca-2025-tariffs --replicates 200 --out out/options
plantshift compare content-85 threat-only --baseline base`,
  options: [...studyOptions, informationOption, fullOption, openOption],
  action: async (scenarios, options) => {
    const { runScenarios } = await import('./actions/study.ts')
    return runScenarios('compare', scenarios, options)
  },
}

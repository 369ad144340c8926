/** `plantshift data`: a copy of the shipped data to change, and what is wrong or different in such a folder. */
import type { CommandDefinition } from './console/command.ts'
import { jsonOption, quietOption } from './console/options.ts'

export const dataCommand: CommandDefinition = {
  usage: 'data <action> <folder>',
  summary: 'copy the data to a folder of your own, or check such a folder',
  description:
    'copy: writes the files of the industry into a new folder, with README.md, which describes every column. Change what you know ' +
    'better there (docs/data.md says how a plant, a maker, a nameplate or a figure is added) and give the folder to other ' +
    'commands by --data.\n\n' +
    'check: reads such a folder as a run would, lists everything wrong by file, line and column, and says which files are not as ' +
    'shipped, with the rows that are new, changed or gone. Exit code 65 when something is wrong.',
  example: `
plantshift data copy my-data
plantshift data check my-data
plantshift run usmca-2025-tariffs --data my-data`,
  choices: { action: ['copy', 'check'] },
  options: [jsonOption, quietOption],
  action: async ([action, folder], options) => {
    const { data } = await import('./actions/data.ts')
    return data(action, folder, options)
  },
}

/** `plantshift scenarios`: the library. */
import type { CommandDefinition } from './console/command.ts'
import { jsonOption, flagOption } from './console/options.ts'

export const scenariosCommand: CommandDefinition = {
  usage: 'scenarios',
  summary: 'list the scenarios of the library',
  description: 'Lists the scenarios that come with the program: name, title and the question each answers.',
  example: 'plantshift scenarios',
  options: [jsonOption],
  action: async (_, options) => {
    const { printLibrary } = await import('./actions/library.ts')
    return printLibrary(flagOption(options, 'json'))
  },
}

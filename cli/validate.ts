/** `plantshift validate`: checks scenario and sweep files without running them. */
import type { CommandDefinition } from './console/command.ts'
import { dataFrom, dataOption, jsonOption, flagOption } from './console/options.ts'

export const validateCommand: CommandDefinition = {
  usage: 'validate <files...>',
  summary: 'check scenario and sweep files and list every problem',
  description:
    'Reads scenarios, by path or by name in the library, and sweep files, as a run would, and lists all problems with file, line and column. ' +
    'Exit code 65 when there are any.',
  example: 'plantshift validate my-rule.yaml my-sweep.yaml',
  options: [dataOption, jsonOption],
  action: async (files, options) => {
    const { printVerdicts } = await import('./actions/validate.ts')
    return printVerdicts(files, dataFrom(options), flagOption(options, 'json'))
  },
}

/** `plantshift init`: a scenario file to start from. */
import type { CommandDefinition } from './console/command.ts'
import { quietOption } from './console/options.ts'

export const initCommand: CommandDefinition = {
  usage: 'init <name>',
  summary: 'write a scenario file to start from',
  description:
    'Writes NAME.yaml, which extends another scenario and says in comments what may be changed, each with an example. The file is ' +
    'right as it stands: it can be validated and run before anything is changed in it.',
  example: `
plantshift init my-rule --from usmca-2025-tariffs
plantshift validate my-rule.yaml`,
  options: [
    { flags: '--from <scenario>', description: 'scenario that it extends, by name or path (default: base)' },
    { flags: '--force', description: 'replace the file where it is there' },
    quietOption,
  ],
  action: async ([name], options) => {
    const { writeStarter } = await import('./actions/init.ts')
    return writeStarter(name, options)
  },
}

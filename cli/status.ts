/** `plantshift status`: how far a run or sweep is. */
import type { CommandDefinition } from './console/command.ts'
import { jsonOption, flagOption } from './console/options.ts'

export const statusCommand: CommandDefinition = {
  usage: 'status <folder>',
  summary: 'say how far a run or sweep is',
  description:
    'Reads the plan and counts the blocks in a result folder. Changes nothing, and may be asked while a run is at work.',
  example: 'plantshift status out/usmca-2025-tariffs',
  options: [jsonOption],
  action: async ([folder], options) => {
    const { printStatus } = await import('./actions/status.ts')
    return printStatus(folder, flagOption(options, 'json'))
  },
}

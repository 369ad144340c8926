/** `plantshift status`: how far a run or sweep is. */
import type { CommandDefinition } from './console/command.ts'
import { engineOptions } from './console/engineOptions.ts'
import { jsonOption } from './console/options.ts'

export const statusCommand: CommandDefinition = {
  usage: 'status <folder>',
  summary: 'say how far a run or sweep is',
  description:
    'Reads the plan and counts the blocks in a result folder. Changes nothing, and may be asked while a run is at work. ' +
    'With --engine it says what the engine has of it, what is held or failed, and the command that helps.',
  example: `
plantshift status out/usmca-2025-tariffs
plantshift status out/usmca-2025-tariffs --engine slurm`,
  options: [...engineOptions, jsonOption],
  action: async ([folder], options) => {
    const { printStatus } = await import('./actions/status.ts')
    return await printStatus(folder, options)
  },
}

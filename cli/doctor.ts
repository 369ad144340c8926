/** `plantshift doctor`: how well the data fit what they should add up to, and how well each part is known. */
import type { CommandDefinition } from './console/command.ts'
import { flagOption, jsonOption } from './console/options.ts'

export const doctorCommand: CommandDefinition = {
  usage: 'doctor',
  summary: 'check the data: totals against references, and what rests on which evidence',
  description:
    'Loads the industry and prints its totals beside national figures, how much of the volume is sourced, derived or ' +
    'approximate, and the rules by which missing figures were filled in.',
  example: 'plantshift doctor',
  options: [jsonOption],
  action: async (_, options) => {
    const { printFit } = await import('./actions/doctor.ts')
    return printFit(flagOption(options, 'json'))
  },
}

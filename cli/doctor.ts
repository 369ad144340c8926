/** `plantshift doctor`: how well the data fit what they should add up to, and the model what others have published. */
import type { CommandDefinition } from './console/command.ts'
import { replicatesOption, seedOption, workersOption, jsonOption, quietOption, flagOption } from './console/options.ts'

export const doctorCommand: CommandDefinition = {
  usage: 'doctor',
  summary: 'check the data against references, or with --model the engine against published results',
  description:
    'Loads the industry and prints its totals beside national figures, how much of the volume is sourced, derived or ' +
    'approximate, and the rules by which missing figures were filled in.\n\n' +
    'With --model it runs the scenarios of published results (300 replicates unless --replicates says otherwise) and prints ' +
    'our numbers beside theirs, misses included.',
  example: `
plantshift doctor
plantshift doctor --model --replicates 100`,
  options: [
    { flags: '--model', description: 'put the engine beside published results' },
    { flags: '--write [file]', description: 'with --model, write the page as well (default: docs/checks.md)' },
    replicatesOption,
    seedOption,
    workersOption,
    jsonOption,
    quietOption,
  ],
  action: async (_, options) => {
    if (flagOption(options, 'model')) {
      const { printChecks } = await import('./actions/doctorModel.ts')
      return printChecks(options)
    }
    const { printFit } = await import('./actions/doctor.ts')
    return printFit(flagOption(options, 'json'))
  },
}

/** `plantshift doctor`: how well the data fit what they should add up to, and the model what others have published. */
import type { CommandDefinition } from './console/command.ts'
import {
  dataFrom,
  dataOption,
  replicatesOption,
  seedOption,
  workersOption,
  jsonOption,
  quietOption,
  flagOption,
} from './console/options.ts'

export const doctorCommand: CommandDefinition = {
  usage: 'doctor',
  summary: 'check the data against references, or the engine against published results or against 2025',
  description:
    'Loads the industry and prints its totals beside national figures, how much of the volume is sourced, derived or ' +
    'approximate, and the rules by which missing figures were filled in.\n\n' +
    'With --model it runs the scenarios of published results (300 replicates unless --replicates says otherwise) and prints ' +
    'our numbers beside theirs, misses included. With --outcomes it puts 2025 as it happened beside the engine under the rules in ' +
    'force, misses first. With --policy it says of every rate in the scenario library which row of tariffs.csv it rests on, and names ' +
    'those that rest on none.',
  example: `
plantshift doctor
plantshift doctor --model --replicates 100
plantshift doctor --outcomes
plantshift doctor --policy
plantshift doctor --data my-data`,
  options: [
    { flags: '--model', description: 'put the engine beside published results' },
    { flags: '--policy', description: 'put every rate of the scenario library beside the list of duties' },
    { flags: '--full', description: 'with --policy, list the rates that are found as well' },
    { flags: '--outcomes', description: 'put the engine beside what happened in 2025' },
    {
      flags: '--write [file]',
      description: 'with --model or --outcomes, write the page as well (default: docs/checks.md or docs/validation.md)',
    },
    dataOption,
    replicatesOption,
    seedOption,
    workersOption,
    jsonOption,
    quietOption,
  ],
  action: async (_, options) => {
    if (flagOption(options, 'policy')) {
      const { printPolicy } = await import('./actions/doctorPolicy.ts')
      return printPolicy(options)
    }
    if (flagOption(options, 'model') || flagOption(options, 'outcomes')) {
      const { printChecks, printOutcomes } = await import('./actions/doctorModel.ts')
      return flagOption(options, 'model') ? printChecks(options) : printOutcomes(options)
    }
    const { printFit } = await import('./actions/doctor.ts')
    return printFit(dataFrom(options), flagOption(options, 'json'))
  },
}

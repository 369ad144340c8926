/** `plantshift verify`: is what is in a result folder what this program computes? */
import type { CommandDefinition } from './console/command.ts'
import { wholeNumber, seedOption, movedDataOption, jsonOption, quietOption } from './console/options.ts'

export const verifyCommand: CommandDefinition = {
  usage: 'verify <folder>',
  summary: 'check a result: its blocks, and some of them computed anew',
  description:
    'Reads every block of a result and checks its hash, then computes some of them again, chosen by --seed, and compares every ' +
    'number to the bit. Exit code 1 when anything differs.',
  example: 'plantshift verify out/usmca-2025-tariffs --blocks 3',
  options: [
    {
      flags: '--blocks <count>',
      description: 'blocks to compute again (default: 3)',
      parse: wholeNumber('--blocks', 0),
    },
    { ...seedOption, description: 'seed by which blocks are chosen (default: 1)' },
    movedDataOption,
    jsonOption,
    quietOption,
  ],
  action: async ([folder], options) => {
    const { printVerification } = await import('./actions/verify.ts')
    return printVerification(folder, options)
  },
}

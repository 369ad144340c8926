/** `plantshift work`: computes blocks of a run that was handed out; what every engine calls. */
import type { CommandDefinition } from './console/command.ts'
import { movedDataOption, pathNamed, quietOption, wholeNumber, workersOption } from './console/options.ts'

export const workCommand: CommandDefinition = {
  usage: 'work <folder>',
  summary: 'compute blocks of a run that was handed out',
  description:
    'Computes blocks of replicates of a result folder and keeps each as soon as it is done, beside any number of other workers on ' +
    'any machines: blocks by their numbers, the share of one task of a round, or all that is missing. ' +
    'What is there already is not computed again. Ends with 0 when all is done, with 75 when more is left for another time, and with ' +
    '65 or 78 when no other time would help.',
  example: `
plantshift work out/usmca-2025-tariffs --blocks 40-79
plantshift work out/usmca-2025-tariffs --round 1 --task 3
plantshift work out/usmca-2025-tariffs --blocks 80-99 --store blocks-of-this-machine`,
  options: [
    { flags: '--blocks <numbers>', description: 'blocks over all parts, as in 0-39,44', parse: (text) => text },
    {
      flags: '--round <number>',
      description: 'blocks of one task of this round, which submit or resume has handed out',
      parse: wholeNumber('--round', 1),
    },
    { flags: '--task <number>', description: 'the task of the round, from 0', parse: wholeNumber('--task', 0) },
    {
      flags: '--store <folder>',
      description: 'keep blocks there, where the result folder is not on a shared disk; gather --store takes them in',
      parse: pathNamed('--store'),
    },
    {
      ...workersOption,
      description: 'threads; changes nothing but time (default: what Slurm allots, else all processors)',
    },
    movedDataOption,
    quietOption,
  ],
  action: async ([folder], options) => {
    const { work } = await import('./actions/work.ts')
    return await work(folder, options)
  },
}

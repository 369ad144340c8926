/** `plantshift work`: computes blocks of a run that was handed out; what every engine calls. */
import type { CommandDefinition } from './console/command.ts'
import { redisOption } from './console/engineOptions.ts'
import { movedDataOption, pathNamed, quietOption, wholeNumber, workersOption } from './console/options.ts'

export const workCommand: CommandDefinition = {
  usage: 'work <folder>',
  summary: 'compute blocks of a run that was handed out',
  description:
    'Computes blocks of replicates of a result folder and keeps each as soon as it is done, beside any number of other workers on ' +
    'any machines: blocks by their numbers, the share of one task of a round, what a queue hands out, or all that is missing. ' +
    'What is there already is not computed again. Ends with 0 when all is done, with 75 when more is left for another time, and with ' +
    '65 or 78 when no other time would help.',
  example: `
plantshift work out/usmca-2025-tariffs --blocks 40-79
plantshift work out/usmca-2025-tariffs --round 1 --task 3
plantshift work out/usmca-2025-tariffs --engine bullmq --store blocks-of-this-machine`,
  options: [
    { flags: '--blocks <numbers>', description: 'blocks over all parts, as in 0-39,44', parse: (text) => text },
    {
      flags: '--round <number>',
      description: 'blocks of one task of this round, which submit or resume has handed out',
      parse: wholeNumber('--round', 1),
    },
    { flags: '--task <number>', description: 'the task of the round, from 0', parse: wholeNumber('--task', 0) },
    {
      flags: '--engine <name>',
      description: 'bullmq: take blocks from a queue on Redis, until the result is there or nothing comes any more',
      parse: (text) => text,
    },
    redisOption,
    {
      flags: '--idle <seconds>',
      description: 'leave after so many seconds without a block (default: stay until the result is there)',
      parse: wholeNumber('--idle', 1),
    },
    {
      flags: '--lock <seconds>',
      description:
        'a worker that says nothing for so long is taken for dead, and its block is given to another (default: 60)',
      parse: wholeNumber('--lock', 1, 3600),
    },
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

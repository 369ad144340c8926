/** `plantshift replay`: one replicate again, traced year by year. */
import type { CommandDefinition } from './console/command.ts'
import { wholeNumber, seedOption, samplerOption, baselineOption, jsonOption } from './console/options.ts'

export const replayCommand: CommandDefinition = {
  usage: 'replay <scenario>',
  summary: 'trace one replicate year by year',
  description:
    'Runs a single replicate of a scenario and of its baseline again and prints its parameters, the regime of every year, every ' +
    'move with its gain and cost, and the main outcomes. Replicates are numbered from 0.',
  example: `
plantshift replay usmca-2025-tariffs --replicate 17
plantshift replay usmca-2025-tariffs --replicate 17 --seed 7 --json`,
  options: [
    {
      flags: '--replicate <number>',
      description: 'number of the replicate, from 0',
      parse: wholeNumber('--replicate', 0, 4_294_967_295),
    },
    seedOption,
    samplerOption,
    baselineOption,
    jsonOption,
  ],
  action: async ([scenario], options) => {
    const { printReplay } = await import('./actions/replay.ts')
    return printReplay(scenario, options)
  },
}

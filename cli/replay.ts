/** `plantshift replay`: one replicate again, traced year by year. */
import type { CommandDefinition } from './console/command.ts'
import {
  wholeNumber,
  seedOption,
  samplerOption,
  formOption,
  setOption,
  dataOption,
  baselineOption,
  jsonOption,
} from './console/options.ts'

export const replayCommand: CommandDefinition = {
  usage: 'replay <scenario-or-folder>',
  summary: 'trace one replicate year by year',
  description:
    'Runs a single replicate of a scenario and of its baseline again and prints its parameters, the regime of every year, every ' +
    'move with its gain and cost, and the main outcomes. Replicates are numbered from 0. Given the folder of a result, seed, ' +
    'sampler and scenarios are those of its plan, and --scenario chooses one of them, or a point of a sweep.',
  example: `
plantshift replay usmca-2025-tariffs --replicate 17
plantshift replay usmca-2025-tariffs --replicate 17 --seed 7 --json
plantshift replay out/usmca-2025-tariffs --replicate 17 --scenario base`,
  options: [
    {
      flags: '--replicate <number>',
      description: 'number of the replicate, from 0',
      parse: wholeNumber('--replicate', 0, 4_294_967_295),
    },
    { flags: '--scenario <name>', description: 'which scenario of a result (default: the one that it is about)' },
    seedOption,
    samplerOption,
    formOption,
    setOption,
    { ...dataOption, description: `${dataOption.description}; of a result, where its data are now` },
    baselineOption,
    jsonOption,
  ],
  action: async ([given], options) => {
    const { printReplay } = await import('./actions/replay.ts')
    return printReplay(given, options)
  },
}

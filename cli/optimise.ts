/** `plantshift optimise`: the level of a lever that peaks an outcome. */
import type { CommandDefinition } from './console/command.ts'
import { partialOption, studyOptions } from './console/options.ts'
import { outcomeOption, whenOptions } from './console/outcomeOptions.ts'

export const optimiseCommand: CommandDefinition = {
  usage: 'optimise <sweep>',
  summary: 'find the level of a lever that makes most, or least, of an outcome',
  description:
    'Takes a sweep file, which it runs as sweep does, or the folder of a sweep that was run, and finds the level of a ' +
    'numeric lever at which the mean outcome peaks, how surely, and how flat the top is, at each combination of the ' +
    'other levers. Writes optimum.json and optimum.csv into the folder.',
  example: `
plantshift optimise content-laffer.yaml --lever content --outcome partsJobs.US
plantshift optimise out/content-laffer --lever content --outcome priceIndex.US --least --difference`,
  options: [
    { flags: '--lever <name>', description: 'lever of the sweep whose best level is sought (default: the only one)' },
    outcomeOption,
    ...whenOptions,
    { flags: '--difference', description: 'look at the difference from the baseline in the same replicate' },
    { flags: '--least', description: 'seek the least of the outcome, not the most' },
    partialOption,
    ...studyOptions.filter(({ flags }) => !flags.startsWith('--baseline')),
  ],
  action: async ([sweep], options) => {
    const { printOptimum } = await import('./actions/optimise.ts')
    return await printOptimum(sweep, options)
  },
}

/** `plantshift optimise`: the level of a lever that peaks an outcome. */
import type { CommandDefinition } from './console/command.ts'
import { partialOption, studyOptions } from './console/options.ts'
import { goalsOption, thresholdOption, whenOptions } from './console/outcomeOptions.ts'

export const optimiseCommand: CommandDefinition = {
  usage: 'optimise <sweep>',
  summary: 'find the level of a lever that makes most, or least, of an outcome',
  description:
    'Takes a sweep file, which it runs as sweep does, or the folder of a sweep that was run, and finds the level of a ' +
    'numeric lever at which the mean outcome peaks, how surely, and how flat the top is, at each combination of the ' +
    'other levers. Writes optimum.json and optimum.csv into the folder. Of several outcomes, or with thresholds, it says which ' +
    'points of the sweep are on the Pareto front and how surely, which has the least regret, and which keeps the thresholds in ' +
    'most futures, and writes front.json and front.csv.',
  example: `
plantshift optimise content-laffer.yaml --lever content --outcome partsJobs.US
plantshift optimise out/content-laffer --lever content --outcome priceIndex.US --least --difference
plantshift optimise out/grid --outcome output.US --outcome priceIndex.US:least --threshold "change(output.MX) > -1e6"`,
  options: [
    { flags: '--lever <name>', description: 'lever of the sweep whose best level is sought (default: the only one)' },
    goalsOption,
    ...whenOptions,
    thresholdOption,
    { flags: '--difference', description: 'look at the difference from the baseline in the same replicate' },
    { flags: '--least', description: 'seek the least of the outcome, not the most' },
    partialOption,
    ...studyOptions.filter(({ flags }) => !/^--(baseline|set) /.test(flags)),
  ],
  action: async ([sweep], options) => {
    const { printOptimum } = await import('./actions/optimise.ts')
    return await printOptimum(sweep, options)
  },
}

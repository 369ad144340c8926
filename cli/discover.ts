/** `plantshift discover`: where an option fails. */
import type { CommandDefinition } from './console/command.ts'
import {
  forceOption,
  pathNamed,
  figureOption,
  breakLockOption,
  rawCsvOption,
  jsonOption,
  quietOption,
  partialOption,
  movedDataOption,
} from './console/options.ts'
import { outcomeOption, whenOptions } from './console/outcomeOptions.ts'

export const discoverCommand: CommandDefinition = {
  usage: 'discover <folder>',
  summary: 'say where in its levers and parameters an option fails',
  description:
    'Reads the replicates of a result (of run, compare or sweep) and finds the boxes of parameters, and of the levers of ' +
    'a sweep, in which an outcome is unusually often below or above a figure: patient rule induction on half of the ' +
    'replicates, judged on the other half, and a tree beside it. Writes discovery.json, discovery.csv and discovery-curve.csv there.',
  example: `
plantshift discover out/usmca-2025-tariffs --outcome partsJobs.US --below 0 --difference
plantshift discover out/content-laffer --outcome priceIndex.US@2036 --above 1.003 --factors levers,parameters
plantshift discover out/usmca-2025-tariffs --when "change(output.MX) < -5e5 and priceIndex.US > 102"`,
  options: [
    outcomeOption,
    ...whenOptions,
    figureOption('below', 'it fails where the outcome is below this figure'),
    figureOption('above', 'it fails where the outcome is above this figure'),
    { flags: '--difference', description: 'look at the difference from the baseline in the same replicate' },
    {
      flags: '--scenario <name>',
      description: 'scenario or point to look at (default: the one asked about; all points of a sweep)',
    },
    { flags: '--factors <kinds>', description: 'levers, parameters, or both with a comma (default: both)' },
    {
      flags: '--box <step>',
      description:
        'take this step of the search for the first box, as 7, or the first with a density, density=0.8, or the last with a ' +
        'coverage, coverage=0.5, in place of the one that the rule chooses',
    },
    {
      flags: '--out <file>',
      description: 'write the JSON to this file, and nothing into the folder',
      parse: pathNamed('--out'),
    },
    { ...forceOption, description: 'replace the file of --out where it is there' },
    partialOption,
    movedDataOption,
    breakLockOption,
    rawCsvOption,
    jsonOption,
    quietOption,
  ],
  action: async ([folder], options) => {
    const { printDiscovery } = await import('./actions/discover.ts')
    return await printDiscovery(folder, options)
  },
}

/** `plantshift sensitivity`: which uncertain parameters an outcome hangs on. */
import type { CommandDefinition } from './console/command.ts'
import {
  pathNamed,
  replicatesOption,
  seedOption,
  formOption,
  setOption,
  dataOption,
  workersOption,
  breakLockOption,
  rawCsvOption,
  jsonOption,
  quietOption,
} from './console/options.ts'
import { sensitivityOptions } from './console/questionOptions.ts'
import { sensitivityReplicates } from '../studies/plan/defaults.ts'

export const sensitivityCommand: CommandDefinition = {
  usage: 'sensitivity <scenario>',
  summary: 'say which uncertain parameters an outcome hangs on, and how much is chance',
  description:
    'Varies the uncertain parameters of a scenario, and the chance of lines and shocks beside them, and says how ' +
    'much of an outcome each explains. Methods: sobol, shares of variance; morris, a screening by steps; pawn, ' +
    'shifts of the whole distribution, and shares of variance by bins, from a plain sample; oat, one at a time from ' +
    'its 5% to its 95% quantile.',
  example: `
plantshift sensitivity usmca-2025-tariffs --outcome output.MX --against base --replicates 300
plantshift sensitivity threat-only --method morris --outcome assemblyJobs.US@2030 --factors parameters
plantshift sensitivity path-2026 --outcome output.MX --outcome priceIndex.US@2027 --against base`,
  options: [
    ...sensitivityOptions,
    { ...replicatesOption, description: `runs of the model in all, at most (default: ${sensitivityReplicates})` },
    seedOption,
    formOption,
    setOption,
    dataOption,
    workersOption,
    {
      flags: '--out <folder>',
      description: 'write sensitivity.json and sensitivity.csv there: a new folder, or that of a result',
      parse: pathNamed('--out'),
    },
    breakLockOption,
    rawCsvOption,
    jsonOption,
    quietOption,
  ],
  action: async ([scenario], options) => {
    const { printSensitivity } = await import('./actions/sensitivity.ts')
    return printSensitivity(scenario, options)
  },
}

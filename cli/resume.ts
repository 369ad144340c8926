/** `plantshift resume`: goes on with a run or sweep that was broken off, or makes a finished one longer. */
import type { CommandDefinition } from './console/command.ts'
import { engineOptions, waitOption } from './console/engineOptions.ts'
import {
  replicatesOption,
  workersOption,
  movedDataOption,
  breakLockOption,
  rawCsvOption,
  informationOption,
  viewOption,
  fullOption,
  openOption,
  jsonOption,
  quietOption,
} from './console/options.ts'

export const resumeCommand: CommandDefinition = {
  usage: 'resume <folder>',
  summary: 'go on with a run that was broken off, or make it longer',
  description:
    'Takes up a run, comparison or sweep from its folder: blocks that are there are checked and kept, the others are computed, ' +
    'and the tables are those of a run that was never broken off, to the bit. With --replicates more are added. With --engine exactly what is missing is handed out, and not computed here.',
  example: `
plantshift resume out/usmca-2025-tariffs
plantshift resume out/usmca-2025-tariffs --replicates 5000
plantshift resume out/usmca-2025-tariffs --engine slurm`,
  options: [
    { ...replicatesOption, description: 'replicates in all, no fewer than were planned (default: as planned)' },
    workersOption,
    movedDataOption,
    breakLockOption,
    rawCsvOption,
    informationOption,
    viewOption,
    fullOption,
    openOption,
    jsonOption,
    quietOption,
    ...engineOptions,
    waitOption,
  ],
  action: async ([folder], options) => {
    if (options['engine'] !== undefined) {
      const { handOutAgain } = await import('./actions/submit.ts')
      return await handOutAgain(folder, options)
    }
    const { goOn } = await import('./actions/study.ts')
    return await goOn(folder, options)
  },
}

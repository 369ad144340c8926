/** `plantshift gather`: ends a run whose blocks others have computed. */
import type { CommandDefinition } from './console/command.ts'
import { engineOptions, storeOption, waitOption } from './console/engineOptions.ts'
import {
  breakLockOption,
  fullOption,
  movedDataOption,
  informationOption,
  jsonOption,
  openOption,
  partialOption,
  quietOption,
  rawCsvOption,
  viewOption,
} from './console/options.ts'

export const gatherCommand: CommandDefinition = {
  usage: 'gather <folder>',
  summary: 'write the result of a run whose blocks are computed elsewhere',
  description:
    'Reads the blocks that workers have written and makes the tables and the report of them, the same, to the bit, as those of a run ' +
    'on one machine. Computes nothing. A run that is not whole is refused with exit code 75; with --engine what is missing, or the ' +
    'next batch of a run until a precision, is handed out, with --partial what is there is taken, and every table says so.',
  example: `
plantshift gather out/usmca-2025-tariffs
plantshift gather out/usmca-2025-tariffs --store blocks-of-node-1 --store blocks-of-node-2
plantshift gather out/usmca-2025-tariffs --engine bullmq --wait`,
  options: [
    storeOption,
    partialOption,
    ...engineOptions,
    waitOption,
    movedDataOption,
    {
      flags: '--as-job',
      description: 'as the job that an engine gathers with: goes on where a job like it has died with its machine',
    },
    breakLockOption,
    rawCsvOption,
    informationOption,
    viewOption,
    fullOption,
    openOption,
    jsonOption,
    quietOption,
  ],
  action: async ([folder], options) => {
    const { gather } = await import('./actions/gather.ts')
    return await gather(folder, options)
  },
}

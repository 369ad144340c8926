/** `plantshift sweep`: levers and parameters crossed, paired, listed or read from CSV. */
import type { CommandDefinition } from './console/command.ts'
import { studyOptions, informationOption, openOption } from './console/options.ts'

export const sweepCommand: CommandDefinition = {
  usage: 'sweep <file>',
  summary: 'run a grid of levers and parameters',
  description:
    'Runs every point of a sweep file (levers and parameters crossed, paired, listed or read from CSV) against one baseline, ' +
    'in the same replicates. Writes a folder of tidy tables, and goes on where it was broken off: see resume.',
  example: `
plantshift sweep tariff-and-content.yaml --replicates 200
plantshift resume out/tariff-and-content`,
  // What a sweep is compared with is said by its file.
  options: [...studyOptions.filter(({ flags }) => !flags.startsWith('--baseline ')), informationOption, openOption],
  action: async ([file], options) => {
    const { runSweep } = await import('./actions/study.ts')
    return await runSweep(file, options)
  },
}

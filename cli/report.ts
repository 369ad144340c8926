/** `plantshift report`: every form of a stored result again, without simulating. */
import type { CommandDefinition } from './console/command.ts'
import {
  breakLockOption,
  fullOption,
  jsonOption,
  movedDataOption,
  openOption,
  partialOption,
  quietOption,
  rawCsvOption,
  targetOption,
  viewOption,
} from './console/options.ts'

export const reportCommand: CommandDefinition = {
  usage: 'report <folder>',
  summary: 'make the report of a stored result again',
  description:
    'Reads report.json from a folder of results and writes report.html, brief.html, brief.md, REPRODUCE.md, CITATION.cff, the ' +
    'charts and their tables anew, without simulating, over those that are there. Prints the result as run does. With --view the report is told from the side of ' +
    'another country; with --target it gives the chance that other targets are missed than those of the run.',
  example: `
plantshift report out/usmca-2025-tariffs
plantshift report out/usmca-2025-tariffs --view MX
plantshift report out/usmca-2025-tariffs --json --quiet`,
  options: [
    viewOption,
    targetOption,
    fullOption,
    partialOption,
    movedDataOption,
    breakLockOption,
    rawCsvOption,
    openOption,
    jsonOption,
    quietOption,
  ],
  action: async ([folder], options) => {
    const { reportFolder } = await import('./actions/report.ts')
    return reportFolder(folder, options)
  },
}

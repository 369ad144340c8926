/** `plantshift export`: the outcomes of every replicate as one file for another program. */
import type { CommandDefinition } from './console/command.ts'
import { movedDataOption, pathNamed, quietOption, partialOption, rawCsvOption } from './console/options.ts'

export const exportCommand: CommandDefinition = {
  usage: 'export <folder>',
  summary: 'write the outcomes of every replicate to one file',
  description:
    'One row a scenario, year and replicate, one column an outcome, from the blocks of a result folder. A sweep has the levers ' +
    'of each point in front. Parquet, Arrow, CSV or JSON lines; the numbers are exact.',
  example: `
plantshift export out/usmca-2025-tariffs --format csv --to replicates.csv
plantshift export out/usmca-2025-tariffs --parameters all --years 2036 --to inputs-and-outcomes.parquet
plantshift export out/grid --format parquet --outcomes output.US,output.MX --years 2036 --to grid.parquet`,
  options: [
    { flags: '--format <format>', description: 'csv, parquet, arrow or json (default: by the name of the file)' },
    { flags: '--to <file>', description: 'file to write', parse: pathNamed('--to') },
    { flags: '--outcomes <ids>', description: 'outcomes, with commas between them (default: all that are kept)' },
    { flags: '--years <years>', description: 'years, with commas between them (default: all that are kept)' },
    {
      flags: '--parameters <names>',
      description: 'parameters that each replicate drew, beside its outcomes, with commas between them, or all',
    },
    partialOption,
    movedDataOption,
    rawCsvOption,
    { flags: '--force', description: 'replace the file of --to where it is there' },
    quietOption,
  ],
  action: async ([folder], options) => {
    const { exportResult } = await import('./actions/export.ts')
    return await exportResult(folder, options)
  },
}

/** `plantshift table`: questions to the numbers of a result, without a database. */
import type { CommandDefinition } from './console/command.ts'
import { jsonOption, movedDataOption, partialOption, pathNamed, quietOption, rawCsvOption } from './console/options.ts'

export const tableCommand: CommandDefinition = {
  usage: 'table <folder>',
  summary: 'filter, group and sum up the numbers of a result',
  description:
    'Takes one of the tables of a result folder: replicates (a row a scenario, year and replicate, a column an outcome; parameters ' +
    'that were drawn may be named too), summary, compare, plants, lines or draws. Steps are carried out in the order in which they ' +
    'are written, and may be repeated. Expressions are made of columns, numbers, texts in quotes, operators and functions such as mean, ' +
    'quantile, count; docs/tables.md lists them.',
  example: `
plantshift table out/usmca-2025-tariffs --filter "year == 2036" --groupby scenario --rollup "mean = mean(output.MX), low = quantile(output.MX, 0.05)"
plantshift table out/usmca-2025-tariffs --of plants --filter "closed > 0.1" --orderby -closed --select scenario,plant,closed
plantshift table out/usmca-2025-tariffs --filter "year == 2036" --derive "perVehicle = assemblyJobs.US / output.US" --select scenario,replicate,ownElasticity,perVehicle --to jobs.csv`,
  options: [
    {
      flags: '--of <table>',
      description: 'replicates, summary, compare, plants, lines or draws (default: replicates)',
    },
    {
      flags: '--filter <expression>',
      description: 'keep the rows for which it is true, as in "year == 2036 && status == 0"',
    },
    { flags: '--derive <names>', description: 'new columns, as in "share = output.MX / output.US, high = share > 1"' },
    { flags: '--groupby <columns>', description: 'put rows with the same values there into groups' },
    { flags: '--rollup <names>', description: 'a row a group, as in "mean = mean(output.MX), n = count()"' },
    { flags: '--orderby <columns>', description: 'sort; -column from the highest; rows without a value come last' },
    { flags: '--select <columns>', description: 'these columns alone' },
    { flags: '--limit <count>', description: 'the first rows, of each group where there are groups' },
    {
      flags: '--years <years>',
      description: 'years of replicates to read, with commas between them (default: all that are kept)',
    },
    { flags: '--to <file>', description: 'file to write, in place of the screen', parse: pathNamed('--to') },
    { flags: '--format <format>', description: 'csv, parquet, arrow or json (default: by the name of the file)' },
    partialOption,
    movedDataOption,
    rawCsvOption,
    { flags: '--force', description: 'replace the file of --to where it is there' },
    jsonOption,
    quietOption,
  ],
  action: async ([folder], options, given) => {
    const { tableOfResult } = await import('./actions/table.ts')
    return await tableOfResult(folder, options, given)
  },
}

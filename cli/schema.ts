/** `plantshift schema`: the JSON Schemas of scenario and sweep files. */
import type { CommandDefinition } from './console/command.ts'

export const schemaCommand: CommandDefinition = {
  usage: 'schema [kind]',
  summary: 'print the JSON Schema of scenario or sweep files',
  description:
    'Prints the JSON Schema of scenario files, or with the word sweep that of sweep files, for editors: it holds every key with its ' +
    'unit and range, and the names of levers, outcomes and scenarios. Save it and begin a file with the line\n' +
    '# yaml-language-server: $schema=scenario.schema.json',
  example: `
plantshift schema > scenario.schema.json
plantshift schema sweep > sweep.schema.json`,
  choices: { kind: ['scenario', 'sweep'] },
  options: [],
  action: async ([kind = 'scenario']) => {
    const { printSchema } = await import('./actions/library.ts')
    return printSchema(kind)
  },
}

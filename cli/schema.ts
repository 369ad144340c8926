/** `plantshift schema`: the JSON Schema of scenario files. */
import type { CommandDefinition } from './console/command.ts'

export const schemaCommand: CommandDefinition = {
  usage: 'schema',
  summary: 'print the JSON Schema of scenario files',
  description:
    'Prints the JSON Schema of scenario files, for editors: save it and begin a scenario with the line\n' +
    '# yaml-language-server: $schema=scenario.schema.json',
  example: 'plantshift schema > scenario.schema.json',
  options: [],
  action: async () => {
    const { printSchema } = await import('./actions/library.ts')
    return printSchema()
  },
}

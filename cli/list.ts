/** `plantshift list`: what may be named in commands and files. */
import type { CommandDefinition } from './console/command.ts'
import { flagOption, jsonOption } from './console/options.ts'

export const listCommand: CommandDefinition = {
  usage: 'list <what> [word]',
  summary: 'list levers, parameters, outcomes, makers, plants or nameplates',
  description:
    'Lists what may be named in commands and files, or what of it holds a word: levers (what --set changes, with what each stands at in ' +
    'path-2026), parameters, outcomes, makers, plants and nameplates.',
  example: `
plantshift list levers
plantshift list levers mexico
plantshift list plants silao --json`,
  choices: { what: ['levers', 'parameters', 'outcomes', 'makers', 'plants', 'nameplates'] },
  options: [jsonOption],
  action: async ([what, word], options) => {
    const { printList } = await import('./actions/list.ts')
    return printList(what, word, flagOption(options, 'json'))
  },
}

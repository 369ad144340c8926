/** `plantshift explore`: the page on which anybody pulls a lever and sees which plants move. */
import type { CommandDefinition } from './console/command.ts'
import { flagOption, movedDataOption, partialOption, pathNamed, setOption, wholeNumber } from './console/options.ts'

export const exploreCommand: CommandDefinition = {
  usage: 'explore [scenario-or-folder]',
  summary: 'open the page on which one pulls a lever and sees which plants move',
  description:
    'Serves the explorer on this machine alone (127.0.0.1, a free port) until Ctrl-C, and prints its address. The engine runs in the ' +
    'browser; nothing is sent anywhere. A scenario, by name or path, is what the page opens with; the folder of a result shows that study: its options side by side, and a ' +
    'line for each replicate or point, by what was drawn or set and what came of it. --file writes the ' +
    'page as one file that opens from disk and can be mailed; --static writes it as plain files for any web server.',
  example: `
plantshift explore
plantshift explore usmca-2025-tariffs --open
plantshift explore usmca-2025-tariffs --set us-tariff-mexico=0.1 --open
plantshift explore out/duty-and-content --file duty.html
plantshift explore my-rule.yaml --file explorer.html
plantshift explore --static site`,
  options: [
    { flags: '--open', description: 'open the address in the usual browser' },
    {
      flags: '--port <number>',
      description: 'port of the address (default: a free one)',
      parse: wholeNumber('--port', 1, 65_535),
    },
    {
      flags: '--file <file>',
      description: 'write the page as one file, in place of serving it',
      parse: pathNamed('--file'),
    },
    {
      flags: '--static <folder>',
      description: 'write the page as files for a web server, in place of serving it',
      parse: pathNamed('--static'),
    },
    setOption,
    partialOption,
    movedDataOption,
    { flags: '--force', description: 'replace files of --file or --static that are there' },
  ],
  action: async ([scenario], options) => {
    const { explorePage } = await import('./actions/explore.ts')
    return explorePage(scenario, options, flagOption(options, 'force'))
  },
}

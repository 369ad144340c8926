/** `plantshift explain`: why a plant or a line moved or stayed, and why an entrant came or stayed out. */
import type { CommandDefinition } from './console/command.ts'
import {
  replicatesOption,
  seedOption,
  samplerOption,
  formOption,
  setOption,
  dataOption,
  jsonOption,
} from './console/options.ts'
import { explainReplicates } from '../studies/plan/defaults.ts'

export const explainCommand: CommandDefinition = {
  usage: 'explain <subject>',
  summary: 'say why a plant or a line moved or stayed, or a maker came in',
  description:
    'Runs a scenario and says, for a plant, a nameplate, a maker or a single line, where it ends up and what its maker saw when it first ' +
    'decided: what going elsewhere is worth, and what a vehicle costs from every place, each as a sum. With `--compare` two scenarios stand beside each other. For a maker that may come in (`entrants`): each set of ' +
    'markets and place that it may choose, and what bars it.',
  example: `
plantshift explain "GM Silao" --scenario usmca-2025-tariffs
plantshift explain "Chevrolet Silverado 1500" --scenario threat-only --replicates 200
plantshift explain RAV4 --scenario path-2026 --compare usmca-2025-tariffs
plantshift explain BYD --scenario chinese-entry`,
  options: [
    { flags: '--scenario <scenario>', description: 'scenario to explain it under, by name or path' },
    { flags: '--compare <scenario>', description: 'a second scenario to lay beside it, on the same draws' },
    { ...replicatesOption, description: `number of replicates (default: ${explainReplicates})` },
    seedOption,
    samplerOption,
    formOption,
    setOption,
    dataOption,
    jsonOption,
  ],
  action: async ([subject], options) => {
    const { printExplanation } = await import('./actions/explain.ts')
    return printExplanation(subject, options)
  },
}

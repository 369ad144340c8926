/** `plantshift submit`: a run, comparison or sweep whose blocks an engine computes. */
import type { CommandDefinition } from './console/command.ts'
import { engineOptions, waitOption } from './console/engineOptions.ts'
import { studyOptions } from './console/options.ts'

export const submitCommand: CommandDefinition = {
  usage: 'submit <scenario...>',
  summary: 'hand a run, comparison or sweep out to a cluster',
  description:
    'Makes the plan and the folder of a run (one scenario), a comparison (several) or a sweep (a sweep file), and hands its blocks ' +
    'out to an engine: processes of this machine, Slurm, a queue on Redis, or Kubernetes. The result is the same, to the bit, as that ' +
    'of run, compare or sweep. See docs/cluster.md.',
  example: `
plantshift submit usmca-2025-tariffs --engine local --replicates 200 --out out/tariffs
plantshift submit usmca-2025-tariffs --engine slurm --tasks 40 --cpus 8 --time 02:00:00 --dry-run
plantshift status out/usmca-2025-tariffs --engine slurm`,
  options: [
    ...engineOptions,
    { flags: '--dry-run', description: 'print what would be handed out, and do nothing' },
    waitOption,
    ...studyOptions.filter(({ flags }) => !flags.startsWith('--workers')),
  ],
  action: async (scenarios, options) => {
    const { submit } = await import('./actions/submit.ts')
    return await submit(scenarios, options)
  },
}

/** `plantshift submit`: a run, comparison, sweep or sensitivity analysis whose blocks an engine computes. */
import type { CommandDefinition } from './console/command.ts'
import { engineOptions, waitOption } from './console/engineOptions.ts'
import { openOption, studyOptions } from './console/options.ts'
import { sensitivityOptions } from './console/questionOptions.ts'

export const submitCommand: CommandDefinition = {
  usage: 'submit <scenario...>',
  summary: 'hand a run, comparison, sweep or sensitivity analysis out to a cluster',
  description:
    'Makes the plan and the folder of a run (one scenario), a comparison (several), a sweep (a sweep file) or, where the first word is ' +
    'sensitivity, of a sensitivity analysis, and hands its blocks out to an engine: processes of this machine, Slurm, a queue on ' +
    'Redis, or Kubernetes. The result is the same, to the bit, as that of the command itself. See docs/cluster.md.',
  example: `
plantshift submit usmca-2025-tariffs --engine local --replicates 200 --out out/tariffs
plantshift submit usmca-2025-tariffs --engine slurm --tasks 40 --cpus 8 --time 02:00:00 --dry-run
plantshift submit sensitivity usmca-2025-tariffs --outcome output.MX --against base --engine slurm
plantshift status out/usmca-2025-tariffs --engine slurm`,
  options: [
    ...engineOptions,
    { flags: '--dry-run', description: 'print what would be handed out, and do nothing' },
    waitOption,
    ...sensitivityOptions,
    ...studyOptions.filter(({ flags }) => !flags.startsWith('--workers')),
    openOption,
  ],
  action: async (scenarios, options) => {
    const { submit } = await import('./actions/submit.ts')
    return await submit(scenarios, options)
  },
}

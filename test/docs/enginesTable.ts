/** What docs/cluster.md shows of engines, made by the functions that hand blocks out. */
import { kubernetesYaml } from '../../studies/engines/kubernetesJob.ts'
import type { Round } from '../../studies/engines/rounds.ts'
import { gatherScript, workScript } from '../../studies/engines/slurmScript.ts'

const handing = { path: '/scratch/ana/tariffs', name: 'usmca-2025-tariffs' }
const round: Round = {
  number: 1,
  engine: 'slurm',
  blocks: Array.from({ length: 400 }, (_, block) => block),
  tasks: 40,
}

/** The scripts for sbatch, as `submit --engine slurm --dry-run` prints them. */
export function slurmScripts(): string {
  const program = ['/usr/bin/node', '/home/ana/node_modules/plantshift/dist/cli/main.js']
  const options = { program, tasks: 40, cpus: 8, time: '02:00:00', sbatch: ['--account=econ'] }
  return `\`\`\`bash\n${workScript(handing, round, options)}\`\`\`\n\nand after it\n\n\`\`\`bash\n${gatherScript(handing, round, options)}\`\`\`\n`
}

/** The Job for Kubernetes, as `submit --engine kubernetes --dry-run` prints it. */
export function kubernetesExample(): string {
  const options = { tasks: 40, cpus: 8, image: 'plantshift:0.1.0', claim: 'results', within: undefined }
  return `\`\`\`yaml\n${kubernetesYaml(handing, { ...round, engine: 'kubernetes' }, options)}\`\`\`\n`
}

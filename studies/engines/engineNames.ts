/** What computes blocks, by its name; a file of its own, since help names them all and is to load nothing else. */
export const engineNames = ['local', 'slurm', 'bullmq', 'kubernetes'] as const
export type EngineName = (typeof engineNames)[number]

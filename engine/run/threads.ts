/** Threads that several runs of one industry share, one run after another, as the parts of a study do. */
import { availableParallelism } from 'node:os'
import type { Industry } from '../model/inputs/industry.ts'
import { partSetups, type UnpackedPart } from './partSetups.ts'
import { openPool, type Pool } from './pool.ts'
import type { PartSetup } from './tasks.ts'

/** Threads for several runs of one industry, one run after another. */
export interface SharedThreads {
  readonly pool: Pool
  readonly setupOf: (part: UnpackedPart) => PartSetup
}

/** Threads that start with the first replicate. Whoever opens them closes them: `threads.pool.close()`. */
export function openThreads(industry: Industry, workers: number, workerFile?: URL): SharedThreads {
  return { pool: openPool(workers, industry, workerFile), setupOf: partSetups() }
}

/** Threads that a run can use: as many as are asked for, or the machine has, and no more than it has blocks. */
export function usefulThreads(workers: number | undefined, blocks: number): number {
  return Math.max(1, Math.min(workers ?? availableParallelism(), blocks))
}

/** What there is when all replicates are done and the tables are to be written. */
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import type { ResultFolder } from './folder.ts'
import type { PlannedStudy } from '../plan/plans.ts'
import type { Say } from './say.ts'

export interface Finished extends PlannedStudy {
  readonly folder: ResultFolder
  readonly say: Say
  /** When the work began, milliseconds. */
  readonly started: number
  /** One for each part that was begun; the last may be unfinished. */
  readonly results: readonly MonteCarloResult[]
}

/** What the commands have when all replicates are done and the tables are to be written. */
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import type { ResultFolder } from '../../reports/folder.ts'
import type { PlannedStudy } from '../../reports/studies/plans.ts'
import type { OptionValues } from '../console/command.ts'
import type { Say } from '../console/say.ts'

export interface Finished extends PlannedStudy {
  readonly folder: ResultFolder
  readonly options: OptionValues
  readonly say: Say
  /** When the work began, milliseconds. */
  readonly started: number
  /** One for each part that was begun; the last may be unfinished. */
  readonly results: readonly MonteCarloResult[]
  /** The line that goes on with what is missing. */
  readonly resume: string
}

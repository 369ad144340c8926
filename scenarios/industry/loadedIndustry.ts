/** The industry with what is known of where it comes from. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import type { IndustryFit } from './fit.ts'
import type { ImputationRule } from './imputationRules.ts'

export interface DataHash {
  readonly file: string
  readonly sha256: string
  /** False where the file is not the one that `manifest.csv` describes: somebody changed the data. */
  readonly asShipped: boolean
}

export interface LoadedIndustry {
  readonly industry: Industry
  readonly fit: IndustryFit
  readonly rules: readonly ImputationRule[]
  readonly dataHashes: readonly DataHash[]
}

/** The industry with what is known of where it comes from. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import type { IndustryFit } from './fit.ts'
import type { ImputationRule } from './imputationRules.ts'

export interface DataHash {
  readonly file: string
  readonly sha256: string
  /** False where the file is not the one that the shipped `manifest.csv` describes: somebody changed the data. */
  readonly asShipped: boolean
}

/** A data folder in place of the shipped one. */
export interface OwnData {
  /** As it was given. */
  readonly folder: string
  /** Of the names and hashes of its files, in the order in which they are read. */
  readonly sha256: string
}

export interface LoadedIndustry {
  readonly industry: Industry
  readonly fit: IndustryFit
  readonly rules: readonly ImputationRule[]
  readonly dataHashes: readonly DataHash[]
  /** Absent where the data are the shipped ones. */
  readonly own?: OwnData
}

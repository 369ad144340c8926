import type { Confidence } from '../../engine/model/inputs/sets.ts'

export interface FitRow {
  readonly name: string
  readonly ours: number
  readonly reference: number
  /** Ours over the reference. */
  readonly ratio: number
  readonly source: string
  readonly confidence: Confidence
}

/**
 * Where one replicate writes its results: outcomes of every year, and the last year's plants and lines.
 *
 * Vehicles by plant are rounded to whole units so that their sums over replicates are exact whatever the order, which
 * lets blocks of replicates be added up without keeping a row for each plant and replicate.
 */
import { outcomeCount } from './outcomes.ts'
import { programmeTallyCount } from './programmeTally.ts'

/** Why a replicate is not used; 0 is a good one. */
export const replicateStatus = { good: 0, prices: 1, nonFinite: 2, calibration: 3 } as const

export const statusTexts: readonly string[] = [
  'good',
  'prices did not converge',
  'an outcome is not a finite number',
  'the drawn parameters cannot reproduce the base year',
]

/** Columns of a plant's tally, each summed over replicates. */
export const plantTallyNames = [
  'active',
  'closed',
  'opened',
  'gained',
  'lost',
  'output',
  'baseOutput',
  'idled',
] as const
export const plantTallyCount = 8

export interface ReplicateResult {
  /** [year x outcome], year 0 is the base year. */
  readonly outcomes: Float64Array
  /** [plant slot x plantTallyName] of the last year: 0 or 1, and whole vehicles. */
  readonly plants: Float64Array
  /** [programme x programmeTallyName] of the last year, whole vehicles and thousand USD. */
  readonly programmes: Float64Array
  /** [line x place] 1 where the line is assembled in the last year. */
  readonly lines: Float64Array
  status: number
}

export function createResult(years: number, plantSlots: number, lines: number, programmes: number): ReplicateResult {
  return {
    outcomes: new Float64Array((years + 1) * outcomeCount),
    plants: new Float64Array(plantSlots * plantTallyCount),
    programmes: new Float64Array(programmes * programmeTallyCount),
    lines: new Float64Array(lines * 4),
    status: 0,
  }
}

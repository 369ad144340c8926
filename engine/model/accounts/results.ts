/**
 * Where one replicate writes its results: outcomes of every year, and the last year's plants and lines.
 *
 * Vehicles by plant are rounded to whole units so that their sums over replicates are exact whatever the order, which
 * lets blocks of replicates be added up without keeping a row for each plant and replicate.
 */
import { placeCount } from '../inputs/sets.ts'
import { outcomeCount } from './outcomes.ts'
import { programmeTallyCount } from './programmeTally.ts'

/** Whether a replicate can be used, and why not where it cannot. */
export const replicateStatus = { good: 0, prices: 1, nonFinite: 2, calibration: 3 } as const

/** [replicateStatus] what to tell a person. */
export const statusTexts: readonly string[] = [
  'good',
  'prices did not converge',
  'an outcome is not a finite number',
  'the drawn parameters cannot reproduce the base year',
]

/** Columns of a plant's tally by name, each summed over replicates. */
export const plantTally = {
  active: 0,
  closed: 1,
  opened: 2,
  gained: 3,
  lost: 4,
  output: 5,
  baseOutput: 6,
  idled: 7,
} as const
export type PlantTallyName = keyof typeof plantTally
/** The names in the order of their columns. */
export const plantTallyNames = Object.keys(plantTally) as readonly PlantTallyName[]
export const plantTallyCount: number = plantTallyNames.length

/** The results of one scenario in one replicate. */
export interface ReplicateResult {
  /** [year x outcome], year 0 is the base year. */
  readonly outcomes: Float64Array
  /** [plant slot x plantTally] of the last year: 0 or 1, and whole vehicles for output. */
  readonly plants: Float64Array
  /** [programme x programmeTallyName] of the last year, whole vehicles and thousand USD. */
  readonly programmes: Float64Array
  /** [line x place] 1 where the line is assembled in the last year. */
  readonly lines: Float64Array
  /** A value of `replicateStatus`. */
  status: number
}

/**
 * An empty result.
 *
 * @param years simulated years, without the base year
 */
export function createResult(years: number, plantSlots: number, lines: number, programmes: number): ReplicateResult {
  return {
    outcomes: new Float64Array((years + 1) * outcomeCount),
    plants: new Float64Array(plantSlots * plantTallyCount),
    programmes: new Float64Array(programmes * programmeTallyCount),
    lines: new Float64Array(lines * placeCount),
    status: replicateStatus.good,
  }
}

/**
 * How one block of replicates keeps its results: one flat array of 64-bit floats with five sections.
 *
 *     outcomes  [scenario x kept year x kept outcome x replicate in block]   a column of one outcome is contiguous
 *     status    [scenario x replicate in block]                    0 is good, see `failures.ts`
 *     plants    [scenario x plant slot x plant sum]                sums over the block's replicates
 *     lines     [scenario x line x place]                          the same
 *     programmes [scenario x programme x tally]                    the same; room for the scenario with the most
 *
 * The array is what a worker thread fills and what shared memory holds; `shards.ts` says how it is kept on disk. Sums hold
 * whole numbers only, so that adding blocks in any grouping gives the same bits.
 */
import type { Asked } from '../model/accounts/closing.ts'
import { placeCount } from '../model/inputs/sets.ts'
import { programmeTallyCount } from '../model/accounts/programmeTally.ts'
import { plantTallyNames } from '../model/accounts/results.ts'
import type { DerivedOutcome } from '../model/accounts/derivedOutcome.ts'

/**
 * Sums kept for every plant and scenario: those of `plantTallyNames`, then the comparison with the baseline in the same
 * replicate. `cut` and `raised` count replicates with output more than a tenth below or above the baseline's;
 * the square of the difference in output is kept as two whole numbers, `high * 2^20 + low`, each summed exactly.
 */
const comparisonNames = ['cut', 'raised', 'differenceSquareHigh', 'differenceSquareLow'] as const
export type PlantSumName = (typeof plantTallyNames)[number] | (typeof comparisonNames)[number]
export const plantSumNames: readonly PlantSumName[] = [...plantTallyNames, ...comparisonNames]
export const plantSumCount: number = plantSumNames.length
export const squareSplit: number = 1_048_576

/** Position of one number of a plant among the sums of a block. */
export function plantSumIndex(name: PlantSumName): number {
  return plantSumNames.indexOf(name)
}

/** What is kept of each replicate: positions of years (0 is the base year) and of outcomes in the catalogue or behind it, rising. */
export interface Kept {
  readonly years: readonly number[]
  readonly outcomes: readonly number[]
}

/** Sizes that every block of a run shares. */
export interface ResultShape {
  readonly scenarios: number
  /** Position of the scenario that the others are compared with. */
  readonly baseline: number
  readonly kept: Kept
  /** Outcomes of a year in the catalogue, of which some may be kept. */
  readonly catalogue: number
  /** Outcomes made by formulas, by their numbers behind the catalogue; none unless given. */
  readonly derived?: readonly DerivedOutcome[]
  /** Years and outcomes that are kept. */
  readonly years: number
  readonly outcomes: number
  /** Plants, lines and programmes whose sums are kept: all of them, or none. */
  readonly plantSlots: number
  readonly lines: number
  /** Customs programmes of the scenario that has the most. */
  readonly programmes: number
}

/** What a run asks of each replicate. */
export function askedOf({ kept, catalogue, plantSlots }: ResultShape): Asked {
  return { years: kept.years, outcomes: kept.outcomes.filter((c) => c < catalogue), tallies: plantSlots > 0 }
}

/** Consecutive replicates `first .. first + count - 1`: the unit of work. */
export interface Block {
  readonly index: number
  readonly first: number
  readonly count: number
}

/** Where the sections of one block start, in numbers (not bytes). */
export interface BlockLayout {
  readonly count: number
  readonly statusStart: number
  readonly plantsStart: number
  readonly linesStart: number
  readonly programmesStart: number
  readonly length: number
}

/** Where the parts of a block of `count` replicates begin in its array of numbers. */
export function blockLayout(shape: ResultShape, count: number): BlockLayout {
  const statusStart = shape.scenarios * shape.years * shape.outcomes * count
  const plantsStart = statusStart + shape.scenarios * count
  const linesStart = plantsStart + shape.scenarios * shape.plantSlots * plantSumCount
  const programmesStart = linesStart + shape.scenarios * shape.lines * placeCount
  const length = programmesStart + shape.scenarios * shape.programmes * programmeTallyCount
  return { count, statusStart, plantsStart, linesStart, programmesStart, length }
}

/** Start of the column of one outcome in one year of one scenario; it is `count` numbers long. */
export function columnStart(shape: ResultShape, count: number, s: number, t: number, outcome: number): number {
  return ((s * shape.years + t) * shape.outcomes + outcome) * count
}

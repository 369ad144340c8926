/** What the split of products over their lines reads and writes. */
import type { Setting } from './setting.ts'

/** Lines among which products are split, and the split that is looked for. All arrays are [market x line]. */
export interface SplitLines {
  /** Delivered cost now, thousand USD per vehicle; Infinity where sale is barred. */
  readonly cost: Float64Array
  /** Share of each line in its product's sales in the market: written, and summing to 1 over the product's lines. */
  readonly weights: Float64Array
  /** Subsidy that buyers get beyond the base year, thousand USD per vehicle; undefined where the policy has none. */
  readonly subsidy: Float64Array | undefined
}

/** What a split reads of the base year: shares [market x line] of the product's sales, and how easily lines stand in. */
export type SplitBase = Pick<Setting, 'share0' | 'thetaSplit'>

/** What is known of the buyers of a market by income, poorest first. */

/** Bands of income: fifths of households, the highest in two. */
export const incomeBands = [
  'first fifth',
  'second fifth',
  'third fifth',
  'fourth fifth',
  '80th to 95th percentile',
  'top 5%',
] as const
/** [band] share of households. */
export const householdsInBand: readonly number[] = [0.2, 0.2, 0.2, 0.2, 0.15, 0.05]
/** [band] fifth that it belongs to. */
export const fifthOfBand: readonly number[] = [0, 1, 2, 3, 4, 4]

/** Buyers of one market. */
export interface MarketBuyers {
  /** Households, thousands. */
  readonly households: number
  /** [band] mean income of a household before tax, thousand USD a year, and share of purchases of new vehicles. */
  readonly income: readonly number[]
  readonly purchases: readonly number[]
}

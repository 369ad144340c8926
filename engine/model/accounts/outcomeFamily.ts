export type GoodDirection = 'up' | 'down' | 'neither'

/** One outcome measured in several places: countries, markets, groups of makers. */
export interface OutcomeFamily {
  readonly family: string
  readonly label: string
  readonly unit: string
  readonly good: GoodDirection
  readonly places: readonly string[]
}

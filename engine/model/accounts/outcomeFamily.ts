export type GoodDirection = 'up' | 'down' | 'neither'

export interface OutcomeFamily {
  readonly family: string
  readonly label: string
  readonly unit: string
  readonly good: GoodDirection
  readonly places: readonly string[]
}

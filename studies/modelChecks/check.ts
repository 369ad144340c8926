/** What a check against a published result consists of. The checks themselves are in `definitions.ts`. */

/** Our number: of one scenario, or of a scenario against a baseline, in one year. Several outcomes are added up. */
export interface OutcomeQuantity {
  readonly kind: 'level' | 'change' | 'difference'
  readonly scenario: string
  /** `base` unless given. */
  readonly baseline?: string
  readonly outcomes: readonly string[]
  readonly year: number
}

/** Our number: what the demand system of the US market implies in the base year. */
export interface DemandQuantity {
  readonly kind: 'demand'
  readonly moment: 'own' | 'market' | 'lerner'
}

/** How the number is written: as a percentage, or divided by `factor` with so many decimals. */
export type Shown = 'percent' | { readonly factor: number; readonly decimals: number; readonly unit: string }

export interface PublishedCheck {
  /** As in the list of acceptance: C1, C3. */
  readonly id: string
  readonly what: string
  readonly published: string
  readonly source: string
  /** Least and greatest, in the unit of our number. */
  readonly band: readonly [number, number]
  readonly quantity: OutcomeQuantity | DemandQuantity
  readonly shown: Shown
  /** What differs between their question and ours; why the band is what it is. */
  readonly note: string
  /** Why the check could hardly have failed, where that is so. */
  readonly cannotMiss?: string
}

export interface IncomparableCheck {
  readonly id: string
  readonly what: string
  readonly published: string
  readonly source: string
  readonly why: string
}

/**
 * What is told of a history while it runs, to those who want to know why a plant moved: `trace` tells one replicate year by
 * year, `explain` adds decisions up over replicates. An ordinary run passes no listener.
 */
import type { LineOccasion, Occasion } from '../relocation/decision.ts'

/** A move as it is ordered. Years count from the base year. */
export interface OrderedMove {
  readonly year: number
  readonly line: number
  readonly from: number
  readonly to: number
  /** Slot of the plant it goes to, -1 overseas. */
  readonly slot: number
  readonly arrives: number
  /** Value of the move over staying, net of its sunk cost; and the sunk cost: thousand USD. */
  readonly gain: number
  readonly sunk: number
  /** True when a cost shock, not the redesign, made the maker decide. */
  readonly early: boolean
  /** True where the scenario announces the move, or a closure that brings it, and nobody decided in the model. */
  readonly announced: boolean
}

/** Called as a history runs; ordinary runs have none. */
export interface HistoryListener {
  readonly onRegime: (year: number, regime: number) => void
  readonly onMove: (move: OrderedMove) => void
  /** Called when a maker has decided about a line, also to stay, before anything is carried out. */
  readonly onDecision?: (decision: TakenDecision) => void
  /** The same for an entrant, while its working arrays still hold what it decided on. */
  readonly onEntry?: (decision: TakenEntry) => void
  /** Called when a year is over: the working arrays hold what it came to. */
  readonly onYearEnd?: (year: number) => void
}

/** A decision about a line's place: the occasion and what was chosen. `from` and `to` are places. */
export interface TakenDecision extends LineOccasion {
  readonly from: number
  readonly to: number
}

/** A decision of an entrant. `from` and `to` are states, a set of markets and a place: `set * placeCount + place`. */
export interface TakenEntry extends Occasion {
  readonly from: number
  readonly to: number
}

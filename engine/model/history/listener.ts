/**
 * What somebody who wants to know why a plant moved can listen to while a replicate runs: `trace` tells it year by year,
 * `explain` adds it up over replicates. The hot path passes no listener.
 */
import type { MovingCosts } from '../relocation/decision.ts'

/** A move as it is ordered, for those who want to know why a plant moved. */
export interface OrderedMove {
  readonly year: number
  readonly line: number
  readonly from: number
  readonly to: number
  /** Slot of the plant it goes to, -1 overseas. */
  readonly slot: number
  readonly arrives: number
  /** Value of the move over staying, after its sunk cost; and the sunk cost: thousand USD. */
  readonly gain: number
  readonly sunk: number
  /** True when a cost shock, not the redesign, made the maker decide. */
  readonly early: boolean
}

/** Listener for a traced replicate; the hot path passes none. */
export interface HistoryListener {
  readonly onRegime: (year: number, regime: number) => void
  readonly onMove: (move: OrderedMove) => void
  /** Called when a maker has decided about a line, also to stay, before anything is carried out. */
  readonly onDecision?: (decision: TakenDecision) => void
  /** The same for an entrant, while its working arrays still hold what it decided on. */
  readonly onEntry?: (decision: TakenEntry) => void
}

/** What a decision was taken on. */
export interface TakenDecision {
  readonly year: number
  readonly line: number
  readonly from: number
  readonly to: number
  readonly regime: number
  /** Vehicles a year, years between redesigns, and the factor on sunk costs of a move outside the redesign. */
  readonly volume: number
  readonly cycle: number
  readonly premium: number
  readonly costs: MovingCosts
}

/** What an entrant's decision was taken on; `from` and `to` are states, a set of markets and a place. */
export interface TakenEntry {
  readonly year: number
  readonly line: number
  readonly from: number
  readonly to: number
  readonly regime: number
  readonly cycle: number
  readonly premium: number
  readonly costs: MovingCosts
}

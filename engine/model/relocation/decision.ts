/**
 * What a decision about a line's place reads and works on: the drawn costs of moving, and arrays allocated once a
 * scenario. Section 8 of docs/model.md; the decision itself is in `relocate`.
 */
import { longestCycle, shortestCycle, placeCount } from '../inputs/sets.ts'
import type { Beliefs } from './beliefs.ts'
import { type RedesignChoice, createRedesignChoice } from './redesignChoice.ts'

/** Drawn parameters of moving. */
export interface MovingCosts {
  /** Billion USD for a line of the reference volume. */
  sunkExisting: number
  sunkNew: number
  volumePower: number
  /** Whole years. */
  lagExisting: number
  lagNew: number
  /** Discount factor of a year. */
  discount: number
  /** Rise of the line's cost over its best place's since it was last considered that brings a decision forward. */
  earlyShock: number
  /** Factor on sunk costs of a move outside the redesign. */
  earlyPremium: number
}

/** Working arrays for one scenario's decisions. */
export interface DecisionSpace {
  /**
   * Regimes that are in force or can still come, as makers believe; the arrays below run over these alone. `inPlay[q]` is
   * the regime at position q of `inPlayCount`, `position[r]` the position of regime r.
   */
  readonly inPlay: Int32Array
  readonly position: Int32Array
  inPlayCount: number
  /** [cycle x (existing, new plant) x regime x regime] weights of the years before and after a move is done. */
  readonly early: Float64Array
  readonly late: Float64Array
  /** [cycle x regime x regime] */
  readonly continuation: Float64Array
  /** [cycle] year for which the weights hold, -1 for none. */
  readonly weighedYear: Int32Array
  /** [regime x regime] scratch over all regimes. */
  readonly whole: Float64Array
  /** Of a line, whose states are the places; entrants have one of their own. */
  readonly choice: RedesignChoice
}

export function createDecisionSpace(regimes: number): DecisionSpace {
  const square = regimes * regimes
  const cycles = longestCycle - shortestCycle + 1
  return {
    inPlay: new Int32Array(regimes),
    position: new Int32Array(regimes),
    inPlayCount: 0,
    whole: new Float64Array(square),
    early: new Float64Array(cycles * 2 * square),
    late: new Float64Array(cycles * 2 * square),
    continuation: new Float64Array(cycles * square),
    weighedYear: new Int32Array(cycles).fill(-1),
    choice: createRedesignChoice(placeCount, regimes),
  }
}

/** Opens a year of decisions: which regimes are in play when `regime` is in force in year t. */
export function openDecisions(space: DecisionSpace, beliefs: Beliefs, regime: number, t: number): void {
  const { regimes } = beliefs
  const row = (t * regimes + regime) * regimes
  space.inPlayCount = 0
  space.weighedYear.fill(-1)
  for (let r = 0; r < regimes; r++) {
    if (beliefs.inPlay[row + r] === 0) continue
    space.position[r] = space.inPlayCount
    space.inPlay[space.inPlayCount++] = r
  }
}

/** Volume for which sunk costs are stated. */
export const referenceVolume = 200_000
export const thousandsInBillion = 1e6

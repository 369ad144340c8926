/**
 * What a decision about a line's place reads and works on: the drawn costs of moving, and arrays allocated once a
 * scenario. Section 8 of docs/model.md; the decision itself is in `relocate`.
 */
import { placeCount } from './sets.ts'

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
  /** [place x regime] yearly profit, thousand USD. */
  readonly profit: Float64Array
  readonly flow: Float64Array
  readonly sunk: Float64Array
  readonly values: Float64Array
  readonly carried: Float64Array
  readonly early: Float64Array
  readonly late: Float64Array
  readonly continuation: Float64Array
  readonly gain: Float64Array
  /** [place] lag and plant slot of a move there; -1 where a new plant is needed. */
  readonly lag: Int32Array
  readonly slot: Int32Array
}

export function createDecisionSpace(regimes: number): DecisionSpace {
  const square = regimes * regimes
  return {
    profit: new Float64Array(placeCount * regimes),
    flow: new Float64Array(placeCount * placeCount * regimes),
    sunk: new Float64Array(placeCount * placeCount),
    values: new Float64Array(placeCount * regimes),
    carried: new Float64Array(placeCount * regimes),
    early: new Float64Array(placeCount * square),
    late: new Float64Array(placeCount * square),
    continuation: new Float64Array(square),
    gain: new Float64Array(1),
    lag: new Int32Array(placeCount),
    slot: new Int32Array(placeCount),
  }
}

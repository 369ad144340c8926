/**
 * What a decision about a line's place reads and works on: the drawn costs of moving, and arrays allocated once a
 * scenario. Section 8 of docs/model.md; the decision itself is in `relocate`.
 */
import { pow } from '../../math/elementary.ts'
import { longestCycle, shortestCycle, placeCount } from '../inputs/sets.ts'
import type { PlantMap } from '../plants/plantMap.ts'
import type { Beliefs } from './beliefs.ts'
import type { ExpectedEconomy } from './outlook.ts'
import { type RedesignChoice, createRedesignChoice } from './redesignChoice.ts'

/** Drawn parameters of moving. */
export interface MovingCosts {
  /** Billion USD for a line of the reference volume that moves to an existing plant, and to a new one. */
  sunkExisting: number
  sunkNew: number
  /** Elasticity of the sunk cost with respect to the line's volume. */
  volumePower: number
  /** Whole years from the decision until the line runs in an existing plant, and in a new one. */
  lagExisting: number
  lagNew: number
  /** Discount factor of a year. */
  discount: number
  /**
   * A decision is brought forward when the line's cost over that of its best place has risen by more than this fraction
   * since its maker last looked.
   */
  earlyShock: number
  /** Factor on sunk costs of a move outside the redesign. */
  earlyPremium: number
}

/** What a maker decides on: the industry as it expects it, the chances of each regime, and room to work. */
export interface DecidingEconomy extends ExpectedEconomy, Expectations {
  readonly map: PlantMap
}

/** Beliefs about regimes, and the arrays in which they become weights of years. */
export interface Expectations {
  readonly beliefs: Beliefs
  readonly decision: DecisionWork
}

/** When and on what terms a maker decides about one of its lines. */
export interface Occasion {
  /** Year of the decision, counted from the base year. */
  readonly year: number
  readonly line: number
  /** Regime in force. */
  readonly regime: number
  /** Years between the line's redesigns. */
  readonly cycle: number
  /** Factor on the sunk cost of moving now: 1 at a redesign, more outside it. */
  readonly premium: number
  readonly costs: MovingCosts
}

/** The occasion of a decision about the place of a line that is already sold. */
export interface LineOccasion extends Occasion {
  /** Vehicles a year. */
  readonly volume: number
}

/** Working arrays for one scenario's decisions. */
export interface DecisionWork {
  /**
   * Regimes that are in force or can still come, as makers believe; the arrays below run over these alone. `inPlay[q]` is
   * the regime at position q of `inPlayCount`, `position[r]` the position of regime r.
   */
  readonly inPlay: Int32Array
  readonly position: Int32Array
  inPlayCount: number
  /**
   * [cycle length x (existing, new plant) x regime x regime] discounted expected years in a regime before and after a move
   * is done, when it takes as long as to an existing or to a new plant. Cycle lengths count from `shortestCycle`.
   */
  readonly early: Float64Array
  readonly late: Float64Array
  /** [cycle length][regime x regime] what values at the next redesign count for today. */
  readonly continuation: readonly Float64Array[]
  /** [cycle length] year for which the weights hold, -1 for none. */
  readonly weighedYear: Int32Array
  /** [regime x regime] working array: weights of all regimes, before those not in play are left out. */
  readonly whole: Float64Array
  /** The choice of a line among places; entrants have a choice of their own. */
  readonly choice: RedesignChoice
}

/** @param regimes of the scenario's policy, in play or not */
export function createDecisionWork(regimes: number): DecisionWork {
  const square = regimes * regimes
  const cycles = longestCycle - shortestCycle + 1
  return {
    inPlay: new Int32Array(regimes),
    position: new Int32Array(regimes),
    inPlayCount: 0,
    whole: new Float64Array(square),
    early: new Float64Array(cycles * 2 * square),
    late: new Float64Array(cycles * 2 * square),
    continuation: Array.from({ length: cycles }, () => new Float64Array(square)),
    weighedYear: new Int32Array(cycles).fill(-1),
    choice: createRedesignChoice(placeCount, regimes),
  }
}

/** Begins a year of decisions: finds the regimes in play when `regime` is in force in year t. */
export function beginDecisions(work: DecisionWork, beliefs: Beliefs, regime: number, t: number): void {
  const { regimes } = beliefs
  const row = (t * regimes + regime) * regimes
  work.inPlayCount = 0
  work.weighedYear.fill(-1)
  for (let r = 0; r < regimes; r++) {
    if (beliefs.inPlay[row + r] === 0) continue
    work.position[r] = work.inPlayCount
    work.inPlay[work.inPlayCount++] = r
  }
}

/** Volume for which sunk costs are stated, vehicles a year. */
const referenceVolume = 200_000
const thousandsInBillion = 1e6

/** Thousand USD that a line of the given volume (vehicles a year) pays for each billion stated at the reference volume. */
export function sunkCostScale(volume: number, costs: MovingCosts): number {
  return pow(Math.max(volume, 1) / referenceVolume, costs.volumePower) * thousandsInBillion
}

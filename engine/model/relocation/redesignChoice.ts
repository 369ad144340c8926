/**
 * Working arrays of one choice at a redesign. A line chooses among places; an entrant among states that are a set of markets
 * and a place, numbered `set * placeCount + place`. A line's state is its place, that is, `place` with set 0, so that
 * `cycleValues` serves both. Sections 8 and 9 of docs/model.md.
 */

/** Profits, costs and values of one choice, in its states. A regime in play is one that is in force or can still come. */
export interface RedesignChoice {
  readonly states: number
  /** [state x regime in play] yearly profit, thousand USD. */
  readonly profit: Float64Array
  /** [state] years until a move to its place is done, and slot of the plant there; -1 for a new plant, or overseas. */
  readonly lag: Int32Array
  readonly slot: Int32Array
  /** [state x state] thousand USD; 0 on the diagonal, Infinity where it may not go. */
  readonly sunk: Float64Array
  /** [state x state x regime in play] discounted expected profit of the coming cycle, thousand USD. */
  readonly flow: Float64Array
  /** [state x regime in play] values at a redesign, and what those at the next redesign count for today, thousand USD. */
  readonly values: Float64Array
  readonly carried: Float64Array
  /** [1] value of the best state over staying, thousand USD. */
  readonly gain: Float64Array
}

/** @param regimes of the policy; choices in play use as many columns as there are regimes in play */
export function createRedesignChoice(states: number, regimes: number): RedesignChoice {
  return {
    states,
    profit: new Float64Array(states * regimes),
    lag: new Int32Array(states),
    slot: new Int32Array(states),
    sunk: new Float64Array(states * states),
    flow: new Float64Array(states * states * regimes),
    values: new Float64Array(states * regimes),
    carried: new Float64Array(states * regimes),
    gain: new Float64Array(1),
  }
}

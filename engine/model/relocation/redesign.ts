/**
 * The value of each place to a line at its redesign, waiting included. Section 8 of docs/model.md.
 *
 * A maker who redesigns a line now, built at place o, picks the place o' for the coming cycle of K years (an entrant picks a
 * set of markets and a place; both are called states here):
 *
 *   U(o,r) = max over o' of { flow(o,o',r) - F(o->o') + sum over r' of continuation[r,r'] * U(o',r') }
 *
 * where flow(o,o',r) is the discounted expected profit of the cycle: at o until the move is done (the lag), at o' after
 * it. The continuation weights are discount^K * P^K, so the right-hand side is a contraction of modulus discount^K. Because the next
 * redesign can choose again, waiting has a value: this is the option value of Dixit and Pindyck (1994) in discrete time.
 */

import type { RedesignChoice } from './redesignChoice.ts'

/** Relative change of values at which the iteration stops. Values of different states differ by far more. */
const tolerance = 1e-8
const maximumRounds = 500

/**
 * One step back in time: overwrites `choice.values`, taken as values at the next redesign, with those at this one. Leaves in
 * `choice.carried` what the next redesign counts for today.
 *
 * @param regimes number of regimes in play
 * @param continuation [regime x regime] what a value at the next redesign counts for today
 * @returns the largest absolute change, thousand USD
 */
export function stepRedesignValues(choice: RedesignChoice, regimes: number, continuation: Float64Array): number {
  const { states, flow, sunk, carried, values } = choice
  carryForward(choice, regimes, continuation)
  let change = 0
  for (let from = 0; from < states; from++) {
    for (let r = 0; r < regimes; r++) {
      let best = -Infinity
      for (let to = 0; to < states; to++) {
        const value = flow[(from * states + to) * regimes + r] - sunk[from * states + to] + carried[to * regimes + r]
        if (value > best) best = value
      }
      change = Math.max(change, Math.abs(best - values[from * regimes + r]))
      values[from * regimes + r] = best
    }
  }
  return change
}

/** carried[s, r] = sum over r' of continuation[r, r'] * values[s, r']: what the next redesign counts for today. */
export function carryForward(choice: RedesignChoice, regimes: number, continuation: Float64Array): void {
  const { states, values, carried } = choice
  for (let state = 0; state < states; state++) {
    for (let r = 0; r < regimes; r++) {
      let sum = 0
      for (let next = 0; next < regimes; next++) {
        sum += continuation[r * regimes + next] * values[state * regimes + next]
      }
      carried[state * regimes + r] = sum
    }
  }
}

/**
 * Values under a chain that no longer changes: the fixed point, by iteration from `choice.values` as they stand. Leaves the
 * values there, and the carried values of the last round in `choice.carried`.
 *
 * @param regimes number of regimes in play
 * @param continuation [regime x regime] what a value at the next redesign counts for today
 * @returns rounds used, or -1 if the tolerance was not met
 */
export function settleRedesignValues(choice: RedesignChoice, regimes: number, continuation: Float64Array): number {
  const { states, values } = choice
  for (let round = 1; round <= maximumRounds; round++) {
    const change = stepRedesignValues(choice, regimes, continuation)
    let scale = 0
    for (let cell = 0; cell < states * regimes; cell++) scale = Math.max(scale, Math.abs(values[cell]))
    if (change <= tolerance * scale) return round
  }
  return -1
}

/**
 * The best state to go to from state `from` in the regime at position r, given the carried values of the next redesign.
 * Staying wins ties.
 *
 * @param regimes number of regimes in play
 * @param premium factor on the sunk cost of moving now, above 1 for a move outside the redesign
 * @returns the state; `choice.gain[0]` receives the value of going there over the value of staying, thousand USD
 */
export function bestState(choice: RedesignChoice, regimes: number, from: number, r: number, premium: number): number {
  const { states, flow, sunk, carried, gain } = choice
  const stay = flow[(from * states + from) * regimes + r] + carried[from * regimes + r]
  let best = from
  let bestValue = stay
  for (let to = 0; to < states; to++) {
    const value =
      flow[(from * states + to) * regimes + r] - premium * sunk[from * states + to] + carried[to * regimes + r]
    if (value > bestValue) {
      bestValue = value
      best = to
    }
  }
  gain[0] = bestValue - stay
  return best
}

/**
 * The value of each place to a line at its redesign, waiting included. Section 8 of docs/model.md.
 *
 * A maker who redesigns a line now, built at place o, picks the place o' for the coming cycle of K years:
 *
 *   U(o,r) = max over o' of { flow(o,o',r) - F(o->o') + sum over r' of continuation[r,r'] * U(o',r') }
 *
 * where flow(o,o',r) is the discounted expected profit of the cycle: at o until the move is done (the lag), at o' after
 * it. The continuation weights are discount^K * P^K, so the map is a contraction of modulus discount^K. Because the next
 * redesign can choose again, waiting has a value: this is the option value of Dixit and Pindyck (1994) in discrete time.
 */

/** Relative change at which the fixed point stops; the values of places differ by far more. */
const tolerance = 1e-8
const maximumRounds = 500

/** One backward step: values at a redesign, from the values at the next one. Returns the largest absolute change. */
export function stepRedesignValues(
  places: number,
  regimes: number,
  flow: Float64Array,
  sunk: Float64Array,
  continuation: Float64Array,
  continuationOffset: number,
  nextValues: Float64Array,
  carried: Float64Array,
  values: Float64Array,
): number {
  carryForward(places, regimes, continuation, continuationOffset, nextValues, carried)
  let change = 0
  for (let o = 0; o < places; o++) {
    for (let r = 0; r < regimes; r++) {
      let best = -Infinity
      for (let to = 0; to < places; to++) {
        const value = flow[(o * places + to) * regimes + r] - sunk[o * places + to] + carried[to * regimes + r]
        if (value > best) best = value
      }
      change = Math.max(change, Math.abs(best - values[o * regimes + r]))
      values[o * regimes + r] = best
    }
  }
  return change
}

/** carried[o', r] = sum over r' of continuation[r, r'] * values[o', r']: what the next redesign is worth today. */
export function carryForward(
  places: number,
  regimes: number,
  continuation: Float64Array,
  continuationOffset: number,
  values: Float64Array,
  carried: Float64Array,
): void {
  for (let o = 0; o < places; o++) {
    for (let r = 0; r < regimes; r++) {
      let sum = 0
      for (let next = 0; next < regimes; next++) {
        sum += continuation[continuationOffset + r * regimes + next] * values[o * regimes + next]
      }
      carried[o * regimes + r] = sum
    }
  }
}

/**
 * Values under a chain that no longer changes: the fixed point.
 *
 * @param flow [place x place x regime] thousand USD over a cycle
 * @param sunk [place x place] cost of moving, 0 on the diagonal, Infinity where it may not go
 * @param continuation [regime x regime]
 * @param values [place x regime] start and result
 * @param carried [place x regime] scratch; on return the carried values of the result's last round
 * @returns rounds used, or -1 if the tolerance was not met
 */
export function settleRedesignValues(
  places: number,
  regimes: number,
  flow: Float64Array,
  sunk: Float64Array,
  continuation: Float64Array,
  continuationOffset: number,
  values: Float64Array,
  carried: Float64Array,
): number {
  for (let round = 1; round <= maximumRounds; round++) {
    const change = stepRedesignValues(
      places,
      regimes,
      flow,
      sunk,
      continuation,
      continuationOffset,
      values,
      carried,
      values,
    )
    let scale = 0
    for (let cell = 0; cell < places * regimes; cell++) scale = Math.max(scale, Math.abs(values[cell]))
    if (change <= tolerance * scale) return round
  }
  return -1
}

/**
 * The best place from `origin` in regime r, given the carried values of the next redesign; staying wins ties.
 *
 * @param premium factor on the sunk cost of moving now, above 1 for a move outside the redesign
 * @returns the place; `gain[0]` receives the value of going there over the value of staying
 */
export function bestPlace(
  places: number,
  regimes: number,
  flow: Float64Array,
  sunk: Float64Array,
  carried: Float64Array,
  origin: number,
  r: number,
  premium: number,
  gain: Float64Array,
): number {
  const stay = flow[(origin * places + origin) * regimes + r] + carried[origin * regimes + r]
  let best = origin
  let bestValue = stay
  for (let to = 0; to < places; to++) {
    const value =
      flow[(origin * places + to) * regimes + r] - premium * sunk[origin * places + to] + carried[to * regimes + r]
    if (value > bestValue) {
      bestValue = value
      best = to
    }
  }
  gain[0] = bestValue - stay
  return best
}

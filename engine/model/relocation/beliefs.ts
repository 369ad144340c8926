/**
 * What makers expect of policy: probabilities of each regime i years ahead, and their discounted sums. Section 8 of
 * docs/model.md.
 *
 * A chain may change from year to year (a dated event is a transition with probability 1), and settles after the
 * simulated years. All matrices are [from regime x to regime].
 */
import type { RegimeChain } from '../inputs/policy.ts'
import { longestCycle } from '../inputs/sets.ts'

/** What makers believe about the regimes to come. */
export interface Beliefs {
  readonly regimes: number
  readonly years: number
  /** Matrices of the years 1..years, then of every later year. */
  readonly chain: RegimeChain
  /** First year from which on the chain no longer changes; before it continuation values depend on the year. */
  readonly settledFrom: number
  /** [year 0..lastYear x ahead 0..longestCycle x regime x regime]: P(t+1) P(t+2) ... P(t+ahead). */
  readonly ahead: Float64Array
  /** [year 0..lastYear x regime x regime] 1 where the second can still come, or is, when the first is in force. */
  readonly inPlay: Uint8Array
}

/** The matrix that leads from year t-1 into year t. */
function transitionInto({ yearly, settled }: RegimeChain, years: number, size: number, t: number): Float64Array {
  return t <= years ? yearly.subarray((t - 1) * size, t * size) : settled
}

/** First year from which on every year's matrix is the settled one. */
function firstSettledYear(chain: RegimeChain, years: number, size: number): number {
  for (let t = years; t >= 1; t--) {
    for (let cell = 0; cell < size; cell++) {
      if (chain.yearly[(t - 1) * size + cell] !== chain.settled[cell]) return t
    }
  }
  return 0
}

/**
 * Probabilities for every year and horizon, worked out once a scenario.
 *
 * @param regimes number of regimes in the chain
 * @param years simulated years, for each of which the chain has a matrix of its own
 */
export function prepareBeliefs(chain: RegimeChain, regimes: number, years: number): Beliefs {
  const size = regimes * regimes
  const settledFrom = firstSettledYear(chain, years, size)
  const yearCount = years + 1
  const ahead = new Float64Array(yearCount * (longestCycle + 1) * size)
  for (let t = 0; t < yearCount; t++) {
    const start = t * (longestCycle + 1) * size
    for (let r = 0; r < regimes; r++) ahead[start + r * regimes + r] = 1
    for (let i = 1; i <= longestCycle; i++) {
      const now = start + i * size
      const before = ahead.subarray(now - size, now)
      multiply(before, transitionInto(chain, years, size, t + i), regimes, ahead.subarray(now, now + size))
    }
  }
  return { regimes, years, chain, settledFrom, ahead, inPlay: regimesInPlay(chain, regimes, years) }
}

/** `Beliefs.inPlay`: what can follow under the settled chain, and from there year by year backwards. */
function regimesInPlay(chain: RegimeChain, regimes: number, years: number): Uint8Array {
  const size = regimes * regimes
  const inPlay = new Uint8Array((years + 1) * size)
  const last = inPlay.subarray(years * size)
  for (let r = 0; r < regimes; r++) last[r * regimes + r] = 1
  // A path to another regime takes at most as many steps as there are regimes.
  for (let step = 0; step < regimes; step++) follow(chain.settled, 0, last, last, regimes)
  for (let t = years - 1; t >= 0; t--) {
    const now = inPlay.subarray(t * size, (t + 1) * size)
    for (let r = 0; r < regimes; r++) now[r * regimes + r] = 1
    follow(chain.yearly, t * size, inPlay.subarray((t + 1) * size, (t + 2) * size), now, regimes)
  }
  return inPlay
}

/**
 * One step back: a regime can still come now if the matrix can lead to a regime after which it can still come.
 *
 * @param next [regime x regime] what can still come a year later; `now` the same now, added to
 */
function follow(matrix: Float64Array, offset: number, next: Uint8Array, now: Uint8Array, regimes: number): void {
  for (let r = 0; r < regimes; r++) {
    for (let to = 0; to < regimes; to++) {
      if (matrix[offset + r * regimes + to] === 0) continue
      for (let later = 0; later < regimes; later++) now[r * regimes + later] |= next[to * regimes + later]
    }
  }
}

/** target = left * right, square matrices of the given size. */
function multiply(left: Float64Array, right: Float64Array, size: number, target: Float64Array): void {
  for (let r = 0; r < size; r++) {
    for (let s = 0; s < size; s++) {
      let sum = 0
      for (let q = 0; q < size; q++) sum += left[r * size + q] * right[q * size + s]
      target[r * size + s] = sum
    }
  }
}

/**
 * Discounted expected years in each regime, W = sum over i in [from, to) of discount^i * P(t+1)...P(t+i).
 *
 * @param t year from which makers look ahead
 * @param from first year counted, and `to` the first one no longer counted, in years after t; at most `longestCycle` + 1
 * @param discount factor of one year
 * @param target [regime x regime] overwritten
 */
export function discountedYears(
  beliefs: Beliefs,
  t: number,
  from: number,
  to: number,
  discount: number,
  target: Float64Array,
): void {
  const size = beliefs.regimes * beliefs.regimes
  const start = Math.min(t, beliefs.years) * (longestCycle + 1) * size
  for (let cell = 0; cell < size; cell++) target[cell] = 0
  let factor = 1
  for (let i = 0; i < to; i++) {
    if (i >= from) {
      for (let cell = 0; cell < size; cell++) {
        target[cell] = target[cell] + factor * beliefs.ahead[start + i * size + cell]
      }
    }
    factor *= discount
  }
}

/**
 * What a value at the next redesign counts for today: discount^cycle * P(t+1)...P(t+cycle).
 *
 * @param cycle years to the next redesign
 * @param target [regime x regime] overwritten
 */
export function continuationWeights(
  beliefs: Beliefs,
  t: number,
  cycle: number,
  discount: number,
  target: Float64Array,
): void {
  const size = beliefs.regimes * beliefs.regimes
  const start = Math.min(t, beliefs.years) * (longestCycle + 1) * size + cycle * size
  let factor = 1
  for (let i = 0; i < cycle; i++) factor *= discount
  for (let cell = 0; cell < size; cell++) target[cell] = factor * beliefs.ahead[start + cell]
}

/**
 * Probabilities of going from state to state, year by year. A year's step is the uncertain one, with the year's
 * probabilities, then the certain ones: the versions of rules that hold in the year, and dated events, which set the regime
 * whatever it was. In a year of events the regime that it begins in stays until the first of them. Section 8 of docs/model.md.
 */
import type { RegimeChain } from '../../engine/model/inputs/policy.ts'
import type { PolicyEvent, Transitions, Transition } from '../file/scenario.ts'
import { countsIn } from './dates.ts'
import type { PolicyStates } from './states.ts'

/** A chain as a scenario gives it. */
export interface ChainRules {
  readonly start: string
  readonly events: readonly PolicyEvent[]
  readonly transitions: Transitions
}

/** [year] matrices [state x state]; one more for the years after. */
export interface StateChain {
  readonly yearly: readonly Float64Array[]
  readonly settled: Float64Array
}

/** Steps into the years from..to and beyond; those into the first year lead from the base year to `start`. */
export function stateChain(rules: ChainRules, policy: PolicyStates, from: number, to: number): StateChain {
  const years = Array.from({ length: to - from + 1 }, (_, n) => from + n)
  const yearly = years.map((year) => step(rules, policy, year, from, false))
  return { yearly, settled: step(rules, policy, to, from, true) }
}

/** @param settled no event, the rules of the last day, and the probabilities of the last year, which are taken to stay */
function step(rules: ChainRules, policy: PolicyStates, year: number, from: number, settled: boolean): Float64Array {
  const { states } = policy
  const size = states.length
  const matrix = new Float64Array(size * size)
  const n = settled ? year - from + 1 : year - from
  const stateOf = (regime: string): number => policy.stateIn.get(regime)?.[n] ?? 0
  const through = policy.through.get(rules.events)
  for (let s = 0; s < size; s++) {
    const isStart = s === 0 && year === from && !settled
    const regime = isStart ? rules.start : states[s].regime
    const reached = settled || regime === undefined ? undefined : through?.get(regime)?.[n]
    if (reached !== undefined) matrix[s * size + reached] = 1
    else if (isStart) matrix[stateOf(rules.start)] = 1
    else if (regime === undefined) matrix[s * size + s] = 1
    else addRow(rules.transitions[regime] ?? {}, regime, year, stateOf, matrix, s * size)
  }
  return matrix
}

/** Probabilities of leaving a regime in the year; what is left over is the probability of staying. */
function addRow(
  row: Readonly<Record<string, Transition | null>>,
  regime: string,
  year: number,
  stateOf: (regime: string) => number,
  matrix: Float64Array,
  offset: number,
): void {
  let left = 1
  for (const [to, transition] of Object.entries(row)) {
    if (to === regime || transition === null) continue
    const probability = probabilityIn(year, transition)
    matrix[offset + stateOf(to)] = matrix[offset + stateOf(to)] + probability
    left -= probability
  }
  const own = offset + stateOf(regime)
  matrix[own] = matrix[own] + Math.max(0, left)
}

/** Probability of a transition in the year. */
export function probabilityIn(year: number, transition: Transition): number {
  if (typeof transition === 'number') return transition
  return countsIn(year, transition.from, transition.to) ? transition.probability : 0
}

/** [year 0..last] which states can be reached by then: in truth, and in what makers expect from there. */
export interface Reach {
  readonly truth: readonly (readonly boolean[])[]
  readonly belief: readonly (readonly boolean[])[]
  /** [state] in any year, or after. */
  readonly ever: readonly boolean[]
}

/** States [year][state] that can come true, and those that makers can expect from there. `size` states in all. */
export function reachableStates(truth: StateChain, belief: StateChain, size: number): Reach {
  const first: readonly boolean[] = Array.from({ length: size }, (_, s) => s === 0)
  const really = [first]
  const expected = [first]
  for (let t = 0; t < truth.yearly.length; t++) {
    really.push(image(really[t], truth.yearly[t], size))
    expected.push(union(really[t + 1], image(expected[t], belief.yearly[t], size)))
  }
  const last = truth.yearly.length
  really[last] = closure(really[last], truth.settled, size)
  expected[last] = closure(union(really[last], expected[last]), belief.settled, size)
  const ever = first.map((_, s) => expected.some((year) => year[s]))
  return { truth: really, belief: expected, ever }
}

function image(from: readonly boolean[], matrix: Float64Array, size: number): readonly boolean[] {
  return from.map((_, to) => from.some((reached, s) => reached && matrix[s * size + to] > 0))
}

function union(one: readonly boolean[], other: readonly boolean[]): readonly boolean[] {
  return one.map((reached, s) => reached || other[s])
}

/** All that can be reached in any number of steps. */
function closure(from: readonly boolean[], matrix: Float64Array, size: number): readonly boolean[] {
  let reached = from
  for (let round = 0; round < size; round++) reached = union(reached, image(reached, matrix, size))
  return reached
}

/**
 * The chain on the states that are kept. A row that cannot matter, since its state cannot be met in that year, is that
 * of the settled chain; one that would leave the kept states stays where it is.
 *
 * @param met [year 0..last x state] states that the chain can be in
 */
export function keepStates(
  chain: StateChain,
  met: readonly (readonly boolean[])[],
  kept: readonly number[],
  size: number,
): RegimeChain {
  const count = kept.length
  const years = chain.yearly.length
  const settled = new Float64Array(count * count)
  kept.forEach((s, row) => {
    if (met[years][s]) copyRow(chain.settled, s, kept, size, settled, row * count)
    else settled[row * count + row] = 1
  })
  const yearly = new Float64Array(years * count * count)
  for (let t = 0; t < years; t++) {
    kept.forEach((s, row) => {
      const offset = (t * count + row) * count
      if (met[t][s]) copyRow(chain.yearly[t], s, kept, size, yearly, offset)
      else yearly.set(settled.subarray(row * count, (row + 1) * count), offset)
    })
  }
  return { yearly, settled }
}

/** Copies row s of a matrix of all states, as far as it leads to kept ones, to `target` from `offset` on. */
function copyRow(
  matrix: Float64Array,
  s: number,
  kept: readonly number[],
  size: number,
  target: Float64Array,
  offset: number,
): void {
  kept.forEach((to, column) => {
    target[offset + column] = matrix[s * size + to]
  })
}

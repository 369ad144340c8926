/**
 * Values of every state at a redesign, from yearly profits, beliefs, lags and sunk costs: the recursion of `redesign` with
 * the flows and weights of each cycle. Serves lines and entrants. Section 8 of docs/model.md.
 */
import { type Beliefs, continuationWeights, discountedYears } from './beliefs.ts'
import { shortestCycle, placeCount } from '../inputs/sets.ts'
import type { MovingCosts, DecisionSpace } from './decision.ts'
import { settleRedesignValues, carryForward, stepRedesignValues } from './redesign.ts'
import type { RedesignChoice } from './redesignChoice.ts'

/** Values of being in each state at a redesign, and the flows of the coming cycle, as seen from year t. */
export function valueRedesign(
  beliefs: Beliefs,
  costs: MovingCosts,
  space: DecisionSpace,
  choice: RedesignChoice,
  t: number,
  cycle: number,
): void {
  const { inPlayCount: regimes, continuation } = space
  const { states, flow, sunk, values, carried } = choice
  const offset = (cycle - shortestCycle) * regimes * regimes
  values.fill(0)
  let redesigns = 0
  while (t + redesigns * cycle < beliefs.settledFrom) redesigns++
  weighCycle(beliefs, costs, space, choice, t + redesigns * cycle, cycle)
  settleRedesignValues(states, regimes, flow, sunk, continuation, offset, values, carried)
  // Before the chain settles each redesign has its own probabilities: step back from one to the one before.
  for (let n = redesigns - 1; n >= 0; n--) {
    weighCycle(beliefs, costs, space, choice, t + n * cycle, cycle)
    if (n === 0) carryForward(states, regimes, continuation, offset, values, carried)
    else stepRedesignValues(states, regimes, flow, sunk, continuation, offset, values, carried, values)
  }
}

/**
 * Discounted expected profit of a cycle that starts in year t, for every change of state that is open: in the old markets in
 * the first year, then in the new ones; at the old place until the lag is over, then at the new one.
 */
function weighCycle(
  beliefs: Beliefs,
  costs: MovingCosts,
  space: DecisionSpace,
  choice: RedesignChoice,
  t: number,
  cycle: number,
): void {
  const regimes = space.inPlayCount
  const square = regimes * regimes
  const { early, late } = space
  const { states, profit, flow, sunk, lag } = choice
  const cycleWeights = yearWeights(beliefs, costs, space, t, cycle)
  for (let from = 0; from < states; from++) {
    for (let to = 0; to < states; to++) {
      if (sunk[from * states + to] === Infinity) continue
      const matrix = (cycleWeights * 2 + (lag[to] === costs.lagExisting ? 0 : 1)) * square
      const meanwhile = to - (to % placeCount) + (from % placeCount)
      for (let r = 0; r < regimes; r++) {
        let sum = profit[from * regimes + r] - profit[meanwhile * regimes + r]
        for (let next = 0; next < regimes; next++) {
          const cell = matrix + r * regimes + next
          sum += early[cell] * profit[meanwhile * regimes + next] + late[cell] * profit[to * regimes + next]
        }
        flow[(from * states + to) * regimes + r] = sum
      }
    }
  }
}

/** Works out the weights of a cycle from year t unless they are there; returns their position, one for each cycle. */
function yearWeights(beliefs: Beliefs, costs: MovingCosts, space: DecisionSpace, t: number, cycle: number): number {
  const set = cycle - shortestCycle
  if (space.weighedYear[set] === t) return set
  const square = space.inPlayCount * space.inPlayCount
  continuationWeights(beliefs, t, cycle, costs.discount, space.whole, 0)
  keepInPlay(beliefs.regimes, space, space.continuation, set * square)
  for (let kind = 0; kind < 2; kind++) {
    const lag = Math.min(kind === 0 ? costs.lagExisting : costs.lagNew, cycle)
    const matrix = (set * 2 + kind) * square
    discountedYears(beliefs, t, 0, lag, costs.discount, space.whole, 0)
    keepInPlay(beliefs.regimes, space, space.early, matrix)
    discountedYears(beliefs, t, lag, cycle, costs.discount, space.whole, 0)
    keepInPlay(beliefs.regimes, space, space.late, matrix)
  }
  space.weighedYear[set] = t
  return set
}

/** Rows and columns of the regimes in play. */
function keepInPlay(regimes: number, space: DecisionSpace, target: Float64Array, offset: number): void {
  const { inPlay, inPlayCount, whole } = space
  for (let q = 0; q < inPlayCount; q++) {
    for (let next = 0; next < inPlayCount; next++) {
      target[offset + q * inPlayCount + next] = whole[inPlay[q] * regimes + inPlay[next]]
    }
  }
}

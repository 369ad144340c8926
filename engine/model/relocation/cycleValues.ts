/**
 * Values of every state at a redesign, from yearly profits, beliefs, lags and sunk costs: the recursion of `redesign` with
 * the flows and weights of each cycle. Serves lines and entrants. Section 8 of docs/model.md.
 */
import { placeCount, shortestCycle } from '../inputs/sets.ts'
import { continuationWeights, discountedYears } from './beliefs.ts'
import type { DecisionWork, Expectations, MovingCosts, Occasion } from './decision.ts'
import { carryForward, settleRedesignValues, stepRedesignValues } from './redesign.ts'
import type { RedesignChoice } from './redesignChoice.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount

/** What the weights of a cycle hang on beside beliefs. */
type CycleTerms = Pick<Occasion, 'costs' | 'cycle'>

/** The two lags that a move can have: to an existing plant, and to a new one. */
const lagKinds = 2
const existingPlant = 0
const newPlant = 1

/**
 * Fills `choice.flow`, `values` and `carried` as seen from the year of the occasion. Reads `choice.profit`, `sunk` and `lag`,
 * and the regimes in play of `decision`.
 */
export function valueRedesign(expectations: Expectations, choice: RedesignChoice, occasion: Occasion): void {
  const { beliefs, decision } = expectations
  const { year, cycle } = occasion
  const regimes = decision.inPlayCount
  const continuation = decision.continuation[cycle - shortestCycle]
  choice.values.fill(0)
  let redesigns = 0
  while (year + redesigns * cycle < beliefs.settledFrom) redesigns++
  weighCycle(expectations, choice, occasion, year + redesigns * cycle)
  settleRedesignValues(choice, regimes, continuation)
  // Before the chain settles each redesign has its own probabilities: step back from one to the one before.
  for (let n = redesigns - 1; n >= 0; n--) {
    weighCycle(expectations, choice, occasion, year + n * cycle)
    if (n === 0) carryForward(choice, regimes, continuation)
    else stepRedesignValues(choice, regimes, continuation)
  }
}

/**
 * Fills `choice.flow`: discounted expected profit of a cycle that starts in year t, for every change of state that is open.
 * In the first year a maker sells in the markets of its old state, from then on in those of the new one; it builds at the old
 * place until the lag of the move is over, and at the new one after it.
 */
function weighCycle(expectations: Expectations, choice: RedesignChoice, terms: CycleTerms, t: number): void {
  const { decision } = expectations
  const { early, late, inPlayCount: regimes } = decision
  const { states, profit, flow, sunk, lag } = choice
  const square = regimes * regimes
  const cycleWeights = yearWeights(expectations, terms, t)
  for (let from = 0; from < states; from++) {
    for (let to = 0; to < states; to++) {
      if (sunk[from * states + to] === Infinity) continue
      const kind = lag[to] === terms.costs.lagExisting ? existingPlant : newPlant
      const matrix = (cycleWeights * lagKinds + kind) * square
      // Until the move is done: the markets of the new state, served from the old place.
      const meanwhile = to - (to % places) + (from % places)
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

/** Works out the weights of a cycle from year t unless they are there; returns the position of its length among cycles. */
function yearWeights({ beliefs, decision }: Expectations, { costs, cycle }: CycleTerms, t: number): number {
  const length = cycle - shortestCycle
  if (decision.weighedYear[length] === t) return length
  const { whole } = decision
  const square = decision.inPlayCount * decision.inPlayCount
  continuationWeights(beliefs, t, cycle, costs.discount, whole)
  keepInPlay(decision, beliefs.regimes, decision.continuation[length], 0)
  for (let kind = 0; kind < lagKinds; kind++) {
    const lag = Math.min(lagOf(costs, kind), cycle)
    const matrix = (length * lagKinds + kind) * square
    discountedYears(beliefs, t, 0, lag, costs.discount, whole)
    keepInPlay(decision, beliefs.regimes, decision.early, matrix)
    discountedYears(beliefs, t, lag, cycle, costs.discount, whole)
    keepInPlay(decision, beliefs.regimes, decision.late, matrix)
  }
  decision.weighedYear[length] = t
  return length
}

function lagOf(costs: MovingCosts, kind: number): number {
  return kind === existingPlant ? costs.lagExisting : costs.lagNew
}

/** Copies the rows and columns of the regimes in play from `whole` [regime x regime] to `target` at `offset`. */
function keepInPlay(decision: DecisionWork, regimes: number, target: Float64Array, offset: number): void {
  const { inPlay, inPlayCount, whole } = decision
  for (let q = 0; q < inPlayCount; q++) {
    for (let next = 0; next < inPlayCount; next++) {
      target[offset + q * inPlayCount + next] = whole[inPlay[q] * regimes + inPlay[next]]
    }
  }
}

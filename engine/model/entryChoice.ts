/**
 * Where an entrant sells and builds from its next redesign on: the option values of `redesign` over states that are a
 * set of markets and a place. Section 9 of docs/model.md.
 *
 * Coming into a market costs once and takes a year; nothing is gained by leaving one, since no cost of staying is
 * modelled. Sunk costs are those of `entryPlants`.
 */
import { longestCycle, shortestCycle, type Beliefs } from './beliefs.ts'
import type { DecisionSpace, MovingCosts } from './decision.ts'
import { profitAtCost } from './demand.ts'
import { brandAppeal, mayBuildAt } from './entryCosts.ts'
import { entryMarketCount, entrySetCount, entryStateCount, isOpenMarket, type EntrySpace } from './entrySpace.ts'
import type { PlantState } from './plants.ts'
import { productCostWith, rowProfit } from './placeProfit.ts'
import { rentsAt } from './quotaOutlook.ts'
import { carryForward, settleRedesignValues, stepRedesignValues } from './redesign.ts'
import type { RegimeOutlook, Setting } from './regimes.ts'
import { yearWeights } from './relocate.ts'
import { marketCount, placeCount } from './sets.ts'

const states = entryStateCount

/** Makers value a market at the brand gap that they would have half a cycle in. */
const yearsAhead = (shortestCycle + longestCycle) / 4

/** Markets that the line's product sells in now, as a state's set. */
export function enteredSet(setting: Setting, i: number): number {
  let set = 0
  const products = setting.industry.products.length
  for (let m = 0; m < entryMarketCount; m++) if (setting.cost0[m * products + i] > 0) set |= 1 << m
  return set
}

/** Yearly profit and volume of entrant e in every state under every regime in play. */
export function profitStates(
  setting: Setting,
  plants: PlantState,
  outlook: RegimeOutlook,
  space: DecisionSpace,
  entry: EntrySpace,
  e: number,
): void {
  const { industry } = setting
  const { profit, volume } = entry.choice
  const j = entry.policy.lines[e]
  profit.fill(0)
  volume.fill(0)
  for (let q = 0; q < space.inPlayCount; q++) {
    const r = space.inPlay[q]
    for (let o = 0; o < placeCount; o++) {
      if (!mayBuildAt(industry, entry, e, o)) continue
      for (let m = 0; m < marketCount; m++) measureMarket(setting, plants, outlook, entry, e, r, m, j, o)
      const exported = rowProfit(setting, r, j, o)
      for (let set = 0; set < entrySetCount; set++) {
        const state = set * placeCount + o
        let earned = exported
        let built = setting.exports0[j]
        for (let m = 0; m < marketCount; m++) {
          if (m < entryMarketCount && (set & (1 << m)) === 0) continue
          earned += marketProfit[m]
          built += marketVolume[m]
        }
        profit[state * space.inPlayCount + q] = earned
        volume[state] = Math.max(volume[state], built)
      }
    }
  }
}

/** [market] results of `measureMarket`. */
const marketProfit = new Float64Array(marketCount)
const marketVolume = new Float64Array(marketCount)

/** Profit and volume in one market, as if the product were sold there at the appeal it will have. */
function measureMarket(
  setting: Setting,
  plants: PlantState,
  outlook: RegimeOutlook,
  entry: EntrySpace,
  e: number,
  r: number,
  m: number,
  j: number,
  o: number,
): void {
  const { industry, cost0 } = setting
  const i = industry.lineProduct[j]
  const cell = m * industry.products.length + i
  const market = setting.markets[m]
  const opens = m < entryMarketCount && isOpenMarket(industry, entry.policy, e, m)
  const costNow = cost0[cell]
  const appealNow = market.delta[i]
  if (opens) {
    cost0[cell] = entry.cost0[cell]
    const years = entry.presence[m * industry.makers.length + industry.productMaker[i]]
    market.delta[i] = brandAppeal(setting, entry, m, i, years + yearsAhead)
  }
  marketProfit[m] = 0
  marketVolume[m] = 0
  const cost = cost0[cell] > 0 ? productCostWith(setting, plants, outlook, r, m, i, j, o) : Infinity
  if (cost < Infinity) {
    const equilibrium = outlook.equilibria[r * marketCount + m]
    const markup = market.kind === 'ces' ? cost / (market.eta - 1) : equilibrium.markup[i]
    marketProfit[m] = profitAtCost(market, equilibrium, i, cost)
    marketVolume[m] = marketProfit[m] / markup
    const { quotas } = setting
    if (quotas !== undefined) {
      marketProfit[m] += rentsAt(setting, quotas, plants, outlook, r, m, i, j, o, marketVolume[m])
    }
  }
  cost0[cell] = costNow
  market.delta[i] = appealNow
}

/** Values of every state at a redesign, and the flows of the coming cycle, as seen from year t; see `redesign`. */
export function valueStates(
  beliefs: Beliefs,
  costs: MovingCosts,
  space: DecisionSpace,
  entry: EntrySpace,
  t: number,
  cycle: number,
): void {
  const { flow, sunk, values, carried } = entry.choice
  const regimes = space.inPlayCount
  const offset = (cycle - shortestCycle) * regimes * regimes
  values.fill(0)
  let redesigns = 0
  while (t + redesigns * cycle < beliefs.settledFrom) redesigns++
  weighStates(beliefs, costs, space, entry, t + redesigns * cycle, cycle)
  settleRedesignValues(states, regimes, flow, sunk, space.continuation, offset, values, carried)
  for (let n = redesigns - 1; n >= 0; n--) {
    weighStates(beliefs, costs, space, entry, t + n * cycle, cycle)
    if (n === 0) carryForward(states, regimes, space.continuation, offset, values, carried)
    else stepRedesignValues(states, regimes, flow, sunk, space.continuation, offset, values, carried, values)
  }
}

/**
 * Discounted expected profit of a cycle for every change of state: new markets from the second year on, the new place
 * once its lag is over.
 */
function weighStates(
  beliefs: Beliefs,
  costs: MovingCosts,
  space: DecisionSpace,
  entry: EntrySpace,
  t: number,
  cycle: number,
): void {
  const regimes = space.inPlayCount
  const square = regimes * regimes
  const { early, late } = space
  const { profit, flow, sunk, lag } = entry.choice
  const set = yearWeights(beliefs, costs, space, t, cycle)
  for (let from = 0; from < states; from++) {
    for (let to = 0; to < states; to++) {
      if (sunk[from * states + to] === Infinity) continue
      const matrix = (set * 2 + (lag[to] === costs.lagExisting ? 0 : 1)) * square
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

/**
 * What an entrant earns in each of its states, a set of markets and a place, when it chooses where to sell and build from its
 * next redesign on. `cycleValues` weighs them, with the sunk costs of `entryPlants`. Section 9 of docs/model.md.
 *
 * Coming into a market costs once and takes a year; nothing is gained by leaving one, since no cost of staying is
 * modelled.
 */
import { shortestCycle, longestCycle, placeCount, marketCount } from '../inputs/sets.ts'
import type { DecisionSpace } from '../relocation/decision.ts'
import { profitAtCost } from '../market/demand.ts'
import { mayBuildAt, brandAppeal } from './entryCosts.ts'
import { entryMarketCount, type EntrySpace, entrySetCount, isOpenMarket } from './entrySpace.ts'
import type { PlantState } from '../plants/plantState.ts'
import { rowProfit, productCostWith } from '../relocation/placeProfit.ts'
import { rentsAt } from '../relocation/quotaOutlook.ts'
import type { Setting } from '../cost/setting.ts'
import type { RegimeOutlook } from '../relocation/outlook.ts'

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

/**
 * What an entrant earns in each of its states, a set of markets and a place, when it chooses where to sell and build from its
 * next redesign on. `cycleValues` weighs them, with the sunk costs of `entryPlants`. Section 9 of docs/model.md.
 *
 * Coming into a market costs once and takes a year; nothing is gained by leaving one, since no cost of staying is
 * modelled.
 */
import { shortestCycle, longestCycle, placeCount, marketCount } from '../inputs/sets.ts'
import type { DecidingEconomy } from '../relocation/decision.ts'
import { profitAtCost } from '../market/demand.ts'
import { mayBuildAt, brandAppeal } from './entryCosts.ts'
import { entryMarketCount, type EntryChoice, type EntryState, entrySetCount, isOpenMarket } from './entryState.ts'
import { rowProfit, productCostWith } from '../relocation/placeProfit.ts'
import { rentsAt } from '../relocation/quotaOutlook.ts'
import type { Setting } from '../cost/setting.ts'

/** Years of presence at which a maker values a market: it takes the brand gap in the middle of a mean cycle for the whole. */
const yearsAhead = (shortestCycle + longestCycle) / 4

/** The set of markets that product i sells in now, as in the states of a choice: bit m for market m. */
export function enteredSet(setting: Setting, i: number): number {
  let set = 0
  const products = setting.industry.products.length
  for (let m = 0; m < entryMarketCount; m++) if (setting.cost0[m * products + i] > 0) set |= 1 << m
  return set
}

/** Fills `choice.profit` and `volume` of entrant e: every state open to it under every regime in play; 0 for the others. */
export function profitStates(economy: DecidingEconomy, entry: EntryState, e: number): void {
  const { setting, decision } = economy
  const { industry } = setting
  const { profit, volume, marketProfit, marketVolume } = entry.choice
  const j = entry.policy.lines[e]
  profit.fill(0)
  volume.fill(0)
  for (let q = 0; q < decision.inPlayCount; q++) {
    const r = decision.inPlay[q]
    for (let o = 0; o < placeCount; o++) {
      if (!mayBuildAt(industry, entry, e, o)) continue
      for (let m = 0; m < marketCount; m++) measureMarket(economy, entry, e, r, m, o)
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
        profit[state * decision.inPlayCount + q] = earned
        volume[state] = Math.max(volume[state], built)
      }
    }
  }
}

/**
 * Fills `choice.marketProfit` and `marketVolume` of market m for entrant e built at o under regime r. A market that it has
 * not come into yet is measured as if it sold there, at the appeal that it would have half a cycle from now; what is changed
 * in the setting for this is put back.
 */
function measureMarket(economy: DecidingEconomy, entry: EntryState, e: number, r: number, m: number, o: number): void {
  const { setting } = economy
  const { industry, cost0 } = setting
  const i = industry.lineProduct[entry.policy.lines[e]]
  const cell = m * industry.products.length + i
  const market = setting.markets[m]
  const costNow = cost0[cell]
  const appealNow = market.delta[i]
  if (m < entryMarketCount && isOpenMarket(industry, entry.policy, e, m)) {
    cost0[cell] = entry.cost0[cell]
    const years = entry.presence[m * industry.makers.length + industry.productMaker[i]]
    market.delta[i] = brandAppeal(setting, entry, m, i, years + yearsAhead)
  }
  sellAt(economy, entry.choice, entry.policy.lines[e], r, m, o)
  cost0[cell] = costNow
  market.delta[i] = appealNow
}

/** Profit (thousand USD a year) and volume of line j in market m, at rivals' prices of the regime's equilibrium. */
function sellAt(economy: DecidingEconomy, choice: EntryChoice, j: number, r: number, m: number, o: number): void {
  const { setting, outlook } = economy
  const { marketProfit, marketVolume } = choice
  const i = setting.industry.lineProduct[j]
  const market = setting.markets[m]
  marketProfit[m] = 0
  marketVolume[m] = 0
  if (!(setting.cost0[m * setting.industry.products.length + i] > 0)) return
  const cost = productCostWith(economy, r, m, j, o)
  if (!(cost < Infinity)) return
  const equilibrium = outlook.equilibria[r * marketCount + m]
  const markup = market.kind === 'ces' ? cost / (market.eta - 1) : equilibrium.markup[i]
  marketProfit[m] = profitAtCost(market, equilibrium, i, cost)
  marketVolume[m] = marketProfit[m] / markup
  if (setting.quotas !== undefined) marketProfit[m] += rentsAt(economy, r, m, j, o, marketVolume[m])
}

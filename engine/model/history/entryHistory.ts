/**
 * Entrants through the years of a history: brands grow known where they sell, makers whose lines are due decide where
 * to sell and build. Section 9 of docs/model.md; called from `history`.
 */
import { valueRedesign } from '../relocation/cycleValues.ts'
import type { MovingCosts } from '../relocation/decision.ts'
import { brandAppeal } from '../entry/entryCosts.ts'
import { enteredSet, profitStates } from '../entry/entryChoice.ts'
import { costStates } from '../entry/entryPlants.ts'
import { type EntrySpace, entryMarketCount, isOpenMarket, entryStateCount } from '../entry/entrySpace.ts'
import type { HistoryListener } from './listener.ts'
import { bookMove } from '../accounts/ledger.ts'
import { orderMove } from '../plants/plantMoves.ts'
import { bestPlace } from '../relocation/redesign.ts'
import { noteMove } from '../relocation/outlook.ts'
import { placeCount } from '../inputs/sets.ts'
import type { ScenarioSpace, Workspace } from './workspace.ts'

/** Starts a history: no one has come in, no plant is bought. */
export function openEntry(space: ScenarioSpace, entry: EntrySpace): void {
  const { industry, cost0 } = space.setting
  const products = industry.products.length
  entry.presence.fill(0)
  entry.buyer.fill(-1)
  entry.knownRegime.fill(-1)
  for (let e = 0; e < entry.policy.lines.length; e++) {
    const i = industry.lineProduct[entry.policy.lines[e]]
    for (let m = 0; m < entryMarketCount; m++) {
      if (!isOpenMarket(industry, entry.policy, e, m)) continue
      cost0[m * products + i] = 0
      space.setting.markets[m].delta[i] = brandAppeal(space.setting, entry, m, i, 0)
    }
  }
}

/** A year of sales is a year of presence, for all of the maker's products in the market. */
export function growBrands(space: ScenarioSpace, entry: EntrySpace): void {
  const { setting, year, outlook } = space
  const { industry } = setting
  const makers = industry.makers.length
  for (let m = 0; m < entryMarketCount; m++) {
    if (countPresence(space, entry, m) === 0) continue
    for (let e = 0; e < entry.policy.lines.length; e++) {
      const i = industry.lineProduct[entry.policy.lines[e]]
      if (!isOpenMarket(industry, entry.policy, e, m)) continue
      const years = entry.presence[m * makers + industry.productMaker[i]]
      setting.markets[m].delta[i] = brandAppeal(setting, entry, m, i, years)
      // What makers expect of regimes was worked out with the old appeal.
      if (year.equilibria[m].quantity[i] > 0) noteMove(outlook, i)
    }
  }
}

/** Adds last year to the presence of makers that sold in the market; returns how many did. */
function countPresence({ setting, year }: ScenarioSpace, entry: EntrySpace, m: number): number {
  const { industry } = setting
  const { counted } = entry
  const makers = industry.makers.length
  let grown = 0
  counted.fill(0)
  for (let e = 0; e < entry.policy.lines.length; e++) {
    const i = industry.lineProduct[entry.policy.lines[e]]
    const maker = industry.productMaker[i]
    if (counted[maker] === 1 || !isOpenMarket(industry, entry.policy, e, m)) continue
    if (!(year.equilibria[m].quantity[i] > 0)) continue
    counted[maker] = 1
    entry.presence[m * makers + maker] += 1
    grown++
  }
  return grown
}

/** Entrants that are due decide, in the order of the lines; `openDecisions` and the outlook are the year's. */
export function decideEntries(
  workspace: Workspace,
  space: ScenarioSpace,
  entry: EntrySpace,
  costs: MovingCosts,
  regime: number,
  t: number,
  listener?: HistoryListener,
): void {
  const { order, draws } = workspace
  for (let n = 0; n < order.length; n++) {
    const j = order[n]
    const e = entry.entrantOf[j]
    if (e < 0 || t < entry.policy.from[e] || space.plants.arrival[j] > 0) continue
    // The first chance counts as a redesign; after it, a change of regime brings a decision forward, at a premium.
    const due = t >= space.nextRedesign[j] || entry.knownRegime[j] < 0
    if (!due && entry.knownRegime[j] === regime) continue
    entry.knownRegime[j] = regime
    if (due) space.nextRedesign[j] = t + draws.cycle[j]
    considerEntry(workspace, space, entry, costs, regime, t, e, due ? 1 : costs.earlyPremium, listener)
  }
}

function considerEntry(
  workspace: Workspace,
  space: ScenarioSpace,
  entry: EntrySpace,
  costs: MovingCosts,
  regime: number,
  t: number,
  e: number,
  premium: number,
  listener?: HistoryListener,
): void {
  const { draws, map } = workspace
  const { setting, plants, outlook, decision, beliefs } = space
  const { choice } = entry
  const j = entry.policy.lines[e]
  const from = enteredSet(setting, setting.industry.lineProduct[j]) * placeCount + plants.linePlace[j]
  profitStates(setting, plants, outlook, decision, entry, e)
  costStates(setting, map, plants, costs, entry, e, t)
  valueRedesign(beliefs, costs, decision, choice, t, draws.cycle[j])
  const to = bestPlace(
    entryStateCount,
    decision.inPlayCount,
    choice.flow,
    choice.sunk,
    choice.carried,
    from,
    decision.position[regime],
    premium,
    choice.gain,
  )
  const cycle = draws.cycle[j]
  listener?.onEntry?.({ year: t, line: j, from, to, regime, cycle, premium, costs })
  if (to === from) return
  space.nextRedesign[j] = t + cycle
  carryOut(space, entry, j, from, to, t, premium, listener)
  noteMove(outlook, setting.industry.lineProduct[j])
}

/** Begins to sell next year in the state's new markets, and orders the move to its place. */
function carryOut(
  space: ScenarioSpace,
  entry: EntrySpace,
  j: number,
  from: number,
  to: number,
  t: number,
  premium: number,
  listener?: HistoryListener,
): void {
  const { setting, plants, ledger, year } = space
  const { industry } = setting
  const { choice } = entry
  const i = industry.lineProduct[j]
  const maker = industry.productMaker[i]
  for (let m = 0; m < entryMarketCount; m++) {
    const cell = m * industry.products.length + i
    if ((Math.floor(to / placeCount) & (1 << m)) === 0 || setting.cost0[cell] > 0) continue
    setting.cost0[cell] = entry.cost0[cell]
    // The duty of a product that was not sold is no change in duty, which the maker would spread over its range.
    const duty = year.lineDuty[m * industry.lines.length + j]
    year.dutyBefore[cell] = duty < Infinity ? duty : 0
  }
  const sunk = choice.sunk[from * entryStateCount + to] * premium
  const o = to % placeCount
  if (from % placeCount === o) {
    ledger.investmentBy[ledger.group[maker]] += sunk
    return
  }
  // What it costs to come into a market is not spent on a plant.
  const onPlant = choice.plantCost[to] * premium
  ledger.investmentBy[ledger.group[maker]] += sunk - onPlant
  const found = choice.slot[to]
  const slot = orderMove(industry, plants, j, o, found, t + Math.max(1, choice.lag[to]), choice.volume[to])
  if (found >= 0 && found < industry.plants.length && industry.plants[found].maker !== maker) entry.buyer[found] = maker
  bookMove(ledger, maker, from % placeCount, o, onPlant)
  listener?.onMove({
    year: t,
    line: j,
    from: from % placeCount,
    to: o,
    slot,
    arrives: plants.arrival[j],
    gain: choice.gain[0],
    sunk,
    early: premium > 1,
  })
}

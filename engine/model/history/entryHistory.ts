/**
 * Entrants through the years of a history: brands grow known where they sell, makers whose lines are due decide where
 * to sell and build. Section 9 of docs/model.md; called from `history`.
 */
import { valueRedesign } from '../relocation/cycleValues.ts'
import type { Occasion } from '../relocation/decision.ts'
import { brandAppeal } from '../entry/entryCosts.ts'
import { enteredSet, profitStates } from '../entry/entryChoice.ts'
import { costStates } from '../entry/entryPlants.ts'
import { type EntryState, entryMarketCount, isOpenMarket, entryStateCount } from '../entry/entryState.ts'
import type { HistoryListener, TakenEntry } from './listener.ts'
import { bookEntryCost, bookMove } from '../accounts/ledger.ts'
import { orderMove } from '../plants/plantMoves.ts'
import { bestState } from '../relocation/redesign.ts'
import { noteMove } from '../relocation/outlook.ts'
import { placeCount } from '../inputs/sets.ts'
import type { HistoryRun } from './historyRun.ts'
import type { Economy } from './economy.ts'

/** Starts a history: no entrant sells in a new market, no plant is bought. */
export function resetEntry(economy: Economy, entry: EntryState): void {
  const { industry, cost0 } = economy.setting
  const products = industry.products.length
  entry.presence.fill(0)
  entry.buyer.fill(-1)
  entry.knownRegime.fill(-1)
  for (let e = 0; e < entry.policy.lines.length; e++) {
    const i = industry.lineProduct[entry.policy.lines[e]]
    for (let m = 0; m < entryMarketCount; m++) {
      if (!isOpenMarket(industry, entry.policy, e, m)) continue
      cost0[m * products + i] = 0
      economy.setting.markets[m].delta[i] = brandAppeal(economy.setting, entry, m, i, 0)
    }
  }
}

/**
 * Brands grow known: last year's sales of any of a maker's products in a market count as a year of presence there, and narrow
 * the brand gap of all its products.
 */
export function growBrands(economy: Economy, entry: EntryState): void {
  const { setting, year, outlook } = economy
  const { industry } = setting
  const makers = industry.makers.length
  for (let m = 0; m < entryMarketCount; m++) {
    if (countPresence(economy, entry, m) === 0) continue
    for (let e = 0; e < entry.policy.lines.length; e++) {
      const i = industry.lineProduct[entry.policy.lines[e]]
      if (!isOpenMarket(industry, entry.policy, e, m)) continue
      const years = entry.presence[m * makers + industry.productMaker[i]]
      setting.markets[m].delta[i] = brandAppeal(setting, entry, m, i, years)
      // Makers' expectations of regimes were solved at the old appeal.
      if (year.equilibria[m].quantity[i] > 0) noteMove(outlook, i)
    }
  }
}

/** Adds last year to the presence of makers that sold in the market; returns how many did. */
function countPresence({ setting, year }: Economy, entry: EntryState, m: number): number {
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

/**
 * Entrants that are due decide, in the order of the lines. Their first chance counts as a redesign; after it, a change of
 * regime brings a decision forward, at a premium.
 */
export function decideEntries(run: HistoryRun, entry: EntryState, regime: number, t: number): void {
  const { economy, costs } = run
  const { order, draws } = run.workspace
  for (let n = 0; n < order.length; n++) {
    const j = order[n]
    const e = entry.entrantOf[j]
    if (e < 0 || t < entry.policy.from[e] || economy.plants.arrival[j] > 0) continue
    const due = t >= economy.nextRedesign[j] || entry.knownRegime[j] < 0
    if (!due && entry.knownRegime[j] === regime) continue
    entry.knownRegime[j] = regime
    const cycle = draws.cycle[j]
    if (due) economy.nextRedesign[j] = t + cycle
    considerEntry(run, entry, { year: t, line: j, regime, cycle, premium: due ? 1 : costs.earlyPremium, costs })
  }
}

function considerEntry({ economy, listener }: HistoryRun, entry: EntryState, occasion: Occasion): void {
  const { setting, plants, outlook, decision } = economy
  const { choice } = entry
  const { year, line, regime, cycle, premium } = occasion
  const product = setting.industry.lineProduct[line]
  const from = enteredSet(setting, product) * placeCount + plants.linePlace[line]
  profitStates(economy, entry, entry.entrantOf[line])
  costStates(economy, entry, occasion)
  valueRedesign(economy, choice, occasion)
  const to = bestState(choice, decision.inPlayCount, from, decision.position[regime], premium)
  const taken = { ...occasion, from, to }
  listener?.onEntry?.(taken)
  if (to === from) return
  economy.nextRedesign[line] = year + cycle
  enterMarkets(economy, entry, taken)
  carryOutEntry(economy, entry, taken, listener)
  noteMove(outlook, product)
}

/** Begins to sell next year in the new markets of the state that was chosen. */
function enterMarkets({ setting, year }: Economy, entry: EntryState, { line, to }: TakenEntry): void {
  const { industry } = setting
  const i = industry.lineProduct[line]
  const set = Math.floor(to / placeCount)
  for (let m = 0; m < entryMarketCount; m++) {
    const cell = m * industry.products.length + i
    if ((set & (1 << m)) === 0 || setting.cost0[cell] > 0) continue
    setting.cost0[cell] = entry.cost0[cell]
    // The first duty on a product is no change in duty: it has no earlier one to differ from, and is not spread over the range.
    const duty = year.lineDuty[m * industry.lines.length + line]
    year.dutyBefore[cell] = duty < Infinity ? duty : 0
  }
}

/** Books what the change of state costs and orders the move to its place, where that is another one. */
function carryOutEntry(
  { setting, plants, ledger }: Economy,
  { choice, buyer }: EntryState,
  { year, line, from, to, premium }: TakenEntry,
  listener: HistoryListener | undefined,
): void {
  const { industry } = setting
  const maker = industry.productMaker[industry.lineProduct[line]]
  const sunk = choice.sunk[from * entryStateCount + to] * premium
  const [fromPlace, place] = [from % placeCount, to % placeCount]
  if (fromPlace === place) {
    bookEntryCost(ledger, maker, sunk)
    return
  }
  const onPlant = choice.plantCost[to] * premium
  bookEntryCost(ledger, maker, sunk - onPlant)
  const found = choice.slot[to]
  const arrival = year + Math.max(1, choice.lag[to])
  const slot = orderMove(industry, plants, { line, place, slot: found, arrival, volume: choice.volume[to] })
  if (found >= 0 && found < industry.plants.length && industry.plants[found].maker !== maker) buyer[found] = maker
  bookMove(ledger, maker, fromPlace, place, onPlant)
  const gain = choice.gain[0]
  listener?.onMove({
    year,
    line,
    from: fromPlace,
    to: place,
    slot,
    arrives: arrival,
    gain,
    sunk,
    early: premium > 1,
    announced: false,
  })
}

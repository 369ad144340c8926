/**
 * Where a maker builds a line from its next redesign on. Section 8 of docs/model.md.
 *
 * `placeProfit` says what each place earns a year under each regime; `cycleValues` turns profits, beliefs, lags and sunk
 * costs into values.
 */
import { overseasPlace, placeCount } from '../inputs/sets.ts'
import { orderMove, plantWithRoom } from '../plants/plantMoves.ts'
import { valueRedesign } from './cycleValues.ts'
import { type DecidingEconomy, type LineOccasion, sunkCostScale } from './decision.ts'
import { placeProfit } from './placeProfit.ts'
import { bestState } from './redesign.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount

/**
 * Decides where the line of the occasion is built from the coming cycle on.
 *
 * @returns the place; `economy.decision.choice.gain[0]` is the value of going there over staying, thousand USD
 */
export function decidePlace(economy: DecidingEconomy, occasion: LineOccasion): number {
  const { plants, decision } = economy
  const { choice, position, inPlayCount } = decision
  const { line, regime, premium } = occasion
  const from = plants.linePlace[line]
  choice.gain[0] = 0
  if (!cheaperElsewhere(economy, line)) return from
  if (!profitsElsewhere(economy, line)) return from
  findDestinations(economy, occasion)
  valueRedesign(economy, choice, occasion)
  return bestState(choice, inPlayCount, from, position[regime], premium)
}

/**
 * Whether some place open to line j has a lower mean cost than where it is, under any regime in play. Where none has, its
 * maker does not study a move.
 */
function cheaperElsewhere({ setting, plants, outlook, decision }: DecidingEconomy, j: number): boolean {
  const lines = setting.industry.lines.length
  const from = plants.linePlace[j]
  for (let q = 0; q < decision.inPlayCount; q++) {
    const start = (decision.inPlay[q] * lines + j) * places
    for (let o = 0; o < places; o++) if (outlook.index[start + o] < outlook.index[start + from]) return true
  }
  return false
}

/**
 * Fills `choice.profit` of line j for every place and regime in play.
 *
 * @returns false when staying earns at least as much everywhere, so that no value needs to be computed
 */
export function profitsElsewhere(economy: DecidingEconomy, j: number): boolean {
  const { setting, plants, decision } = economy
  const { inPlay, inPlayCount, choice } = decision
  const { profit } = choice
  const from = plants.linePlace[j]
  let better = false
  for (let q = 0; q < inPlayCount; q++) {
    const stay = placeProfit(economy, inPlay[q], j, from)
    profit[from * inPlayCount + q] = stay
    for (let o = 0; o < places; o++) {
      if (o === from) continue
      const open = setting.scales.locationFactor[j * places + o] < Infinity
      const there = open ? placeProfit(economy, inPlay[q], j, o) : 0
      profit[o * inPlayCount + q] = there
      if (open && there > stay) better = true
    }
  }
  return better
}

/** Fills `choice.slot`, `lag` and `sunk`: plant, lag (years) and sunk cost (thousand USD) of a move to each place. */
export function findDestinations(
  { setting, map, plants, decision }: DecidingEconomy,
  { line, volume, costs }: LineOccasion,
): void {
  const { industry, scales } = setting
  const { choice } = decision
  const now = plants.linePlace[line]
  const maker = industry.productMaker[industry.lineProduct[line]]
  const scale = sunkCostScale(volume, costs)
  for (let to = 0; to < places; to++) {
    const open = scales.locationFactor[line * places + to] < Infinity
    const slot = open && to !== overseasPlace ? plantWithRoom(map, plants, maker, to, volume) : -1
    const existing = slot >= 0 || to === overseasPlace || to === now
    choice.slot[to] = slot
    choice.lag[to] = existing ? costs.lagExisting : costs.lagNew
    const sunk = open ? scale * (existing ? costs.sunkExisting : costs.sunkNew) : Infinity
    for (let from = 0; from < places; from++) choice.sunk[from * places + to] = from === to ? 0 : sunk
  }
}

/**
 * Orders the move that `decidePlace` chose; it books no cost.
 *
 * @returns the slot of the destination, -1 overseas
 */
export function carryOutMove(economy: DecidingEconomy, { line, year, volume }: LineOccasion, place: number): number {
  const { slot, lag } = economy.decision.choice
  const arrival = year + Math.max(1, lag[place])
  return orderMove(economy.setting.industry, economy.plants, { line, place, slot: slot[place], arrival, volume })
}

/**
 * Where a maker builds a line from its next redesign on. Section 8 of docs/model.md.
 *
 * `placeProfit` says what each place earns a year under each regime; `cycleValues` turns profits, beliefs, lags and sunk
 * costs into values.
 */
import { pow } from '../../math/elementary.ts'
import type { Beliefs } from './beliefs.ts'
import { valueRedesign } from './cycleValues.ts'
import { type MovingCosts, type DecisionSpace, referenceVolume, thousandsInBillion } from './decision.ts'
import type { PlantMap } from '../plants/plantMap.ts'
import type { PlantState } from '../plants/plantState.ts'
import { plantWithRoom, orderMove } from '../plants/plantMoves.ts'
import { bestPlace } from './redesign.ts'
import { placeProfit } from './placeProfit.ts'
import type { Setting } from '../cost/setting.ts'
import type { RegimeOutlook } from './outlook.ts'
import { placeCount, overseasPlace } from '../inputs/sets.ts'

/**
 * Decides where line j, now at its place, is built from the coming cycle on.
 *
 * @param r regime in force
 * @param t year of the decision
 * @param premium factor on the sunk cost of moving now (1 at a redesign)
 * @returns the place; `space.choice.gain[0]` is what going there is worth over staying, thousand USD
 */
export function decidePlace(
  setting: Setting,
  map: PlantMap,
  plants: PlantState,
  outlook: RegimeOutlook,
  beliefs: Beliefs,
  costs: MovingCosts,
  space: DecisionSpace,
  j: number,
  volume: number,
  r: number,
  t: number,
  cycle: number,
  premium: number,
): number {
  const origin = plants.linePlace[j]
  const { choice } = space
  choice.gain[0] = 0
  if (!cheaperElsewhere(outlook, space, setting.industry.lines.length, j, origin)) return origin
  if (!profitsElsewhere(setting, plants, outlook, space, j, origin)) return origin
  findDestinations(setting, map, plants, costs, space, j, volume, origin)
  valueRedesign(beliefs, costs, space, choice, t, cycle)
  const { flow, sunk, carried, gain } = choice
  return bestPlace(placeCount, space.inPlayCount, flow, sunk, carried, origin, space.position[r], premium, gain)
}

/**
 * Whether some place open to the line has a lower mean cost than where it is, under any regime in play. Where none has, its
 * maker does not study a move.
 */
function cheaperElsewhere(
  outlook: RegimeOutlook,
  space: DecisionSpace,
  lines: number,
  j: number,
  origin: number,
): boolean {
  for (let q = 0; q < space.inPlayCount; q++) {
    const start = (space.inPlay[q] * lines + j) * placeCount
    for (let o = 0; o < placeCount; o++) if (outlook.index[start + o] < outlook.index[start + origin]) return true
  }
  return false
}

/** Fills profits; false when staying earns at least as much everywhere, so that no value needs to be computed. */
export function profitsElsewhere(
  setting: Setting,
  plants: PlantState,
  outlook: RegimeOutlook,
  space: DecisionSpace,
  j: number,
  origin: number,
): boolean {
  const { inPlay, inPlayCount } = space
  const { profit } = space.choice
  let better = false
  for (let q = 0; q < inPlayCount; q++) {
    const stay = placeProfit(setting, plants, outlook, inPlay[q], j, origin)
    profit[origin * inPlayCount + q] = stay
    for (let o = 0; o < placeCount; o++) {
      if (o === origin) continue
      const open = setting.scales.z[j * placeCount + o] < Infinity
      const there = open ? placeProfit(setting, plants, outlook, inPlay[q], j, o) : 0
      profit[o * inPlayCount + q] = there
      if (open && there > stay) better = true
    }
  }
  return better
}

/** Sunk cost, lag and plant for a move to each place. */
export function findDestinations(
  setting: Setting,
  map: PlantMap,
  plants: PlantState,
  costs: MovingCosts,
  space: DecisionSpace,
  j: number,
  volume: number,
  origin: number,
): void {
  const { industry } = setting
  const { choice } = space
  const maker = industry.productMaker[industry.lineProduct[j]]
  const size = pow(Math.max(volume, 1) / referenceVolume, costs.volumePower) * thousandsInBillion
  for (let to = 0; to < placeCount; to++) {
    const open = setting.scales.z[j * placeCount + to] < Infinity
    const slot = open && to !== overseasPlace ? plantWithRoom(map, plants, maker, to, volume) : -1
    const existing = slot >= 0 || to === overseasPlace || to === origin
    choice.slot[to] = slot
    choice.lag[to] = existing ? costs.lagExisting : costs.lagNew
    const sunk = open ? size * (existing ? costs.sunkExisting : costs.sunkNew) : Infinity
    for (let from = 0; from < placeCount; from++) choice.sunk[from * placeCount + to] = from === to ? 0 : sunk
  }
}

/** Carries a decision out. Returns the slot of the destination (-1 overseas) and books nothing else. */
export function carryOutMove(
  setting: Setting,
  plants: PlantState,
  space: DecisionSpace,
  j: number,
  place: number,
  t: number,
  volume: number,
): number {
  const { slot, lag } = space.choice
  return orderMove(setting.industry, plants, j, place, slot[place], t + Math.max(1, lag[place]), volume)
}

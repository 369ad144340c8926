/**
 * What makers have announced of their plants, as dated events of a scenario: lines that move, capacity that comes or goes, plants
 * that open and close. Section 10 of docs/model.md.
 *
 * An announced move is an order that stands from the start: it reserves room where the line goes, its maker decides nothing about
 * the line until it has arrived, and is free again after. When a plant closes, the lines that are left in it, and those on their
 * way to it, go to its maker's plant in the country that has room; else to one in another country of the region, the country
 * where the line is likeliest to be built first; else to a new plant in the country.
 */
import type { Industry } from '../inputs/industry.ts'
import type { PlantEvents } from '../inputs/plantEvents.ts'
import { placeCount, regionPlaces } from '../inputs/sets.ts'
import type { PlantMap } from './plantMap.ts'
import { orderMove, plantWithRoom } from './plantMoves.ts'
import type { PlantState } from './plantState.ts'

/** The plants of one history. */
export interface Yard {
  readonly industry: Industry
  readonly map: PlantMap
  readonly state: PlantState
}

/** Orders the announced moves, at the start of a history. @param output [line] base-year output, vehicles */
export function orderAnnounced({ industry, map, state }: Yard, { moves }: PlantEvents, output: Float64Array): void {
  for (const { line, slot, year } of moves) {
    orderMove(industry, state, { line, place: map.place[slot], slot, arrival: year, volume: output[line] })
  }
}

/**
 * Carries out what is announced of plants for year t, before the year's moves arrive.
 *
 * @param output [line] of last year, vehicles
 * @param sent filled with the lines that a closure sends elsewhere, 1 for each
 */
export function changePlants(
  yard: Yard,
  { capacity, closures }: PlantEvents,
  t: number,
  output: Float64Array,
  sent: Uint8Array,
): void {
  const { state } = yard
  for (const { slot, year, change, opens } of capacity) {
    if (year !== t) continue
    state.capacity[slot] = Math.max(0, state.capacity[slot] + change)
    if (!opens) continue
    state.opened[slot] = state.opened[slot] + 1
    state.closed[slot] = 0
  }
  sent.fill(0)
  for (const { slot, year } of closures) {
    if (year !== t) continue
    state.closed[slot] = 1
    for (let j = 0; j < sent.length; j++) {
      if ((state.arrival[j] > 0 ? state.targetSlot[j] : state.lineSlot[j]) !== slot) continue
      sendElsewhere(yard, j, Math.max(t, state.arrival[j]), output[j])
      sent[j] = 1
    }
  }
}

/** Orders a move of line j, or another in place of the one under way, to where its maker has room from the year `arrival` on. */
function sendElsewhere({ industry, map, state }: Yard, line: number, arrival: number, volume: number): void {
  const target = state.arrival[line] > 0 ? state.targetSlot[line] : -1
  const here = target >= 0 ? map.place[target] : state.linePlace[line]
  if (target >= 0) {
    state.load[target] = state.load[target] - volume
    state.expected[target] = state.expected[target] - 1
    const from = state.lineSlot[line]
    if (from >= 0) state.load[from] = state.load[from] + volume
  }
  const place = countryWithRoom({ industry, map, state }, line, here, volume)
  const maker = industry.productMaker[industry.lineProduct[line]]
  const slot = plantWithRoom(map, state, maker, place, volume)
  orderMove(industry, state, { line, place, slot, arrival, volume })
}

/** The country `here` if the maker has room there; else the likeliest other one in which it has; else `here`, in a new plant. */
function countryWithRoom({ industry, map, state }: Yard, line: number, here: number, volume: number): number {
  const maker = industry.productMaker[industry.lineProduct[line]]
  if (plantWithRoom(map, state, maker, here, volume) >= 0) return here
  let best = here
  let likeliest = 0
  for (let o = 0; o < regionPlaces; o++) {
    const prior = industry.placePrior[line * placeCount + o]
    if (o === here || prior <= likeliest || plantWithRoom(map, state, maker, o, volume) < 0) continue
    best = o
    likeliest = prior
  }
  return best
}

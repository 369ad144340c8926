/** Moves of lines between plants: finding room, ordering, arriving; and plants that close. Section 10 of docs/model.md. */
import type { Industry } from '../inputs/industry.ts'
import { overseasPlace, regionPlaces } from '../inputs/sets.ts'
import { type PlantMap, newPlantSlot, newPlantCapacity } from './plantMap.ts'
import { type PlantState, countLines } from './plantState.ts'

/** A line fits into a plant whose spare capacity is at least this share of the line's volume. */
export const leastRoom = 0.9

/**
 * The maker's plant in a country of the region with most room for the volume (vehicles a year), or -1 when a new plant is
 * needed. Plants that the data list as planned count from the start: they are being built.
 */
export function plantWithRoom(map: PlantMap, state: PlantState, maker: number, place: number, volume: number): number {
  let best = -1
  let mostRoom = leastRoom * volume
  const group = maker * regionPlaces + place
  for (let n = map.ownedOff[group]; n < map.ownedOff[group + 1]; n++) {
    const slot = map.owned[n]
    const room = state.capacity[slot] - state.load[slot]
    if (state.closed[slot] === 0 && state.capacity[slot] > 0 && room >= mostRoom) {
      best = slot
      mostRoom = room
    }
  }
  return best
}

/** A line's move to another place. */
export interface MoveOrder {
  readonly line: number
  readonly place: number
  /** Slot of an existing plant; -1 overseas, or to open a new plant. */
  readonly slot: number
  /** Year in which the line runs at its new place, counted from the base year. */
  readonly arrival: number
  /** Vehicles a year. */
  readonly volume: number
}

/**
 * Orders a move, and reserves room for the line where it goes. Opens a new plant where the order names none.
 *
 * @returns the slot of the destination, -1 overseas
 */
export function orderMove(
  industry: Industry,
  state: PlantState,
  { line, place, slot, arrival, volume }: MoveOrder,
): number {
  let destination = slot
  if (place === overseasPlace) destination = -1
  else if (slot < 0) {
    destination = newPlantSlot(industry, industry.productMaker[industry.lineProduct[line]], place)
    state.capacity[destination] = state.capacity[destination] + Math.max(newPlantCapacity, volume)
    state.opened[destination] = state.opened[destination] + 1
    state.closed[destination] = 0
  }
  const from = state.lineSlot[line]
  if (from >= 0) state.load[from] = state.load[from] - volume
  if (destination >= 0) {
    state.load[destination] = state.load[destination] + volume
    state.expected[destination] = state.expected[destination] + 1
  }
  state.arrival[line] = arrival
  state.targetPlace[line] = place
  state.targetSlot[line] = destination
  return destination
}

/** Carries out the moves that arrive in year t. Returns how many did. */
export function completeMoves(state: PlantState, t: number): number {
  let moved = 0
  for (let j = 0; j < state.arrival.length; j++) {
    if (state.arrival[j] !== t) continue
    const from = state.lineSlot[j]
    const to = state.targetSlot[j]
    if (from >= 0) state.lost[from] = state.lost[from] + 1
    if (to >= 0) {
      state.gained[to] = state.gained[to] + 1
      state.expected[to] = state.expected[to] - 1
    }
    state.linePlace[j] = state.targetPlace[j]
    state.lineSlot[j] = to
    state.arrival[j] = 0
    moved++
  }
  if (moved > 0) countLines(state)
  return moved
}

/**
 * Closes for good each plant that has had no line, and none on its way, for `closeAfter` years. Plants that the data list as
 * planned have not opened and cannot close.
 */
export function closeIdlePlants(industry: Industry, state: PlantState, closeAfter: number): void {
  for (let slot = 0; slot < state.capacity.length; slot++) {
    const planned = slot < industry.plants.length && industry.plants[slot].status === 'planned'
    if (planned || state.capacity[slot] === 0) continue
    if (state.lineCount[slot] > 0 || state.expected[slot] > 0) {
      state.idleYears[slot] = 0
      continue
    }
    state.idleYears[slot] = state.idleYears[slot] + 1
    if (state.idleYears[slot] >= closeAfter) state.closed[slot] = 1
  }
}

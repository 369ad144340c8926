import type { Industry } from '../inputs/industry.ts'
import { overseasPlace } from '../inputs/sets.ts'
import { type PlantMap, regionPlaces, newPlantSlot, newPlantCapacity } from './plantMap.ts'
import { type PlantState, countLines } from './plantState.ts'

/** A line fits where at least this share of its volume has room. */
export const leastRoom = 0.9

/**
 * The maker's plant in the country with most room for the volume, or -1 when a new plant is needed.
 * Plants that only exist on paper count from the start: they are being built.
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

/** Orders a move that arrives in the given year; opens a new plant when no slot is named. Returns the slot. */
export function orderMove(
  industry: Industry,
  state: PlantState,
  j: number,
  place: number,
  slot: number,
  arrival: number,
  volume: number,
): number {
  let destination = slot
  if (place === overseasPlace) destination = -1
  else if (slot < 0) {
    destination = newPlantSlot(industry, industry.productMaker[industry.lineProduct[j]], place)
    state.capacity[destination] = state.capacity[destination] + Math.max(newPlantCapacity, volume)
    state.opened[destination] = state.opened[destination] + 1
    state.closed[destination] = 0
  }
  const from = state.lineSlot[j]
  if (from >= 0) state.load[from] = state.load[from] - volume
  if (destination >= 0) {
    state.load[destination] = state.load[destination] + volume
    state.expected[destination] = state.expected[destination] + 1
  }
  state.arrival[j] = arrival
  state.targetPlace[j] = place
  state.targetSlot[j] = destination
  return destination
}

/** Moves whose year has come take effect. Returns how many did. */
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
 * A plant without a line, and with none on its way, closes for good after `closeAfter` such years. Plants of the data
 * that are only planned never opened and cannot close.
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

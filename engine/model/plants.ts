/**
 * Plants: room for lines, moves on their way, plants that open, idle and close. Section 10 of docs/model.md.
 *
 * Slots are the plants of the data followed by one `new plant` slot for each maker and country, whose capacity grows
 * with every plant the maker opens there. Overseas plants are not tracked: a line that goes home finds room.
 */
import type { Industry } from './industry.ts'
import { overseasPlace } from './sets.ts'

/** Smallest new plant, vehicles a year. */
export const newPlantCapacity = 200_000
/** A line fits where at least this share of its volume has room. */
export const leastRoom = 0.9
const regionPlaces = 3

export interface PlantMap {
  readonly slots: number
  readonly names: readonly string[]
  /** [slot] index into `places` */
  readonly place: Int32Array
  /** [maker x place + 1] offsets into `owned`, for the three places of the region. */
  readonly ownedOff: Int32Array
  readonly owned: Int32Array
}

/** First slot of new plants. */
export function newPlantSlot(industry: Industry, maker: number, place: number): number {
  return industry.plants.length + maker * regionPlaces + place
}

export function plantMap(industry: Industry): PlantMap {
  const countries = ['United States', 'Canada', 'Mexico']
  const names = industry.plants.map((plant) => plant.name)
  const place = industry.plants.map((plant) => plant.place)
  for (const maker of industry.makers) {
    for (let o = 0; o < regionPlaces; o++) {
      names.push(`New ${maker.name} plant, ${countries[o]}`)
      place.push(o)
    }
  }
  const ownedOff = [0]
  const owned: number[] = []
  for (let f = 0; f < industry.makers.length; f++) {
    for (let o = 0; o < regionPlaces; o++) {
      industry.plants.forEach((plant, slot) => {
        if (plant.maker === f && plant.place === o) owned.push(slot)
      })
      owned.push(newPlantSlot(industry, f, o))
      ownedOff.push(owned.length)
    }
  }
  return {
    slots: names.length,
    names,
    place: Int32Array.from(place),
    ownedOff: Int32Array.from(ownedOff),
    owned: Int32Array.from(owned),
  }
}

/** Where lines and plants stand in one simulated history. */
export interface PlantState {
  /** [line] place and plant slot now; slot -1 overseas. */
  readonly linePlace: Int32Array
  readonly lineSlot: Int32Array
  /** [line] year in which an ordered move arrives, 0 when none is under way; and where it goes. */
  readonly arrival: Int32Array
  readonly targetPlace: Int32Array
  readonly targetSlot: Int32Array
  /** [slot] vehicles a year it can build; [slot] volume of its lines and of lines on their way. */
  readonly capacity: Float64Array
  readonly load: Float64Array
  /** [slot] years without a line, 1 where closed for good, plants opened so far. */
  readonly idleYears: Int32Array
  readonly closed: Uint8Array
  readonly opened: Int32Array
  /** [slot] lines that moved in and out so far, tallied at arrival. */
  readonly gained: Int32Array
  readonly lost: Int32Array
  /** [slot] lines now, and lines on their way. */
  readonly lineCount: Int32Array
  readonly expected: Int32Array
}

export function createPlantState(industry: Industry, map: PlantMap): PlantState {
  const lines = industry.lines.length
  const { slots } = map
  return {
    linePlace: new Int32Array(lines),
    lineSlot: new Int32Array(lines),
    arrival: new Int32Array(lines),
    targetPlace: new Int32Array(lines),
    targetSlot: new Int32Array(lines),
    capacity: new Float64Array(slots),
    load: new Float64Array(slots),
    idleYears: new Int32Array(slots),
    closed: new Uint8Array(slots),
    opened: new Int32Array(slots),
    gained: new Int32Array(slots),
    lost: new Int32Array(slots),
    lineCount: new Int32Array(slots),
    expected: new Int32Array(slots),
  }
}

/**
 * The map of the base year. A plant that already builds more than the data say it can is taken to have room for what it
 * builds: capacities are approximate, output is not.
 *
 * @param capacity [plant] drawn capacities
 * @param output [line] base-year output
 */
export function startPlants(industry: Industry, state: PlantState, capacity: Float64Array, output: Float64Array): void {
  state.linePlace.set(industry.linePlace)
  state.lineSlot.set(industry.linePlant)
  state.arrival.fill(0)
  state.idleYears.fill(0)
  state.closed.fill(0)
  state.opened.fill(0)
  state.gained.fill(0)
  state.lost.fill(0)
  state.expected.fill(0)
  state.capacity.fill(0)
  countLines(state)
  loadPlants(state, output)
  for (let slot = 0; slot < capacity.length; slot++) {
    state.capacity[slot] = Math.max(capacity[slot], state.load[slot])
  }
}

function countLines(state: PlantState): void {
  state.lineCount.fill(0)
  for (let j = 0; j < state.lineSlot.length; j++) {
    const slot = state.lineSlot[j]
    if (slot >= 0) state.lineCount[slot] = state.lineCount[slot] + 1
  }
}

/** Volume that each plant builds or has promised to take. */
export function loadPlants(state: PlantState, output: Float64Array): void {
  state.load.fill(0)
  for (let j = 0; j < state.lineSlot.length; j++) {
    const slot = state.arrival[j] > 0 ? state.targetSlot[j] : state.lineSlot[j]
    if (slot >= 0) state.load[slot] = state.load[slot] + output[j]
  }
}

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

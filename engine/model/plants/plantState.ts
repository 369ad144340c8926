/**
 * Plants: room for lines, moves on their way, plants that open, idle and close. Section 10 of docs/model.md.
 *
 * Slots are the plants of the data followed by one `new plant` slot for each maker and country, whose capacity grows
 * with every plant the maker opens there. Plants overseas are not tracked: a line that goes there always finds room.
 */
import type { Industry } from '../inputs/industry.ts'
import type { PlantMap } from './plantMap.ts'

/** Where lines and plants stand in one simulated history. */
export interface PlantState {
  /** [line] place and plant slot now; the slot is -1 overseas. */
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

/** Room for the state of plants in one history; `resetPlants` fills it. */
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
 * Starts a history with lines and plants as in the base year. A plant that builds more than its drawn capacity is given the
 * capacity to build it: capacities in the data are approximate, output is not.
 *
 * @param capacity [plant of the data] drawn capacities, vehicles a year
 * @param output [line] base-year output, vehicles
 */
export function resetPlants(industry: Industry, state: PlantState, capacity: Float64Array, output: Float64Array): void {
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

/** Counts the lines of each plant. */
export function countLines(state: PlantState): void {
  state.lineCount.fill(0)
  for (let j = 0; j < state.lineSlot.length; j++) {
    const slot = state.lineSlot[j]
    if (slot >= 0) state.lineCount[slot] = state.lineCount[slot] + 1
  }
}

/**
 * Sets each plant's load: the volume of its lines and of those on their way to it.
 *
 * @param output [line] vehicles a year
 */
export function loadPlants(state: PlantState, output: Float64Array): void {
  state.load.fill(0)
  for (let j = 0; j < state.lineSlot.length; j++) {
    const slot = state.arrival[j] > 0 ? state.targetSlot[j] : state.lineSlot[j]
    if (slot >= 0) state.load[slot] = state.load[slot] + output[j]
  }
}

/**
 * Work lost for good, and what it costs those who had it. Section 13 of docs/model.md.
 *
 * Jobs are displaced where employment falls below the least it has been since the base year: plant by plant in
 * assembly, country by country in parts, since parts plants are not known one by one (so that moves between parts plants of
 * a country are missed). A displaced worker loses a share of pay in the first year, and the loss fades by a fixed part a
 * year; Jacobson, LaLonde and Sullivan (1993) and Davis and von Wachter (2011) describe such paths. New jobs are
 * taken to pay what their holders would earn elsewhere: they gain nothing. Severance is a transfer from makers to workers
 * and is in neither's account.
 */
import type { Industry } from '../inputs/industry.ts'
import type { PlantMap } from '../plants/plantMap.ts'
import type { PlantState } from '../plants/plantState.ts'
import { marketCount } from '../inputs/sets.ts'
import { sumBySlot } from '../year/volumes.ts'

export interface Displacement {
  /** [slot] scratch: output of the plant. */
  readonly built: Float64Array
  /** [slot] least assembly jobs so far, and [country] least parts jobs. */
  readonly leastAssembly: Float64Array
  readonly leastParts: Float64Array
  /** [country] jobs displaced since the base year, and earnings that their holders lose this year, thousand USD. */
  readonly jobs: Float64Array
  readonly earnings: Float64Array
}

export function createDisplacement(slots: number): Displacement {
  return {
    built: new Float64Array(slots),
    leastAssembly: new Float64Array(slots),
    leastParts: new Float64Array(marketCount),
    jobs: new Float64Array(marketCount),
    earnings: new Float64Array(marketCount),
  }
}

/** Starts a history at the jobs of the base year. */
export function openDisplacement(
  industry: Industry,
  map: PlantMap,
  plants: PlantState,
  output: Float64Array,
  state: Displacement,
): void {
  sumBySlot(plants, output, state.built)
  for (let slot = 0; slot < map.slots; slot++) {
    state.leastAssembly[slot] = state.built[slot] * industry.assemblyJobsPerVehicle[map.place[slot]]
  }
  state.leastParts.set(industry.partsJobs)
  state.jobs.fill(0)
  state.earnings.fill(0)
}

/**
 * Books a year's displacement.
 *
 * @param partsJobs [country] parts jobs of the year, at offset `partsOffset`
 * @param lossShare share of pay lost in the first year
 * @param recovery part of the loss that fades each year
 */
export function displaceWorkers(
  industry: Industry,
  map: PlantMap,
  plants: PlantState,
  output: Float64Array,
  partsJobs: Float64Array,
  partsOffset: number,
  lossShare: number,
  recovery: number,
  state: Displacement,
): void {
  for (let o = 0; o < marketCount; o++) state.earnings[o] *= 1 - recovery
  sumBySlot(plants, output, state.built)
  for (let slot = 0; slot < map.slots; slot++) {
    const o = map.place[slot]
    const now = state.built[slot] * industry.assemblyJobsPerVehicle[o]
    const lost = state.leastAssembly[slot] - now
    if (lost <= 0) continue
    state.leastAssembly[slot] = now
    state.jobs[o] += lost
    state.earnings[o] += lost * lossShare * industry.assemblyPay[o]
  }
  for (let o = 0; o < marketCount; o++) {
    const lost = state.leastParts[o] - partsJobs[partsOffset + o]
    if (lost <= 0) continue
    state.leastParts[o] -= lost
    state.jobs[o] += lost
    state.earnings[o] += lost * lossShare * industry.partsPay[o]
  }
}

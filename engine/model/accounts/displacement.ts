/**
 * Displaced jobs, and the earnings that those who held them lose. Section 13 of docs/model.md.
 *
 * Jobs are displaced where employment falls below its lowest level since the base year: plant by plant in assembly, country
 * by country in parts, since parts plants are not known one by one (so that moves between parts plants of a country are
 * missed). A displaced worker loses a share of pay in the first year, and the loss fades by a fixed part a
 * year; Jacobson, LaLonde and Sullivan (1993) and Davis and von Wachter (2011) describe such paths. New jobs are
 * taken to pay what their holders would earn elsewhere: they gain nothing. Severance is a transfer from makers to workers
 * and is in neither's account.
 */
import type { Industry } from '../inputs/industry.ts'
import type { PlantMap } from '../plants/plantMap.ts'
import type { PlantState } from '../plants/plantState.ts'
import { marketCount } from '../inputs/sets.ts'
import { sumBySlot } from '../year/volumes.ts'

/** Where people work in one year. */
export interface Employment {
  readonly industry: Industry
  readonly map: PlantMap
  readonly plants: PlantState
  /** [line] vehicles built. */
  readonly output: Float64Array
  /** [country] parts jobs. */
  readonly partsJobs: Float64Array
}

/** What a displaced worker loses: a share of pay in the first year, of which a part fades in each year after it. */
export interface EarningsLoss {
  readonly share: number
  readonly recovery: number
}

/** Employment at its lowest so far, and what those displaced have lost. */
export interface Displacement {
  /** [slot] working array: vehicles that each plant builds this year. */
  readonly built: Float64Array
  /** [slot] lowest assembly jobs since the base year, and [country] lowest parts jobs. */
  readonly leastAssembly: Float64Array
  readonly leastParts: Float64Array
  /** [country] jobs displaced since the base year; earnings that their former holders lose this year, thousand USD. */
  readonly jobs: Float64Array
  readonly earnings: Float64Array
}

/** @param slots number of plant slots */
export function createDisplacement(slots: number): Displacement {
  return {
    built: new Float64Array(slots),
    leastAssembly: new Float64Array(slots),
    leastParts: new Float64Array(marketCount),
    jobs: new Float64Array(marketCount),
    earnings: new Float64Array(marketCount),
  }
}

/** Starts a history at the jobs of the base year; parts jobs are those of the data. */
export function resetDisplacement(
  { industry, map, plants, output }: Omit<Employment, 'partsJobs'>,
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

/** Adds the year's displaced jobs to `state.jobs`, and sets `state.earnings` to what displaced workers lose this year. */
export function displaceWorkers(employment: Employment, loss: EarningsLoss, state: Displacement): void {
  const { industry, map, plants, output, partsJobs } = employment
  for (let o = 0; o < marketCount; o++) state.earnings[o] *= 1 - loss.recovery
  sumBySlot(plants, output, state.built)
  for (let slot = 0; slot < map.slots; slot++) {
    const o = map.place[slot]
    const now = state.built[slot] * industry.assemblyJobsPerVehicle[o]
    const lost = state.leastAssembly[slot] - now
    if (lost <= 0) continue
    state.leastAssembly[slot] = now
    state.jobs[o] += lost
    state.earnings[o] += lost * loss.share * industry.assemblyPay[o]
  }
  for (let o = 0; o < marketCount; o++) {
    const lost = state.leastParts[o] - partsJobs[o]
    if (lost <= 0) continue
    state.leastParts[o] -= lost
    state.jobs[o] += lost
    state.earnings[o] += lost * loss.share * industry.partsPay[o]
  }
}

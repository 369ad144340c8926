/** What is announced of plants, as the model reads it. Section 10 of docs/model.md. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import type { CapacityChange, PlantClosure, PlantEvents, PlantMove } from '../../engine/model/inputs/plantEvents.ts'
import { places } from '../../engine/model/inputs/sets.ts'
import { newPlantSlot } from '../../engine/model/plants/plantMap.ts'
import type { NewPlant, PlantEvent } from '../file/plantEvent.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { firstYear } from './dates.ts'

/** Slot of a plant of the data, or of the new plants of a maker in a country; -1 for a name that is not there. */
export function slotOf(industry: Industry, plant: string | NewPlant): number {
  if (typeof plant === 'string') return industry.plants.findIndex(({ id }) => id === plant)
  const maker = industry.makers.findIndex(({ id }) => id === plant.maker)
  return maker < 0 ? -1 : newPlantSlot(industry, maker, places.indexOf(plant.country))
}

/**
 * Undefined where nothing is announced. An event counts from the year in which it is there for at least half the days: plants
 * are where they are all year.
 */
export function compilePlantEvents({ plants }: ScenarioFile, industry: Industry): PlantEvents | undefined {
  const events = plants?.events ?? []
  if (events.length === 0) return undefined
  const yearOfEvent = ({ date }: PlantEvent): number => firstYear(date) - industry.baseYear
  const moves = events.flatMap((event): readonly PlantMove[] => {
    if (event.move === undefined) return []
    const { line: id, to } = event.move
    const line = industry.lines.findIndex((one) => one.id === id)
    return [{ line, slot: slotOf(industry, to), year: yearOfEvent(event) }]
  })
  const capacity = events.flatMap((event): readonly CapacityChange[] => {
    const year = yearOfEvent(event)
    const { capacity: stated, open } = event
    if (open !== undefined) return [{ slot: slotOf(industry, open), year, change: open.capacity, opens: true }]
    return stated === undefined
      ? []
      : [{ slot: slotOf(industry, stated.plant), year, change: stated.change, opens: false }]
  })
  const closures = events.flatMap((event): readonly PlantClosure[] =>
    event.close === undefined ? [] : [{ slot: slotOf(industry, event.close), year: yearOfEvent(event) }],
  )
  return { moves, capacity, closures }
}

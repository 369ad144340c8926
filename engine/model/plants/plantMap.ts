/** The plants that lines can be built in: those of the data, and one slot for new plants of each maker and country. */
import type { Industry } from '../inputs/industry.ts'
import { regionPlaces } from '../inputs/sets.ts'

/** Smallest new plant, vehicles a year. */
export const newPlantCapacity = 200_000

/** What does not change about plants in a history. */
export interface PlantMap {
  /** Number of plant slots. */
  readonly slots: number
  /** [slot] */
  readonly names: readonly string[]
  /** [slot] index into `places` */
  readonly place: Int32Array
  /**
   * Slots of each maker in each country of the region: those of maker f in country o are `owned[n]` for n from
   * `ownedOff[f * regionPlaces + o]` up to but not including the next offset.
   */
  readonly ownedOff: Int32Array
  readonly owned: Int32Array
}

/** The slot that stands for all new plants of a maker in a country of the region. */
export function newPlantSlot(industry: Industry, maker: number, place: number): number {
  return industry.plants.length + maker * regionPlaces + place
}

/** Slots in their order: plants of the data, then new plants by maker and country. */
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

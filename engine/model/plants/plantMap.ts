import type { Industry } from '../inputs/industry.ts'

/** Smallest new plant, vehicles a year. */
export const newPlantCapacity = 200_000
export const regionPlaces = 3

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

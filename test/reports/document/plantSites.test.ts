/** Plants of the data on the map of a report: every one is there, in its own country, and no further from its city than it must be. */
import { describe, expect, test } from 'vitest'
import { places } from '../../../engine/model/inputs/sets.ts'
import { baseMap, plantsIn } from '../../../reports/charts/map/plantMap.ts'
import { narrowWidth, pageWidth } from '../../../reports/charts/plot.ts'
import { placedPlants, type MapPlant } from '../../../reports/charts/map/symbols.ts'
import { readAtlas } from '../../../reports/document/atlas.ts'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'

const atlas = readAtlas()
const { plants } = loadIndustry().industry

/** All plants of the data with changes that are the same wherever the test runs, some as large as any. */
function plantsWith(change: (p: number) => number): readonly MapPlant[] {
  return plants.map(({ name, place, longitude, latitude }, p) => ({
    name,
    place: places[place],
    longitude,
    latitude,
    fate: change(p) > 0 ? 'grows' : change(p) < 0 ? 'shrinks' : 'steady',
    share: 1,
    difference: change(p),
    number: p % 7 === 0 ? 1 : 0,
    words: '',
  }))
}

const changes: Readonly<Record<string, (p: number) => number>> = {
  'that change little': () => 0,
  'of which some grow and some shrink': (p) => 350_000 * Math.sin(17 * p),
  'that all change by as much as the largest': () => -300_000,
}

test('every plant of the data that has a site is on the map', () => {
  const { main, land } = baseMap(pageWidth, atlas)
  for (const { name, longitude, latitude } of plants) {
    const [x, y] = land.place(longitude, latitude)
    expect(x > 0 && x < main.width && y > 0 && y < main.height, name).toBe(true)
  }
})

describe.each([pageWidth, narrowWidth])('on a map of %i pixels, plants', (width) => {
  const base = baseMap(width, atlas)
  const windows = [
    ['outside', base.land],
    ['inside', base.insetLand],
  ] as const

  test.each(Object.entries(changes))('%s lie in their own country, and in no other', (_, change) => {
    for (const [which, land] of windows) {
      for (const { plant, x, y } of placedPlants(plantsIn(plantsWith(change), which), land, 0.72)) {
        const countries = ['US', 'CA', 'MX'].filter((country) => land.isIn(country, x, y))
        expect(countries, plant.name).toEqual([plant.place])
      }
    }
  })

  test.each(Object.entries(changes))('%s cover no other', (_, change) => {
    for (const [which, land] of windows) {
      const drawn = placedPlants(plantsIn(plantsWith(change), which), land, 0.72)
      drawn.forEach((one, k) => {
        for (const other of drawn.slice(0, k)) {
          const apart = Math.hypot(one.x - other.x, one.y - other.y)
          expect(apart, `${one.plant.name}, ${other.plant.name}`).toBeGreaterThanOrEqual(one.radius + other.radius)
        }
      })
    }
  })

  test('that nothing covers stand at their city, and those of the United States in their state', () => {
    for (const [which, land] of windows) {
      const drawn = placedPlants(plantsIn(plantsWith(changes['that change little']), which), land, 0.72)
      for (const { plant, x, y } of drawn) {
        const inState = land.stateAround(...land.place(plant.longitude, plant.latitude))
        expect(inState === undefined, plant.name).toBe(plant.place !== 'US')
        expect(inState?.(x, y) ?? true, plant.name).toBe(true)
      }
      for (const alone of plantsIn(
        plantsWith(() => 1),
        which,
      )) {
        const [{ x, y }] = placedPlants([alone], land, 0.72)
        const [siteX, siteY] = land.place(alone.longitude, alone.latitude)
        expect(Math.hypot(x - siteX, y - siteY), alone.name).toBeLessThan(4)
      }
    }
  })
})

test('a plant is moved no further than to the nearest free place of its state', () => {
  const room = 1
  const { insetLand: land } = baseMap(pageWidth, atlas)
  const drawn = placedPlants(plantsIn(plantsWith(changes['of which some grow and some shrink']), 'inside'), land, 1)
  drawn.forEach(({ plant, x, y, radius }, k) => {
    const [siteX, siteY] = land.place(plant.longitude, plant.latitude)
    const inState = land.stateAround(siteX, siteY)
    const distance = Math.hypot(x - siteX, y - siteY)
    for (let dx = -30; dx <= 30; dx++) {
      for (let dy = -30; dy <= 30; dy++) {
        if (Math.hypot(dx, dy) > Math.min(distance - 2, 28)) continue
        const at = [siteX + dx, siteY + dy] as const
        // A place with a pixel of room around it; smaller ones lie between those that are tried.
        const around = [at, [at[0] + room, at[1]], [at[0] - room, at[1]], [at[0], at[1] + room], [at[0], at[1] - room]]
        const isHome = around.every(([atX, atY]) => land.isIn(plant.place, atX, atY) && (inState?.(atX, atY) ?? true))
        const isFree = drawn
          .slice(0, k)
          .every((other) => Math.hypot(at[0] - other.x, at[1] - other.y) >= radius + other.radius + 0.5 + room)
        expect(isHome && isFree, `${plant.name} at ${dx}, ${dy}`).toBe(false)
      }
    }
  })
})

test('Windsor is in Canada and Flat Rock in Michigan, however large their neighbours are', () => {
  const { insetLand: land } = baseMap(pageWidth, atlas)
  const drawn = placedPlants(
    plantsIn(plantsWith(changes['that all change by as much as the largest']), 'inside'),
    land,
    1,
  )
  const windsor = drawn.find(({ plant }) => plant.name === 'Windsor Assembly')
  const flatRock = drawn.find(({ plant }) => plant.name === 'Flat Rock Assembly')
  expect(windsor !== undefined && land.isIn('CA', windsor.x, windsor.y)).toBe(true)
  expect(flatRock !== undefined && land.isIn('US', flatRock.x, flatRock.y)).toBe(true)
})

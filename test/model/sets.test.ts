import { describe, expect, test } from 'vitest'
import {
  destination,
  destinations,
  markets,
  origin,
  origins,
  place,
  places,
  regionalOrigins,
  regionPlaces,
} from '../../engine/model/inputs/sets.ts'

describe('Names of positions', () => {
  test('stand for the position that the list gives them', () => {
    expect(Object.keys(destination)).toEqual([...destinations])
    expect(Object.values(destination)).toEqual(destinations.map((_, m) => m))
    expect(Object.keys(place).map((name) => name.toUpperCase())).toEqual([...places])
    expect(Object.values(place)).toEqual(places.map((_, o) => o))
    const written: Record<string, string> = { chineseInMexico: 'MX-CN', allied: 'ALLY' }
    expect(Object.keys(origin).map((name) => written[name] ?? name)).toEqual([...origins])
    expect(Object.values(origin)).toEqual(origins.map((_, k) => k))
  })

  test('the region comes first among destinations, places and origins', () => {
    expect(places.slice(0, regionPlaces)).toEqual([...markets])
    expect(destinations.slice(0, markets.length)).toEqual([...markets])
    expect(origins.slice(0, regionalOrigins)).toEqual(['US', 'CA', 'MX', 'MX-CN'])
  })
})

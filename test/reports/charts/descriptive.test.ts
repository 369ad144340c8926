/** What pictures say of a heap of numbers. */
import { describe, expect, test } from 'vitest'
import { density, naturalClasses } from '../../../reports/charts/descriptive.ts'
import { legendSizes } from '../../../reports/charts/map/legend.ts'
import type { MapPlant } from '../../../reports/charts/map/symbols.ts'

describe('natural classes', () => {
  test('part numbers where the gaps are, and say the middle of each', () => {
    expect(naturalClasses([101, 3, 41, 1, 2, 99, 40, 100], 3)).toEqual([2, 40.5, 100])
  })

  test('are as many as there are different numbers, and no more', () => {
    expect(naturalClasses([], 3)).toEqual([])
    expect(naturalClasses([7, 7, 7], 3)).toEqual([7])
    expect(naturalClasses([7, 9, 7], 3)).toEqual([7, 9])
  })
})

describe('a density', () => {
  const values = Array.from({ length: 200 }, (_, n) => ((n * 37) % 100) / 10)

  test('holds all there is, and most where most lies', () => {
    const at = density([...values, ...values.map((value) => 5 + value / 50)])!
    const step = 0.05
    const places = Array.from({ length: 600 }, (_, k) => -10 + k * step)
    expect(places.reduce((sum, place) => sum + at(place) * step, 0)).toBeCloseTo(1, 3)
    expect(at(5)).toBeGreaterThan(2 * at(1))
  })

  test('is none where there is no spread', () => {
    expect(density([])).toBeUndefined()
    expect(density([4])).toBeUndefined()
    expect(density([4, 4, 4, 4])).toBeUndefined()
    expect(density([4, 4, 4, 4, 4, 4, 4, 4, 9])).toBeUndefined()
  })
})

const plant = (difference: number, number: number = 0): MapPlant => ({
  name: 'A',
  place: 'US',
  longitude: 0,
  latitude: 0,
  fate: difference < 0 ? 'shrinks' : 'grows',
  share: 1,
  difference,
  number,
  words: '',
})

describe('sizes in the legend of a map', () => {
  test('are those of the changes on it, rounded', () => {
    const changes = [41_000, -44_000, 47_000, 118_000, -121_000, 352_000]
    expect(legendSizes(changes.map((change) => plant(change)))).toEqual([45_000, 120_000, 350_000])
  })

  test('leave out symbols that are larger than their changes, so that they can be seen', () => {
    expect(legendSizes([plant(100), plant(90_000, 1), plant(152_000, 2)])).toEqual([150_000])
    expect(legendSizes([plant(100)])).toEqual([25_000, 100_000, 300_000])
  })
})

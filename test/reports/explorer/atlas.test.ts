/** The map of the explorer's page is that of the reports, drawn from less. */
import { expect, test } from 'vitest'
import { baseMap, plantMapSvg } from '../../../reports/charts/map/plantMap.ts'
import { readAtlas } from '../../../reports/document/atlas.ts'
import { pageAtlas } from '../../build/atlas.ts'

test('a map of the geometry that the page has is the same to the letter', () => {
  const chart = {
    title: 'Plants',
    plants: [],
    moves: [{ from: 'MX', to: 'US', lines: 3, words: '3 lines' }],
    newPlants: [],
  }
  const [own, whole] = [pageAtlas(), readAtlas()]
  for (const width of [340, 760])
    expect(plantMapSvg(chart, baseMap(width, own))).toBe(plantMapSvg(chart, baseMap(width, whole)))
  expect(JSON.stringify(own).length).toBeLessThan(JSON.stringify(whole).length / 2)
})

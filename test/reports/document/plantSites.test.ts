import { expect, test } from 'vitest'
import { baseMap } from '../../../reports/charts/map/plantMap.ts'
import { pageWidth } from '../../../reports/charts/plot.ts'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'

test('every plant of the data that has a site is on the map', () => {
  const { main, land } = baseMap(pageWidth)
  for (const { name, longitude, latitude } of loadIndustry().industry.plants) {
    const [x, y] = land.place(longitude, latitude)
    expect(x > 0 && x < main.width && y > 0 && y < main.height, name).toBe(true)
  }
})

/** What is counted stays what it is in every replicate: sales of markets and output of countries. */
import { describe, expect, it } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { createDraws, createDrawWork, drawReplicate, entitiesOf } from '../../../engine/model/draws/draws.ts'
import { createSalesFlows, rakeSales } from '../../../engine/model/draws/rakeSales.ts'
import { marketCount, regionPlaces } from '../../../engine/model/inputs/sets.ts'
import { independentSampling } from '../../../engine/math/sampling.ts'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'
import { flattenLaws } from '../../../scenarios/parameters/parameterLaws.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'

const { industry } = loadIndustry()
const lines = industry.lines.length

function sum(sales: Float64Array, counts: (m: number, j: number) => boolean): number {
  return sales.reduce((total, sold, cell) => (counts(Math.floor(cell / lines), cell % lines) ? total + sold : total), 0)
}

describe('drawn sales of the real industry', () => {
  const source = {
    industry,
    entities: entitiesOf(industry),
    laws: flattenLaws(),
    sampling: independentSampling,
    years: 1,
    drawWork: createDrawWork(),
  }
  const draws = createDraws(industry, 1)

  it('add up to the sales of each market and the output of each country, while nameplates differ', () => {
    let largest = 0
    for (let replicate = 0; replicate < 40; replicate++) {
      drawReplicate(source, rootKey(3), replicate, draws)
      for (let m = 0; m < marketCount; m++) {
        const sold = sum(draws.sales, (market) => market === m) / sum(industry.sales, (market) => market === m)
        expect(sold).toBeCloseTo(1, 10)
      }
      for (let o = 0; o < regionPlaces; o++) {
        const isBuilt = (_: number, j: number): boolean => industry.linePlace[j] === o
        expect(sum(draws.sales, isBuilt) / sum(industry.sales, isBuilt)).toBeCloseTo(1, 10)
      }
      draws.sales.forEach((sold, cell) => {
        if (industry.sales[cell] > 0) largest = Math.max(largest, Math.abs(sold / industry.sales[cell] - 1))
      })
    }
    expect(largest).toBeGreaterThan(0.1)
  })
})

describe('raking', () => {
  const small = smallIndustry()

  it('leaves sales without error as they are, to the bit', () => {
    const sales = small.sales.slice()
    rakeSales(small, sales, createSalesFlows())
    expect([...sales]).toEqual([...small.sales])
  })

  it('moves all lines of a flow by one factor, and takes flows to the totals by factors of markets and places', () => {
    const count = small.lines.length
    const sales = small.sales.map((sold, cell) => sold * (1 + 0.1 * Math.sin(cell)))
    const drawn = sales.slice()
    const flows = createSalesFlows()
    rakeSales(small, sales, flows)
    const factors = new Map<number, number>()
    sales.forEach((sold, cell) => {
      if (drawn[cell] === 0) return
      const flow = Math.floor(cell / count) * 4 + small.linePlace[cell % count]
      const factor = sold / drawn[cell]
      expect(factor).toBeCloseTo(factors.get(flow) ?? factor, 12)
      factors.set(flow, factor)
    })
    // Factors are products of one of the market and one of the place: cross ratios of flows are those drawn.
    const factor = (m: number, o: number): number => factors.get(4 * m + o) ?? NaN
    expect((factor(0, 0) * factor(1, 1)) / (factor(0, 1) * factor(1, 0))).toBeCloseTo(1, 10)
    expect((factor(0, 0) * factor(1, 2)) / (factor(0, 2) * factor(1, 0))).toBeCloseTo(1, 10)
  })
})

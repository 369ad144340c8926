/** Whether dear vehicles of the real industry are as sensitive to their price as cheap ones, as estimates of demand find. */
import { describe, expect, it } from 'vitest'
import type { DemandKind } from '../../engine/model/inputs/policy.ts'
import { calibrateDemand } from '../../engine/model/market/calibrateDemand.ts'
import { createDemandMarket, marketStructure } from '../../engine/model/market/demand.ts'
import { demandMoments, priceElasticities } from '../../engine/model/market/demandMoments.ts'
import { groupBuyers } from '../../engine/model/market/groupBuyers.ts'
import { loadStudyInputs } from '../../studies/plan/inputs.ts'

const { industry } = loadStudyInputs('compare', ['base'], undefined)
const central = { own: 5.2, market: 1.25, sigma: 0.65, ces: 4, income: 0.8 }

/** Base-year sales by product in the US, the first market. */
function salesInUs(): Float64Array {
  const sales = new Float64Array(industry.products.length)
  industry.lineProduct.forEach((i, j) => {
    sales[i] += industry.sales[j]
  })
  return sales
}

/** The calibrated US market, and its mean own elasticity over the dearest fifth of nameplates, over that of the cheapest. */
function usMarket(kind: DemandKind, groups: number) {
  const structure = marketStructure(industry, groups)
  const market = createDemandMarket(structure, kind, groups > 0 ? groupBuyers(industry.buyers[0], groups) : undefined)
  const sales = salesInUs()
  const price = industry.price.slice(0, sales.length)
  const cost = new Float64Array(sales.length)
  expect(calibrateDemand(market, central, price, sales, cost, 0)).toBe(0)
  const { own } = priceElasticities(market, price, sales)
  const byPrice = [...own.keys()].filter((i) => sales[i] > 0).toSorted((i, k) => price[i] - price[k])
  const fifth = Math.floor(byPrice.length / 5)
  const mean = (chosen: readonly number[]): number => chosen.reduce((sum, i) => sum + own[i] / chosen.length, 0)
  return {
    moments: demandMoments(market, price, sales, cost, 0),
    ratio: mean(byPrice.slice(-fifth)) / mean(byPrice.slice(0, fifth)),
  }
}

describe('own-price elasticities of US nameplates', () => {
  it('are three times as high for dear ones where buyers are alike', () => {
    expect(usMarket('nestedLogit', 0).ratio).toBeGreaterThan(3)
  })

  it.each([3, 4, 5, 6])('are about the same at all prices where buyers differ by income (%i groups)', (groups) => {
    const { ratio } = usMarket('incomeGroups', groups)
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.3)
  })

  it('have the mean, and the whole market the elasticity, that they have where buyers are alike', () => {
    const alike = usMarket('nestedLogit', 0).moments
    const groups = usMarket('incomeGroups', 3).moments
    expect(groups.own).toBeCloseTo(alike.own, 9)
    expect(groups.market).toBeCloseTo(alike.market, 9)
    expect(groups.lerner).toBeGreaterThan(0.15)
    expect(groups.lerner).toBeLessThan(0.3)
  })
})

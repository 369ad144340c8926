/** Elasticities and margins that a calibrated market implies. */
import { test, expect } from 'vitest'
import { calibrateDemand } from '../../../engine/model/market/calibrateDemand.ts'
import { createDemandMarket } from '../../../engine/model/market/demand.ts'
import { demandMoments } from '../../../engine/model/market/demandMoments.ts'
import { sampleMarket, structureOf } from '../../reference/sampleMarket.ts'

test('are those that the market was calibrated to', () => {
  const { structure, price, sales } = sampleMarket(3, 120, 12, 4)
  const market = createDemandMarket(structure, 'nestedLogit')
  const cost = new Float64Array(price.length)
  expect(
    calibrateDemand(market, { own: 5.2, market: 1.25, sigma: 0.65, ces: 4, income: 0.8 }, price, sales, cost, 0),
  ).toBe(0)
  const moments = demandMoments(market, price, sales, cost, 0)
  expect(moments.own).toBeCloseTo(5.2, 9)
  expect(moments.market).toBeCloseTo(1.25, 9)
})

test('the median margin is that of the vehicle in the middle', () => {
  const structure = structureOf([0, 1, 2], [0, 0, 0], 3, 1)
  const market = { ...createDemandMarket(structure, 'nestedLogit'), a: 0.1, sigma: 0.5, size: 1000 }
  const price = Float64Array.of(10, 20, 40)
  const cost = Float64Array.of(9, 16, 20)
  expect(demandMoments(market, price, Float64Array.of(10, 20, 30), cost, 0).lerner).toBeCloseTo(0.2, 12)
  expect(demandMoments(market, price, Float64Array.of(40, 20, 30), cost, 0).lerner).toBeCloseTo(0.2, 12)
  expect(demandMoments(market, price, Float64Array.of(10, 20, 90), cost, 0).lerner).toBeCloseTo(0.5, 12)
})

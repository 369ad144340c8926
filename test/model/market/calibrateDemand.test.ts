import { record, double, assert, property, integer } from 'fast-check'
import { describe, it, expect } from 'vitest'
import { calibrateDemand } from '../../../engine/model/market/calibrateDemand.ts'
import {
  notCalibrated,
  largestMargin,
  sigmaLowered,
  largestOutsideShare,
  ownElasticityRaised,
} from '../../../engine/model/market/demandLimits.ts'
import { createDemandMarket, createEquilibrium, salesAtPrices } from '../../../engine/model/market/demand.ts'
import type { Elasticities, DemandMarket } from '../../../engine/model/market/market.ts'
import { solvePrices } from '../../../engine/model/market/pricing.ts'
import { type SampleMarket, sampleMarket, structureOf } from '../../reference/sampleMarket.ts'

const central: Elasticities = { own: 5.2, market: 1.25, sigma: 0.65, ces: 4, income: 0.8 }

const drawnElasticities = record({
  own: double({ min: 4.2, max: 6.1, noNaN: true }),
  market: double({ min: 0.75, max: 1.45, noNaN: true }),
  sigma: double({ min: 0.4, max: 0.85, noNaN: true }),
  ces: double({ min: 3, max: 6, noNaN: true }),
  income: double({ min: 0.5, max: 1.1, noNaN: true }),
})

function calibrated(sample: SampleMarket, elasticities: Elasticities) {
  const market = createDemandMarket(sample.structure, 'nestedLogit')
  const cost = new Float64Array(sample.price.length)
  const status = calibrateDemand(market, elasticities, sample.price, sample.sales, cost, 0)
  return { market, cost, status }
}

/** Sales at prices of which product `only` (or all, for -1) are multiplied by `factor`. */
function salesAt(market: DemandMarket, price: Float64Array, factor: number, only: number): Float64Array {
  const eq = createEquilibrium(market.structure)
  salesAtPrices(
    market,
    price.map((p, i) => (only < 0 || only === i ? p * factor : p)),
    eq,
  )
  return eq.quantity
}

const step = 1e-4
const sum = (values: Float64Array): number => values.reduce((s, x) => s + x, 0)
const slope = (up: number, down: number): number => Math.log(up / down) / Math.log((1 + step) / (1 - step))

/** Elasticity of all sales to all prices, by numerical derivative. */
function marketElasticity(market: DemandMarket, price: Float64Array): number {
  return -slope(sum(salesAt(market, price, 1 + step, -1)), sum(salesAt(market, price, 1 - step, -1)))
}

/** Sales-weighted mean of own-price elasticities, by numerical derivative. */
function ownElasticity(market: DemandMarket, price: Float64Array, sales: Float64Array): number {
  const total = sum(sales)
  return price.reduce((mean, _, i) => {
    if (sales[i] === 0) return mean
    const elasticity = -slope(salesAt(market, price, 1 + step, i)[i], salesAt(market, price, 1 - step, i)[i])
    return mean + (elasticity * sales[i]) / total
  }, 0)
}

describe('calibration of demand', () => {
  it('returns base-year sales and prices when the market is solved at calibrated costs', () => {
    assert(
      property(integer({ min: 1, max: 1e6 }), drawnElasticities, (seed, elasticities) => {
        const sample = sampleMarket(seed, 60, 12, 5)
        const { market, cost, status } = calibrated(sample, elasticities)
        expect(status).toBeLessThan(notCalibrated)
        const eq = createEquilibrium(market.structure)
        solvePrices(market, cost, 0, eq)
        for (let i = 0; i < cost.length; i++) {
          expect(Math.abs(eq.quantity[i] / sample.sales[i] - 1)).toBeLessThan(1e-8)
          expect(Math.abs(eq.price[i] / sample.price[i] - 1)).toBeLessThan(1e-8)
          expect(cost[i]).toBeGreaterThan((1 - largestMargin) * sample.price[i] * (1 - 1e-9))
        }
      }),
    )
  })

  it('meets both elasticities', () => {
    const sample = sampleMarket(3, 60, 12, 5)
    const { market, status } = calibrated(sample, central)
    expect(status).toBe(0)
    expect(market.sigma).toBe(central.sigma)
    expect(ownElasticity(market, sample.price, sample.sales)).toBeCloseTo(central.own, 5)
    expect(marketElasticity(market, sample.price)).toBeCloseTo(central.market, 5)
  })

  it('lowers sigma to where the outside share is at its limit when the draws contradict each other', () => {
    const sample = sampleMarket(3, 60, 12, 5)
    const elasticities = { own: 4.2, market: 1.45, sigma: 0.85, ces: 4, income: 0.8 }
    const { market, status } = calibrated(sample, elasticities)
    expect(status).toBe(sigmaLowered)
    expect(market.sigma).toBeLessThan(elasticities.sigma)
    expect(1 - sum(sample.sales) / market.size).toBeCloseTo(largestOutsideShare, 10)
    expect(ownElasticity(market, sample.price, sample.sales)).toBeCloseTo(elasticities.own, 5)
    expect(marketElasticity(market, sample.price)).toBeCloseTo(elasticities.market, 5)
  })

  it('raises the own-price elasticity, and only it, where a product would cost less than a fifth of its price', () => {
    const sample = sampleMarket(3, 60, 12, 5)
    const price = sample.price.slice()
    price[7] = 8
    const { market, cost, status } = calibrated({ ...sample, price }, central)
    expect(status).toBe(ownElasticityRaised)
    expect(cost[7]).toBeCloseTo((1 - largestMargin) * price[7], 9)
    expect(ownElasticity(market, price, sample.sales)).toBeGreaterThan(central.own)
    expect(marketElasticity(market, price)).toBeCloseTo(central.market, 5)
    const eq = createEquilibrium(market.structure)
    solvePrices(market, cost, 0, eq)
    for (let i = 0; i < cost.length; i++) expect(eq.quantity[i] / sample.sales[i]).toBeCloseTo(1, 8)
  })

  it('gives products, nests and makers without sales no appeal, and changes nothing for the others', () => {
    const sample = sampleMarket(5, 60, 12, 5)
    const empty = (i: number): boolean => i % 9 === 0 || sample.nest[i] === 2 || sample.maker[i] === 3
    const sales = sample.sales.map((q, i) => (empty(i) ? 0 : q))
    const { market, cost, status } = calibrated({ ...sample, sales }, central)
    expect(status).toBe(0)
    const eq = createEquilibrium(market.structure)
    solvePrices(market, cost, 0, eq)
    expect(eq.converged).toBe(1)
    for (let i = 0; i < cost.length; i++) {
      expect(market.delta[i] === -Infinity).toBe(empty(i))
      expect(Number.isFinite(cost[i]) && cost[i] > 0).toBe(true)
      if (empty(i)) expect(eq.quantity[i]).toBe(0)
      else expect(eq.quantity[i] / sales[i]).toBeCloseTo(1, 8)
    }
  })

  it('reads and writes at the offset that it is given', () => {
    const sample = sampleMarket(3, 60, 12, 5)
    const products = sample.price.length
    const { market, cost } = calibrated(sample, central)
    const price = Float64Array.of(...new Float64Array(7).fill(NaN), ...sample.price, NaN)
    const sales = Float64Array.of(...new Float64Array(7).fill(NaN), ...sample.sales, NaN)
    const shifted = new Float64Array(products + 9).fill(-1)
    const other = createDemandMarket(sample.structure, 'nestedLogit')
    expect(calibrateDemand(other, central, price, sales, shifted, 7)).toBe(0)
    expect([...shifted]).toEqual([...new Float64Array(7).fill(-1), ...cost, -1, -1])
    expect([...other.delta]).toEqual([...market.delta])
  })

  it('says so when there is nothing to calibrate to', () => {
    const sample = sampleMarket(5, 20, 4, 3)
    const nothingSold = calibrated({ ...sample, sales: new Float64Array(20) }, central)
    const ownBelowMarket = calibrated(sample, { ...central, own: 1.1 })
    const monopoly = structureOf([0, 0], [0, 0], 1, 1)
    // A maker alone in the market prices by the market elasticity; below 1 no cost is low enough.
    const alone = createDemandMarket(monopoly, 'nestedLogit')
    const cost = new Float64Array(2)
    const inelastic = { ...central, market: 0.9, sigma: 0.2 }
    const status = calibrateDemand(alone, inelastic, Float64Array.of(30, 32), Float64Array.of(5e3, 5e3), cost, 0)
    expect([nothingSold.status, ownBelowMarket.status, status]).toEqual([notCalibrated, notCalibrated, notCalibrated])
    for (const { market, cost } of [nothingSold, ownBelowMarket]) {
      expect(market.delta.every((d) => d === -Infinity)).toBe(true)
      expect([...cost]).toEqual([...sample.price])
    }
  })
})

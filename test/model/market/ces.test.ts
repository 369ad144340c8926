import { double, assert, property, integer } from 'fast-check'
import { describe, it, expect } from 'vitest'
import { calibrateDemand } from '../../../engine/model/market/calibrateDemand.ts'
import { notCalibrated } from '../../../engine/model/market/demandLimits.ts'
import { createDemandMarket, createEquilibrium, salesAtPrices } from '../../../engine/model/market/demand.ts'
import { solvePrices } from '../../../engine/model/market/pricing.ts'
import { deviationProfit } from '../../reference/deviationProfit.ts'
import { sampleMarket } from '../../reference/sampleMarket.ts'

function solvedMarket(eta: number, epsilon: number, seed = 2) {
  const sample = sampleMarket(seed, 30, 6, 3)
  const market = createDemandMarket(sample.structure, 'ces')
  const cost = new Float64Array(30)
  const elasticities = { own: 5.2, market: epsilon, sigma: 0.65, ces: eta, income: 0.8 }
  const status = calibrateDemand(market, elasticities, sample.price, sample.sales, cost, 0)
  const eq = createEquilibrium(sample.structure)
  solvePrices(market, cost, 0, eq)
  return { sample, market, cost, eq, status }
}

const anyEta = double({ min: 1.5, max: 8, noNaN: true })
const anyEpsilon = double({ min: 0.5, max: 2, noNaN: true })
const sum = (values: Float64Array): number => values.reduce((s, x) => s + x, 0)

describe('CES demand', () => {
  it('returns base-year sales and prices at calibrated costs, with markups of eta/(eta-1)', () => {
    assert(
      property(anyEta, anyEpsilon, integer({ min: 1, max: 1e6 }), (eta, epsilon, seed) => {
        const { sample, cost, eq, status } = solvedMarket(eta, epsilon, seed)
        expect(status).toBe(0)
        expect(eq.priceIndex).toBeCloseTo(1, 11)
        for (const [i, c] of cost.entries()) {
          expect(eq.quantity[i] / sample.sales[i]).toBeCloseTo(1, 9)
          expect(eq.price[i] / sample.price[i]).toBeCloseTo(1, 12)
          expect(eq.price[i] / c).toBeCloseTo(eta / (eta - 1), 12)
        }
      }),
    )
  })

  it('answers a proportional rise of all prices with the market elasticity, exactly', () => {
    assert(
      property(anyEta, anyEpsilon, double({ min: 0.5, max: 2, noNaN: true }), (eta, epsilon, factor) => {
        const { sample, market, eq } = solvedMarket(eta, epsilon)
        salesAtPrices(
          market,
          sample.price.map((p) => p * factor),
          eq,
        )
        expect(sum(eq.quantity) / sum(sample.sales)).toBeCloseTo(Math.pow(factor, -epsilon), 9)
      }),
    )
  })

  it('changes relative sales of two products by relative prices to the power -eta, whatever a third one costs', () => {
    const { sample, market, eq } = solvedMarket(4, 1.25)
    const price = sample.price.slice()
    price[3] *= 1.2
    price[9] *= 0.5
    salesAtPrices(market, price, eq)
    const ratio = eq.quantity[3] / eq.quantity[4] / (sample.sales[3] / sample.sales[4])
    expect(ratio).toBeCloseTo(Math.pow(1.2, -4), 12)
  })

  it('lets a duty through to the price in full and takes no notice of who owns what', () => {
    const { market, cost, eq } = solvedMarket(4, 1.25)
    const before = eq.price.slice()
    solvePrices(
      market,
      cost.map((c, i) => (i === 3 ? c * 1.25 : c)),
      0,
      eq,
    )
    for (const [i, price] of eq.price.entries()) expect(price / before[i]).toBeCloseTo(i === 3 ? 1.25 : 1, 12)
  })

  it("changes a deviator's profit by relative cost to the power 1 - eta", () => {
    const { market, cost, eq } = solvedMarket(4, 1.25)
    const profit = deviationProfit(market, eq, 3, 0.1 * cost[3])
    expect(profit / (eq.quantity[3] * eq.markup[3])).toBeCloseTo(Math.pow(1.1, -3), 12)
  })

  it('measures surplus the same way at a market elasticity of 1 as just beside it', () => {
    const surplusAt = (epsilon: number): number => {
      const { sample, market, eq } = solvedMarket(4, epsilon)
      salesAtPrices(
        market,
        sample.price.map((p) => p * 1.3),
        eq,
      )
      return eq.surplus / market.size
    }
    expect(surplusAt(1)).toBeCloseTo(-Math.log(1.3), 12)
    expect(surplusAt(1 + 1e-6)).toBeCloseTo(surplusAt(1), 6)
  })

  it('sells nothing at an infinite cost, and prices the rest as before', () => {
    const { market, cost, eq } = solvedMarket(4, 1.25)
    cost[3] = Infinity
    solvePrices(market, cost, 0, eq)
    expect([eq.price[3], eq.quantity[3], eq.markup[3]]).toEqual([Infinity, 0, 0])
    expect(eq.quantity.filter((q) => q > 0)).toHaveLength(29)
    expect(deviationProfit(market, eq, 3, -1)).toBe(0)
  })

  it('cannot be calibrated to an elasticity of substitution of 1 or less', () => {
    expect(solvedMarket(1, 0.9).status).toBe(notCalibrated)
  })
})

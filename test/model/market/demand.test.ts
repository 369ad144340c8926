import { expect, describe, it } from 'vitest'
import { calibrateDemand } from '../../../engine/model/market/calibrateDemand.ts'
import {
  createDemandMarket,
  createEquilibrium,
  salesAtPrices,
  profitAtCost,
  marketStructure,
} from '../../../engine/model/market/demand.ts'
import type { DemandKind } from '../../../engine/model/inputs/policy.ts'
import { solvePrices } from '../../../engine/model/market/pricing.ts'
import { type ProductMarket, quantities } from '../../reference/pricing.ts'
import { deviationProfit } from '../../reference/deviationProfit.ts'
import { sampleMarket } from '../../reference/sampleMarket.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'

const kinds: readonly DemandKind[] = ['nestedLogit', 'ces']

/** A sample market, calibrated and solved at its base-year costs. */
function solvedMarket(kind: DemandKind, seed = 7, products = 50) {
  const sample = sampleMarket(seed, products, 9, 4)
  const market = createDemandMarket(sample.structure, kind)
  const cost = new Float64Array(products)
  const elasticities = { own: 5.2, market: 1.25, sigma: 0.65, ces: 4, income: 0.8 }
  expect(calibrateDemand(market, elasticities, sample.price, sample.sales, cost, 0)).toBe(0)
  const eq = createEquilibrium(sample.structure)
  solvePrices(market, cost, 0, eq)
  return { sample, market, cost, eq, products }
}

function asProducts({ sample, market }: ReturnType<typeof solvedMarket>): ProductMarket {
  const { a, sigma, size, delta } = market
  return { a, sigma, size, delta: [...delta], maker: sample.maker, nest: sample.nest }
}

describe.each(kinds)('%s demand', (kind) => {
  it("sells in equilibrium what it sells at the equilibrium's prices", () => {
    const { market, eq, sample } = solvedMarket(kind)
    const atPrices = createEquilibrium(sample.structure)
    salesAtPrices(market, eq.price, atPrices)
    for (const [i, quantity] of eq.quantity.entries()) {
      expect(atPrices.quantity[i] / quantity).toBeCloseTo(1, 12)
      expect(atPrices.withinShare[i]).toBeCloseTo(eq.withinShare[i], 13)
    }
    expect(atPrices.surplus / market.size).toBeCloseTo(eq.surplus / market.size, 12)
  })

  it("loses a buyer's quantity in surplus for every dollar on a price", () => {
    const { market, eq, sample } = solvedMarket(kind)
    const room = createEquilibrium(sample.structure)
    const surplusAt = (i: number, change: number): number => {
      const price = eq.price.slice()
      price[i] += change
      salesAtPrices(market, price, room)
      return room.surplus
    }
    for (const i of [0, 17, 42]) {
      const derivative = (surplusAt(i, 0.01) - surplusAt(i, -0.01)) / 0.02
      expect(-derivative / eq.quantity[i]).toBeCloseTo(1, 4)
    }
  })

  it('sells nothing of a product at an infinite price, and keeps the rest finite', () => {
    const { market, eq, sample, products } = solvedMarket(kind)
    const price = eq.price.slice()
    price[5] = Infinity
    salesAtPrices(market, price, eq)
    expect(eq.quantity[5]).toBe(0)
    expect([...eq.quantity, ...eq.withinShare, eq.surplus].every(Number.isFinite)).toBe(true)
    expect(eq.quantity.filter((q) => q > 0)).toHaveLength(products - 1)
    const nothing = createEquilibrium(sample.structure)
    salesAtPrices(market, price.fill(Infinity), nothing)
    expect(nothing.quantity.every((q) => q === 0)).toBe(true)
  })

  it('leaves the prices and markups that makers want alone when it counts sales at other prices', () => {
    const { market, eq, sample } = solvedMarket(kind)
    const wanted = [...eq.price, ...eq.markup, ...eq.typeMarkup]
    salesAtPrices(
      market,
      sample.price.map((p) => p * 1.1),
      eq,
    )
    expect([...eq.price, ...eq.markup, ...eq.typeMarkup]).toEqual(wanted)
  })

  it('gives a product that does not deviate its profit, to the bit', () => {
    const { market, eq } = solvedMarket(kind)
    for (const [i, quantity] of eq.quantity.entries()) {
      expect(deviationProfit(market, eq, i, 0)).toBe(quantity * eq.markup[i])
    }
  })

  it('gives the same profit by change and by level of cost, less at a higher cost', () => {
    const { market, eq, cost } = solvedMarket(kind)
    for (const i of cost.keys()) {
      let last = Infinity
      for (const change of [-6, -1, 0, 0.5, 4, 20]) {
        const profit = deviationProfit(market, eq, i, change)
        expect(profitAtCost(market, eq, i, cost[i] + change) / profit).toBeCloseTo(1, 9)
        expect(profit).toBeLessThan(last)
        last = profit
      }
      expect(profitAtCost(market, eq, i, Infinity)).toBe(0)
      expect(deviationProfit(market, eq, i, Infinity)).toBeCloseTo(0, 12)
    }
  })

  it('knows what a barred product would earn if it were let in', () => {
    const { market, eq, cost } = solvedMarket(kind)
    const barred = cost.slice()
    barred[20] = Infinity
    solvePrices(market, barred, 0, eq)
    expect(deviationProfit(market, eq, 20, -5)).toBe(0)
    const open = createEquilibrium(market.structure)
    open.price.set(eq.price)
    // CES makers mark up by a share of cost, so the level of the markup is that of the cost it comes in at.
    open.price[20] = cost[20] + (kind === 'ces' ? cost[20] / (market.eta - 1) : eq.markup[20])
    salesAtPrices(market, open.price, open)
    const profit = open.quantity[20] * (open.price[20] - cost[20])
    const predicted = profitAtCost(market, eq, 20, cost[20])
    // The prediction holds the market's aggregates, which one more product moves a little.
    expect(predicted).toBeGreaterThan(profit)
    expect(predicted).toBeLessThan(profit * 1.1)
  })
})

describe('the nested logit', () => {
  it('has the sales of the textbook formula', () => {
    const example = solvedMarket('nestedLogit')
    const price = example.eq.price.map((p, i) => p + (i % 5))
    salesAtPrices(example.market, price, example.eq)
    for (const [i, quantity] of quantities(asProducts(example), [...price]).entries()) {
      expect(example.eq.quantity[i] / quantity).toBeCloseTo(1, 12)
    }
  })

  it("takes a deviator's own effect on its nest into account, with the market's total held", () => {
    const example = solvedMarket('nestedLogit')
    const { market, eq } = example
    const outside = (quantity: readonly number[]): number => market.size - quantity.reduce((s, q) => s + q, 0)
    const before = outside([...eq.quantity])
    for (const i of [3, 30]) {
      const after = quantities(asProducts(example), [...eq.price].with(i, eq.price[i] - 4))
      // The outside good's weight is 1, so its sales measure the market's total.
      const held = (after[i] * before) / outside(after)
      expect(deviationProfit(market, eq, i, -4) / (held * eq.markup[i])).toBeCloseTo(1, 11)
    }
  })

  it('prices a product that comes into an empty nest by its own appeal', () => {
    const example = solvedMarket('nestedLogit')
    const { market, eq, cost, sample } = example
    const barred = cost.map((c, i) => (sample.nest[i] === 1 ? Infinity : c))
    solvePrices(market, barred, 0, eq)
    const i = sample.nest.indexOf(1)
    const price = eq.price.slice()
    price[i] = cost[i] + eq.markup[i]
    const open = quantities(asProducts(example), [...price])
    const outside = market.size - open.reduce((s, q) => s + q, 0)
    const outsideBefore = market.size - eq.quantity.reduce((s, q) => s + q, 0)
    const held = (open[i] * outsideBefore) / outside
    expect(profitAtCost(market, eq, i, cost[i]) / (held * eq.markup[i])).toBeCloseTo(1, 10)
  })
})

describe('the structure of a market', () => {
  it('holds every type of an industry in the range of its nest', () => {
    const industry = smallIndustry()
    const structure = marketStructure(industry)
    expect(structure.nestOff[structure.nests]).toBe(structure.types)
    for (let g = 0; g < structure.nests; g++) {
      for (let n = structure.nestOff[g]; n < structure.nestOff[g + 1]; n++) expect(structure.typeNest[n]).toBe(g)
    }
    expect(createEquilibrium(structure).productNest).toEqual(industry.productNest)
  })
})

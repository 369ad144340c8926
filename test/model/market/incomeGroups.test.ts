import { assert, property, integer, double } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrateDemand } from '../../../engine/model/market/calibrateDemand.ts'
import { notCalibrated } from '../../../engine/model/market/demandLimits.ts'
import {
  createDemandMarket,
  createEquilibrium,
  profitAtCost,
  salesAtPrices,
} from '../../../engine/model/market/demand.ts'
import { groupPurchases, groupSurplus } from '../../../engine/model/market/groupShares.ts'
import type { BuyersByIncome, DemandMarket } from '../../../engine/model/market/market.ts'
import { solvePrices } from '../../../engine/model/market/pricing.ts'
import {
  type GroupMarket,
  groupPricesByLongIteration,
  groupQuantities,
  groupResiduals,
} from '../../reference/groupPricing.ts'
import { sampleMarket, structureOf, uniforms } from '../../reference/sampleMarket.ts'

const central = { own: 5.2, market: 1.25, sigma: 0.65, ces: 4, income: 0.8 }

/** Buyers in some groups: incomes and purchases that rise from one to the next, all groups as large. */
function buyersIn(count: number): BuyersByIncome {
  const steps = Array.from({ length: count }, (_, r) => r + 1)
  const sum = steps.reduce((s, x) => s + x, 0)
  return { people: steps.map(() => 1 / count), purchases: steps.map((x) => x / sum), income: steps.map((x) => 30 * x) }
}

function calibrated(seed: number, count: number, products: number, elasticities = central) {
  const sample = sampleMarket(seed, products, 8, 4)
  const structure = structureOf(sample.maker, sample.nest, 8, 4, count)
  const market = createDemandMarket(structure, 'incomeGroups', buyersIn(count))
  const cost = new Float64Array(products)
  const status = calibrateDemand(market, elasticities, sample.price, sample.sales, cost, 0)
  return { sample, market, cost, status }
}

function asProducts(market: DemandMarket, maker: readonly number[], nest: readonly number[]): GroupMarket {
  const { sigma, size, delta, groups } = market
  const { weight, slope, shift } = groups!
  return { sigma, size, maker, nest, delta: [...delta], weight: [...weight], slope: [...slope], shift: [...shift] }
}

function solved(market: DemandMarket, cost: Float64Array) {
  const eq = createEquilibrium(market.structure)
  solvePrices(market, cost, 0, eq)
  expect(eq.converged).toBe(1)
  return eq
}

const sum = (values: Iterable<number>): number => [...values].reduce((s, x) => s + x, 0)

/** Nine products of three makers in three nests, and three groups, as solved by others. */
function publishedCase() {
  const nest = [0, 0, 0, 1, 1, 1, 2, 2, 2]
  const maker = [0, 1, 0, 0, 1, 2, 1, 2, 2]
  const delta = [1.2, 0.8, 1.6, 2.1, 1.9, 2.6, 3.4, 3.1, 4.0]
  const cost = [18, 21, 24, 30, 34, 41, 52, 60, 75]
  // Types need products of a maker in a nest side by side.
  const order = [...nest.keys()].toSorted((i, j) => nest[i] - nest[j] || maker[i] - maker[j])
  const sorted = (values: readonly number[]): number[] => order.map((i) => values[i])
  const market = createDemandMarket(structureOf(sorted(maker), sorted(nest), 3, 3, 3), 'incomeGroups', buyersIn(3))
  Object.assign(market, { sigma: 0.5, size: 1 })
  market.delta.set(sorted(delta))
  market.groups!.slope.set([0.26, 0.17, 0.09])
  market.groups!.shift.set([-1, 0, 0.9])
  market.groups!.weight.set([0.33, 0.34, 0.33])
  return { market, cost: Float64Array.from(sorted(cost)), sorted }
}

describe('buyers who differ by income', () => {
  it('are asked the prices, and buy the shares, that an independent solver finds', () => {
    const { market, cost, sorted } = publishedCase()
    const eq = solved(market, cost)
    const price = sorted([
      28.344362, 27.40123, 34.994407, 39.22594, 40.938757, 47.747373, 62.145329, 66.722985, 81.749552,
    ])
    const share = sorted([
      0.05206748, 0.02831575, 0.03208224, 0.04603313, 0.0223421, 0.025786, 0.0253956, 0.00608446, 0.00245187,
    ])
    for (const i of cost.keys()) {
      expect(Math.abs(eq.price[i] - price[i])).toBeLessThan(1e-6)
      expect(Math.abs(eq.quantity[i] - share[i])).toBeLessThan(1e-8)
    }
  })

  it("are asked prices that meet every product's first-order condition", () => {
    assert(
      property(
        integer({ min: 1, max: 1e6 }),
        integer({ min: 1, max: 6 }),
        double({ min: 0.5, max: 1.1, noNaN: true }),
        double({ min: 0.4, max: 0.75, noNaN: true }),
        (seed, count, income, sigma) => {
          const { sample, market, cost, status } = calibrated(seed, count, 40, { ...central, income, sigma })
          expect(status).toBeLessThan(notCalibrated)
          const uniform = uniforms(seed)
          const raised = cost.map((c, i) => c * (1 + (sample.maker[i] % 2) * uniform() * 0.33))
          const eq = solved(market, raised)
          const residuals = groupResiduals(asProducts(market, sample.maker, sample.nest), [...eq.price], [...raised])
          expect(Math.max(...residuals.map(Math.abs))).toBeLessThan(1e-9)
        },
      ),
      { numRuns: 60 },
    )
  })

  it.each([1, 2, 3])('are asked the prices that long iteration over products ends at (market %i)', (seed) => {
    const { sample, market, cost } = calibrated(seed, 3, 30)
    const raised = cost.map((c, i) => c * (1 + (sample.maker[i] % 3) * 0.1))
    const eq = solved(market, raised)
    const twin = asProducts(market, sample.maker, sample.nest)
    const slow = groupPricesByLongIteration(twin, [...raised])
    const quantity = groupQuantities(twin, slow)
    for (const i of raised.keys()) {
      expect(eq.price[i] / slow[i]).toBeCloseTo(1, 9)
      expect(eq.quantity[i] / quantity[i]).toBeCloseTo(1, 7)
    }
  })

  it('in one group are those of the nested logit', () => {
    const { sample, market, cost } = calibrated(4, 1, 60)
    const alike = createDemandMarket(sample.structure, 'nestedLogit')
    const costAlike = new Float64Array(60)
    calibrateDemand(alike, central, sample.price, sample.sales, costAlike, 0)
    expect(market.groups!.slope[0]).toBeCloseTo(alike.a, 12)
    expect(market.groups!.shift[0]).toBeCloseTo(0, 12)
    expect(market.size / alike.size).toBeCloseTo(1, 11)
    const raised = costAlike.map((c, i) => (i === 7 ? Infinity : c * (1 + (sample.maker[i] % 2) * 0.2)))
    const eq = solved(market, raised)
    const eqAlike = solved(alike, raised)
    for (const i of cost.keys()) {
      expect(market.delta[i]).toBeCloseTo(alike.delta[i], 10)
      expect(cost[i] / costAlike[i]).toBeCloseTo(1, 11)
      expect(eq.markup[i] / eqAlike.markup[i]).toBeCloseTo(1, 8)
      expect(eq.quantity[i] / market.size).toBeCloseTo(eqAlike.quantity[i] / alike.size, 9)
      for (const change of [-3, 0, 5]) {
        const profit = profitAtCost(market, eq, i, cost[i] + change)
        expect(profit / profitAtCost(alike, eqAlike, i, cost[i] + change)).toBeCloseTo(1, 7)
      }
    }
    expect(eq.surplus / eqAlike.surplus).toBeCloseTo(1, 9)
  })

  it('buy in the calibrated market what was sold, at the prices that were paid, each group its share', () => {
    assert(
      property(
        integer({ min: 1, max: 1e6 }),
        integer({ min: 1, max: 6 }),
        double({ min: 0.5, max: 1.1, noNaN: true }),
        double({ min: 0.4, max: 0.85, noNaN: true }),
        (seed, count, income, sigma) => {
          const { sample, market, cost, status } = calibrated(seed, count, 60, { ...central, income, sigma })
          expect(status).toBeLessThan(notCalibrated)
          const eq = createEquilibrium(market.structure)
          salesAtPrices(market, sample.price, eq)
          for (const i of cost.keys()) expect(Math.abs(eq.quantity[i] / sample.sales[i] - 1)).toBeLessThan(1e-8)
          const bought = new Float64Array(count)
          const paid = new Float64Array(count)
          groupPurchases(market, eq, bought, paid)
          const { purchases, slope } = market.groups!
          const total = sum(sample.sales)
          for (let r = 0; r < count; r++) expect(bought[r] / total).toBeCloseTo(purchases[r], 8)
          const spent = sum(sample.price.map((p, i) => p * sample.sales[i]))
          expect(sum(paid) / spent).toBeCloseTo(1, 8)
          expect([...slope]).toEqual([...slope].toSorted((x, y) => y - x))
          const residuals = groupResiduals(asProducts(market, sample.maker, sample.nest), [...sample.price], [...cost])
          expect(Math.max(...residuals.map(Math.abs))).toBeLessThan(1e-8)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('respond to prices by the elasticities that were asked for', () => {
    const { sample, market, status } = calibrated(3, 3, 60)
    expect(status).toBe(0)
    const eq = createEquilibrium(market.structure)
    const step = 1e-4
    const salesAt = (factor: (i: number) => number): Float64Array => {
      salesAtPrices(
        market,
        sample.price.map((p, i) => p * factor(i)),
        eq,
      )
      return eq.quantity.slice()
    }
    const slope = (up: number, down: number): number => -Math.log(up / down) / Math.log((1 + step) / (1 - step))
    const whole = slope(sum(salesAt(() => 1 + step)), sum(salesAt(() => 1 - step)))
    const own = sample.sales.map((sold, i) => {
      const [up, down] = [1 + step, 1 - step].map((change) => salesAt((k) => (k === i ? change : 1))[i])
      return (slope(up, down) * sold) / sum(sample.sales)
    })
    expect(whole).toBeCloseTo(central.market, 5)
    expect(sum(own)).toBeCloseTo(central.own, 5)
  })

  it("have a surplus each that adds up to the market's, and lose a buyer's quantity of it for every dollar", () => {
    const { market, sample } = calibrated(5, 4, 40)
    const eq = createEquilibrium(market.structure)
    const surplusAt = (change: number) => {
      salesAtPrices(
        market,
        sample.price.map((p) => p + change),
        eq,
      )
      return market.groups!.slope.reduce<number[]>(
        (all, _, r) => [...all, groupSurplus(market, market.groups!, eq, r)],
        [],
      )
    }
    const [up, down, here] = [surplusAt(0.01), surplusAt(-0.01), surplusAt(0)]
    expect(sum(here) / eq.surplus).toBeCloseTo(1, 12)
    const bought = new Float64Array(4)
    groupPurchases(market, eq, bought, new Float64Array(4))
    for (let r = 0; r < 4; r++) expect((down[r] - up[r]) / 0.02 / bought[r]).toBeCloseTo(1, 4)
  })

  it('are told of a barred product what it would earn if it were let in', () => {
    const { market, cost } = calibrated(7, 3, 50)
    const barred = cost.slice()
    barred[20] = Infinity
    const eq = solved(market, barred)
    expect(eq.quantity[20]).toBe(0)
    const open = createEquilibrium(market.structure)
    const price = eq.price.slice()
    price[20] = cost[20] + eq.markup[20]
    salesAtPrices(market, price, open)
    const profit = open.quantity[20] * eq.markup[20]
    const predicted = profitAtCost(market, eq, 20, cost[20])
    expect(predicted).toBeGreaterThan(profit)
    expect(predicted).toBeLessThan(profit * 1.1)
  })

  it('find an empty nest and an empty market without a figure that is not a number', () => {
    const { market, sample, cost } = calibrated(6, 3, 60)
    const noNest = solved(
      market,
      cost.map((c, i) => (sample.nest[i] === 2 ? Infinity : c)),
    )
    const nothing = solved(
      market,
      cost.map(() => Infinity),
    )
    for (const eq of [noNest, nothing]) {
      expect([...eq.markup, ...eq.withinShare, ...eq.quantity, eq.surplus].every(Number.isFinite)).toBe(true)
    }
    expect(sum(nothing.quantity)).toBe(0)
    for (const [i, g] of sample.nest.entries()) expect(noNest.quantity[i] > 0).toBe(g !== 2)
  })

  it('cannot be calibrated where nothing is sold or no such demand exists', () => {
    const { sample, market } = calibrated(3, 3, 60)
    const cost = new Float64Array(60)
    const calibrate = (elasticities: typeof central, sales: Float64Array): number =>
      calibrateDemand(market, elasticities, sample.price, sales, cost, 0)
    expect(calibrate(central, new Float64Array(60))).toBe(notCalibrated)
    expect(calibrate({ ...central, own: 1, market: 1.2 }, sample.sales)).toBe(notCalibrated)
    expect(market.delta.every((d) => d === -Infinity)).toBe(true)
    expect([...cost]).toEqual([...sample.price])
  })
})

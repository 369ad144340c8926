import { assert, property, integer, double } from 'fast-check'
import { expect, describe, it } from 'vitest'
import { calibrateDemand } from '../../../engine/model/market/calibrateDemand.ts'
import { notCalibrated } from '../../../engine/model/market/demandLimits.ts'
import { createDemandMarket, type WorkingEquilibrium, createEquilibrium } from '../../../engine/model/market/demand.ts'
import type { DemandMarket } from '../../../engine/model/market/market.ts'
import { solvePrices } from '../../../engine/model/market/pricing.ts'
import { type ProductMarket, firstOrderResiduals, solveByLongIteration } from '../../reference/pricing.ts'
import { sampleMarket, uniforms, structureOf } from '../../reference/sampleMarket.ts'

interface Case {
  readonly market: DemandMarket
  readonly maker: readonly number[]
  readonly nest: readonly number[]
  readonly cost: Float64Array
}

/** A sample market calibrated at elasticities drawn from the parameters' ranges, with costs up to a third higher. */
function calibratedCase(seed: number, products: number, makers: number, nests: number): Case {
  const sample = sampleMarket(seed, products, makers, nests)
  const uniform = uniforms(seed + 1000)
  const market = createDemandMarket(sample.structure, 'nestedLogit')
  const cost = new Float64Array(products)
  const elasticities = {
    own: 4.2 + 1.9 * uniform(),
    market: 0.75 + 0.7 * uniform(),
    sigma: 0.4 + 0.45 * uniform(),
    ces: 4,
    income: 0.8,
  }
  const status = calibrateDemand(market, elasticities, sample.price, sample.sales, cost, 0)
  if (status === notCalibrated) throw new Error(`sample market ${seed} cannot be calibrated`)
  const raised = cost.map((c, i) => c * (1 + (sample.maker[i] % 2) * uniform() * 0.33))
  return { market, maker: sample.maker, nest: sample.nest, cost: raised }
}

function solved(market: DemandMarket, cost: Float64Array): WorkingEquilibrium {
  const eq = createEquilibrium(market.structure)
  solvePrices(market, cost, 0, eq)
  expect(eq.converged).toBe(1)
  return eq
}

function asProducts({ market, maker, nest }: Case): ProductMarket {
  return { a: market.a, sigma: market.sigma, size: market.size, maker, nest, delta: [...market.delta] }
}

/** A market set by hand: price coefficient 0.1, one million buyers. */
function handMarket(maker: readonly number[], nest: readonly number[], delta: readonly number[], sigma: number): Case {
  const makers = Math.max(...maker) + 1
  const market = createDemandMarket(structureOf(maker, nest, makers, Math.max(...nest) + 1), 'nestedLogit')
  market.a = 0.1
  market.sigma = sigma
  market.size = 1e6
  market.delta.set(delta)
  return { market, maker, nest, cost: Float64Array.from(delta, (_, i) => 20 + 3 * i) }
}

describe('equilibrium prices of the nested logit', () => {
  it.each([1, 2, 3, 4, 5, 6])("meet every product's own first-order condition (market %i)", (seed) => {
    const example = calibratedCase(seed, 120, 6 + 5 * seed, 5)
    const eq = solved(example.market, example.cost)
    const residuals = firstOrderResiduals(asProducts(example), [...eq.price], [...example.cost])
    expect(Math.max(...residuals.map(Math.abs))).toBeLessThan(1e-9)
  })

  it.each([11, 12, 13])('agree with prices found by long iteration over products (market %i)', (seed) => {
    const example = calibratedCase(seed, 40, 8, 4)
    const eq = solved(example.market, example.cost)
    const slow = solveByLongIteration(asProducts(example), [...example.cost])
    for (const [i, price] of slow.entries()) {
      expect(Math.abs(eq.markup[i] / (price - example.cost[i]) - 1)).toBeLessThan(1e-12)
    }
  })

  it('charge 1/(a(1-s)) for a single product under plain logit', () => {
    const { market, cost } = handMarket([0], [0], [3], 0)
    const eq = solved(market, cost)
    const share = eq.quantity[0] / market.size
    expect(share).toBeGreaterThan(0.2)
    expect(eq.markup[0]).toBeCloseTo(1 / (market.a * (1 - share)), 9)
  })

  it('do not fall when two makers merge', () => {
    assert(
      property(integer({ min: 1, max: 1e6 }), integer({ min: 3, max: 9 }), (seed, makers) => {
        const before = calibratedCase(seed, 30, makers, 3)
        const merged = before.maker.map((f) => (f === 1 ? 0 : f))
        const byNestThenMaker = (i: number, j: number): number =>
          before.nest[i] - before.nest[j] || merged[i] - merged[j]
        const order = merged.map((_, i) => i).toSorted(byNestThenMaker)
        const structure = structureOf(
          order.map((i) => merged[i]),
          order.map((i) => before.nest[i]),
          makers,
          3,
        )
        const { a, sigma, size, delta } = before.market
        const after = createDemandMarket(structure, 'nestedLogit')
        Object.assign(after, { a, sigma, size })
        after.delta.set(order.map((i) => delta[i]))
        const apart = solved(before.market, before.cost)
        const together = solved(
          after,
          Float64Array.from(order, (i) => before.cost[i]),
        )
        for (const [place, i] of order.entries()) {
          expect(together.price[place]).toBeGreaterThanOrEqual(apart.price[i] * (1 - 1e-9))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('do not depend on how makers are numbered', () => {
    const { market, maker, nest, cost } = calibratedCase(21, 60, 7, 4)
    const relabelled = createDemandMarket(
      structureOf(
        maker.map((f) => 6 - f),
        nest,
        7,
        4,
      ),
      'nestedLogit',
    )
    Object.assign(relabelled, { a: market.a, sigma: market.sigma, size: market.size })
    relabelled.delta.set(market.delta)
    const first = solved(market, cost)
    const second = solved(relabelled, cost)
    for (let i = 0; i < cost.length; i++) expect(second.price[i] / first.price[i]).toBeCloseTo(1, 12)
  })

  it('do not depend on where the search starts', () => {
    const { market, cost } = calibratedCase(31, 60, 7, 4)
    const cold = solved(market, cost)
    for (const start of [NaN, -5, 1e-9, 100, 1e12, Infinity]) {
      const eq = createEquilibrium(market.structure)
      eq.typeMarkup.fill(start)
      solvePrices(market, cost, 0, eq)
      expect(eq.converged).toBe(1)
      for (let i = 0; i < cost.length; i++) expect(eq.price[i] / cold.price[i]).toBeCloseTo(1, 9)
    }
  })

  it('are found in a handful of rounds, and at once from the solution', () => {
    const { market, cost } = calibratedCase(41, 250, 40, 5)
    const eq = solved(market, cost)
    expect(eq.rounds).toBeLessThan(12)
    const price = eq.price.slice()
    solvePrices(market, cost, 0, eq)
    expect(eq.rounds).toBe(1)
    for (let i = 0; i < cost.length; i++) expect(eq.price[i] / price[i]).toBeCloseTo(1, 14)
  })

  it('are found for few makers, tight nests and small outside goods too', () => {
    assert(
      property(
        integer({ min: 1, max: 1e6 }),
        integer({ min: 1, max: 12 }),
        double({ min: 0, max: 0.9, noNaN: true }),
        (seed, products, sigma) => {
          const { maker, nest } = sampleMarket(seed, products, 2, 2)
          const uniform = uniforms(seed)
          const example = handMarket(
            maker,
            nest,
            maker.map(() => 4 + 10 * uniform()),
            sigma,
          )
          const eq = solved(example.market, example.cost)
          const residuals = firstOrderResiduals(asProducts(example), [...eq.price], [...example.cost])
          expect(Math.max(...residuals.map(Math.abs))).toBeLessThan(1e-8)
        },
      ),
    )
  })

  it('leave out a product with infinite cost, and only that one', () => {
    const { market, maker, nest, cost } = calibratedCase(51, 60, 7, 4)
    cost[10] = Infinity
    const eq = solved(market, cost)
    expect(eq.price[10]).toBe(Infinity)
    expect(eq.quantity[10]).toBe(0)
    expect(eq.withinShare[10]).toBe(0)
    expect(Number.isFinite(eq.markup[10])).toBe(true)
    const others = cost.map((_, i) => i).filter((i) => i !== 10)
    expect([...others].every((i) => Number.isFinite(eq.price[i]) && eq.quantity[i] > 0)).toBe(true)
    // The rest is the equilibrium of a market that never had the product.
    const structure = structureOf(maker.toSpliced(10, 1), nest.toSpliced(10, 1), 7, 4)
    const without = createDemandMarket(structure, 'nestedLogit')
    Object.assign(without, { a: market.a, sigma: market.sigma, size: market.size })
    without.delta.set([...market.delta].toSpliced(10, 1))
    const expected = solved(without, Float64Array.from([...cost].toSpliced(10, 1)))
    for (const [place, i] of [...others].entries()) expect(expected.price[place] / eq.price[i]).toBeCloseTo(1, 9)
  })

  it('leave out a whole nest, and a whole market, without a figure that is not a number', () => {
    const { market, nest, cost } = calibratedCase(61, 60, 7, 4)
    const noNest = solved(
      market,
      cost.map((c, i) => (nest[i] === 2 ? Infinity : c)),
    )
    const nothing = solved(
      market,
      cost.map(() => Infinity),
    )
    for (const [i, g] of nest.entries()) {
      expect(noNest.quantity[i] > 0).toBe(g !== 2)
      expect(nothing.quantity[i]).toBe(0)
    }
    for (const eq of [noNest, nothing]) {
      const figures = [...eq.markup, ...eq.withinShare, ...eq.quantity, ...eq.typeMarkup, eq.surplus]
      expect(figures.every(Number.isFinite)).toBe(true)
      expect([...eq.price].some(Number.isNaN)).toBe(false)
    }
    expect(nothing.surplus).toBe(0)
  })

  it('survive appeals far beyond what an exponential can hold', () => {
    const { market, cost } = handMarket([0, 1, 2], [0, 0, 1], [9000, 9001, 8990], 0.5)
    const eq = createEquilibrium(market.structure)
    solvePrices(market, cost, 0, eq)
    expect([...eq.price, ...eq.quantity, eq.surplus].every(Number.isFinite)).toBe(true)
  })
})

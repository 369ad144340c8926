/** Timings of one market: solving, sales at sticky prices, the profit of a deviation, calibration. */
import { calibrateDemand } from '../../engine/model/market/calibrateDemand.ts'
import { createDemandMarket, createEquilibrium, salesAtPrices, profitAtCost } from '../../engine/model/market/demand.ts'
import type { DemandKind } from '../../engine/model/inputs/policy.ts'
import { solvePrices } from '../../engine/model/market/pricing.ts'
import { sampleMarket, uniforms } from '../reference/sampleMarket.ts'
import type { Bench } from './measure.ts'

const elasticities = { own: 5.2, market: 1.25, sigma: 0.65, ces: 4, income: 0.8 }
const costCases = 16

/** A calibrated market of 250 products, and unit costs that some makers' duties have raised, in several cases. */
function benchMarket(kind: DemandKind) {
  const sample = sampleMarket(4, 250, 40, 5)
  const products = sample.price.length
  const market = createDemandMarket(sample.structure, kind)
  const eq = createEquilibrium(sample.structure)
  const costs = new Float64Array(costCases * products)
  calibrateDemand(market, elasticities, sample.price, sample.sales, costs, 0)
  const uniform = uniforms(9)
  const rises = Array.from({ length: costCases }, () => sample.maker.map(() => Math.max(0, 0.3 * uniform() - 0.1)))
  const base = costs.slice(0, products)
  for (let n = 0; n < costs.length; n++) {
    const i = n % products
    costs[n] = base[i] * (1 + rises[Math.floor(n / products)][i])
  }
  return { sample, products, market, eq, costs }
}

function benchesOf(kind: DemandKind): Bench[] {
  const { sample, products, market, eq, costs } = benchMarket(kind)
  const costScratch = new Float64Array(products)
  const solveAll = (): void => {
    for (let n = 0; n < costCases; n++) solvePrices(market, costs, n * products, eq)
  }
  solveAll()
  return [
    { name: `${kind}: solve prices, warm start from other costs`, run: solveAll, perRun: costCases },
    { name: `${kind}: sales at given prices`, run: () => salesAtPrices(market, sample.price, eq), perRun: 1 },
    {
      name: `${kind}: profit at another cost`,
      run: () => {
        let sum = 0
        for (let i = 0; i < products; i++) sum += profitAtCost(market, eq, i, 30)
        costScratch[0] = sum
      },
      perRun: products,
    },
    {
      name: `${kind}: calibrate`,
      run: () => {
        calibrateDemand(market, elasticities, sample.price, sample.sales, costScratch, 0)
      },
      perRun: 1,
    },
  ]
}

export const pricingBenches: readonly Bench[] = [...benchesOf('nestedLogit'), ...benchesOf('ces')]

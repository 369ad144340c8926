/** Timings of one market: solving, sales at sticky prices, the profit of a deviation, calibration. */
import { calibrateDemand } from '../../engine/model/market/calibrateDemand.ts'
import { createDemandMarket, createEquilibrium, salesAtPrices, profitAtCost } from '../../engine/model/market/demand.ts'
import type { MarketBuyers } from '../../engine/model/inputs/buyers.ts'
import type { DemandKind } from '../../engine/model/inputs/policy.ts'
import { groupBuyers } from '../../engine/model/market/groupBuyers.ts'
import { solvePrices } from '../../engine/model/market/pricing.ts'
import { sampleMarket, uniforms } from '../reference/sampleMarket.ts'
import type { Bench } from './measure.ts'

const elasticities = { own: 5.2, market: 1.25, sigma: 0.65, ces: 4, income: 0.8 }
const costCases = 16

const buyers: MarketBuyers = {
  households: 132_000,
  income: [17.6, 48, 79.9, 127.2, 213, 520],
  purchases: [0.04, 0.09, 0.16, 0.24, 0.33, 0.14],
}

/** A calibrated market of 250 products, and unit costs that some makers' duties have raised, in several cases. */
function benchMarket(kind: DemandKind, groups: number) {
  const sample = sampleMarket(4, 250, 40, 5)
  const products = sample.price.length
  const structure = { ...sample.structure, groups }
  const market = createDemandMarket(structure, kind, groups > 0 ? groupBuyers(buyers, groups) : undefined)
  const eq = createEquilibrium(structure)
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

function benchesOf(kind: DemandKind, groups = 0): Bench[] {
  const { sample, products, market, eq, costs } = benchMarket(kind, groups)
  const name = groups > 0 ? `${kind}, ${groups}` : kind
  const costScratch = new Float64Array(products)
  const solveAll = (): void => {
    for (let n = 0; n < costCases; n++) solvePrices(market, costs, n * products, eq)
  }
  solveAll()
  return [
    { name: `${name}: solve prices, warm start from other costs`, run: solveAll, perRun: costCases },
    { name: `${name}: sales at given prices`, run: () => salesAtPrices(market, sample.price, eq), perRun: 1 },
    {
      name: `${name}: profit at another cost`,
      run: () => {
        let sum = 0
        for (let i = 0; i < products; i++) sum += profitAtCost(market, eq, i, 30)
        costScratch[0] = sum
      },
      perRun: products,
    },
    {
      name: `${name}: calibrate`,
      run: () => {
        calibrateDemand(market, elasticities, sample.price, sample.sales, costScratch, 0)
      },
      perRun: 1,
    },
  ]
}

export const pricingBenches: readonly Bench[] = [
  ...benchesOf('nestedLogit'),
  ...benchesOf('ces'),
  ...[1, 3, 5].flatMap((groups) => benchesOf('incomeGroups', groups)),
]

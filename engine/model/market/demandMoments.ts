/**
 * What a calibrated market implies, to be looked at beside published estimates: own-price elasticities, the elasticity of the
 * whole market, and the median Lerner index. Formulas as in `calibrateDemand.ts` and `calibrateGroups.ts`.
 */
import { createEquilibrium, salesAtPrices } from './demand.ts'
import type { BuyerGroups, DemandMarket } from './market.ts'

export interface DemandMoments {
  /** Sales-weighted mean own-price elasticity of products, without its sign. */
  readonly own: number
  /** Elasticity of all sales to a proportional rise of all prices, without its sign. */
  readonly market: number
  /** Median over vehicles sold of (price - cost)/price. */
  readonly lerner: number
}

/**
 * @param price [product] thousand USD, at `offset`; the same for sales (vehicles) and cost (thousand USD)
 */
export function demandMoments(
  market: DemandMarket,
  price: Float64Array,
  sales: Float64Array,
  cost: Float64Array,
  offset: number,
): DemandMoments {
  const { products } = market.structure
  const prices = price.subarray(offset, offset + products)
  const sold = sales.subarray(offset, offset + products)
  const { own, whole } = priceElasticities(market, prices, sold)
  const total = sold.reduce((sum, vehicles) => sum + vehicles, 0)
  const margins = [...sold.keys()]
    .filter((i) => sold[i] > 0)
    .map((i) => ({ margin: (prices[i] - cost[offset + i]) / prices[i], sold: sold[i] }))
  return {
    own: own.reduce((sum, elasticity, i) => sum + (elasticity * sold[i]) / total, 0),
    market: whole,
    lerner: weightedMedian(margins, total),
  }
}

/** Elasticities without their sign. */
export interface PriceElasticities {
  /** [product] of its sales to its price; 0 where it is not sold. */
  readonly own: Float64Array
  /** Of all sales to a proportional rise of all prices. */
  readonly whole: number
}

/**
 * Elasticities of the market where it is calibrated (not of CES).
 *
 * @param price [product] thousand USD
 * @param sales [product] vehicles a year
 */
export function priceElasticities(market: DemandMarket, price: Float64Array, sales: Float64Array): PriceElasticities {
  return market.groups === undefined ? ofAllAlike(market, price, sales) : ofGroups(market, market.groups, price, sales)
}

function ofAllAlike(market: DemandMarket, price: Float64Array, sales: Float64Array): PriceElasticities {
  const { structure, a, sigma, size } = market
  const { nests, typeOff, nestOff } = structure
  const own = new Float64Array(price.length)
  let total = 0
  let value = 0
  for (let g = 0; g < nests; g++) {
    const first = typeOff[nestOff[g]]
    const last = typeOff[nestOff[g + 1]]
    let nestSales = 0
    for (let i = first; i < last; i++) {
      nestSales += sales[i]
      value += sales[i] * price[i]
    }
    total += nestSales
    for (let i = first; i < last; i++) {
      if (sales[i] === 0) continue
      own[i] = a * price[i] * (1 / (1 - sigma) - (sigma / (1 - sigma)) * (sales[i] / nestSales) - sales[i] / size)
    }
  }
  return { own, whole: a * (value / total) * (1 - total / size) }
}

function ofGroups(
  market: DemandMarket,
  groups: BuyerGroups,
  price: Float64Array,
  sales: Float64Array,
): PriceElasticities {
  const { sigma, size, structure } = market
  const { count, slope, weight } = groups
  const eq = createEquilibrium(structure)
  salesAtPrices(market, price, eq)
  const { product, typeStart, weight: exponential, stride, reach, nestSum } = eq.groups
  const own = new Float64Array(price.length)
  let lost = 0
  for (let r = 0; r < count; r++) {
    let inside = 0
    let value = 0
    for (let n = 0; n < structure.types; n++) {
      const cell = structure.typeNest[n] * count + r
      for (let at = typeStart[n]; at < typeStart[n + 1]; at++) {
        const i = product[at]
        const bought = exponential[at * stride + r] * reach[cell]
        const share = bought / weight[r]
        const ofNest = exponential[at * stride + r] / nestSum[cell]
        inside += share
        value += bought * price[i]
        own[i] +=
          ((price[i] * slope[r] * bought * size) / sales[i]) *
          (1 / (1 - sigma) - (sigma / (1 - sigma)) * ofNest - share)
      }
    }
    lost += slope[r] * (1 - inside) * value
  }
  return { own, whole: (lost * size) / sales.reduce((sum, sold) => sum + sold, 0) }
}

function weightedMedian(margins: readonly { readonly margin: number; readonly sold: number }[], total: number): number {
  let below = 0
  for (const { margin, sold } of margins.toSorted((one, other) => one.margin - other.margin)) {
    below += sold
    if (below >= total / 2) return margin
  }
  return NaN
}

/**
 * The vehicles that an entrant's would be compared with in a market: sales-weighted means over the products of other
 * makers in its nest; over the whole market where that market or the entrant's home market sells none in the nest. Section 9
 * of docs/model.md.
 */
import { log } from '../../math/elementary.ts'
import type { Setting } from '../cost/setting.ts'
import type { Draws } from '../draws/draws.ts'
import type { DemandMarket } from '../market/market.ts'

/** The calibrated industry, which entry leaves as it is. */
export interface CalibratedIndustry {
  readonly base: Setting
  /** [market x product] base-year sales of the replicate (vehicles) and calibrated costs (thousand USD). */
  readonly productSales: Float64Array
  readonly productCost: Float64Array
  readonly draws: Draws
}

/** Sales-weighted means over comparable vehicles. */
export interface Comparable {
  /** Vehicles a year that the means are taken over. */
  readonly sold: number
  /** Delivered cost and price, thousand USD. */
  readonly cost: number
  readonly price: number
  /** Mean utility (nested logit), or the logarithm of the taste weight (CES). */
  readonly appeal: number
}

/** Appeal of a product in logarithms: the mean utility itself, or the logarithm of a CES taste weight. */
export function appealOf(market: DemandMarket, i: number): number {
  return market.kind === 'ces' ? log(market.delta[i]) : market.delta[i]
}

/**
 * Means over the vehicles that market m sells in the base year; all zero where it sells none of them.
 *
 * @param isEntrant [maker] 1 for makers whose products are left out
 * @param nest whose products the means are taken over, or -1 for all
 */
export function measureComparable(
  { base, productSales, productCost }: CalibratedIndustry,
  isEntrant: Uint8Array,
  m: number,
  nest: number,
): Comparable {
  const { industry, markets } = base
  const products = industry.products.length
  const sums = { sold: 0, cost: 0, price: 0, appeal: 0 }
  for (let i = 0; i < products; i++) {
    const sold = productSales[m * products + i]
    if (sold === 0 || isEntrant[industry.productMaker[i]] === 1) continue
    if (nest >= 0 && industry.productNest[i] !== nest) continue
    sums.sold += sold
    sums.cost += sold * productCost[m * products + i]
    sums.price += sold * industry.price[m * products + i]
    sums.appeal += sold * appealOf(markets[m], i)
  }
  const { sold } = sums
  if (sold === 0) return sums
  return { sold, cost: sums.cost / sold, price: sums.price / sold, appeal: sums.appeal / sold }
}

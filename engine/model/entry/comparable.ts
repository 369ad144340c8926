/**
 * The vehicles that an entrant's would be compared with in a market: sales-weighted means over the products of other
 * makers in its nest; over the whole market where either market sells none in that nest. Section 9 of docs/model.md.
 */
import { log } from '../../math/elementary.ts'
import type { Industry } from '../inputs/industry.ts'
import type { DemandMarket } from '../market/market.ts'

export interface Comparable {
  /** Vehicles a year that the means are taken over. */
  sold: number
  /** Delivered cost and price, thousand USD. */
  cost: number
  price: number
  /** Mean utility (nested logit), or the logarithm of the taste weight (CES). */
  appeal: number
}

export function createComparable(): Comparable {
  return { sold: 0, cost: 0, price: 0, appeal: 0 }
}

/** Appeal of a product in logarithms: the mean utility itself, or the logarithm of a CES taste weight. */
export function appealOf(market: DemandMarket, i: number): number {
  return market.kind === 'ces' ? log(market.delta[i]) : market.delta[i]
}

/**
 * Fills the means of market m.
 *
 * @param nest only its products, or all for -1
 * @param isEntrant [maker] 1 for makers whose products are left out
 * @param sales [market x product], and @param cost the same
 */
export function measureComparable(
  industry: Industry,
  market: DemandMarket,
  m: number,
  nest: number,
  isEntrant: Uint8Array,
  sales: Float64Array,
  cost: Float64Array,
  target: Comparable,
): void {
  const products = industry.products.length
  target.sold = 0
  target.cost = 0
  target.price = 0
  target.appeal = 0
  for (let i = 0; i < products; i++) {
    const sold = sales[m * products + i]
    if (sold === 0 || isEntrant[industry.productMaker[i]] === 1) continue
    if (nest >= 0 && industry.productNest[i] !== nest) continue
    target.sold += sold
    target.cost += sold * cost[m * products + i]
    target.price += sold * industry.price[m * products + i]
    target.appeal += sold * appealOf(market, i)
  }
  if (target.sold === 0) return
  target.cost /= target.sold
  target.price /= target.sold
  target.appeal /= target.sold
}

/**
 * Consumer surplus and price paid by fifths of households, poorest first. Section 13 of docs/model.md. Where a group of buyers
 * holds several bands of income, or buyers are not told apart, bands share surplus in proportion to what they buy: they pay the
 * same prices for the same vehicles.
 */
import { fifthOfBand, type MarketBuyers } from '../inputs/buyers.ts'
import type { WorkingEquilibrium } from './equilibrium.ts'
import { groupsOf } from './groupBuyers.ts'
import { groupPurchases, groupSurplus } from './groupShares.ts'
import type { DemandMarket } from './market.ts'

/** Number of fifths. */
export const fifthCount = 5

/**
 * Surplus up to a constant, thousand USD a year; the fifths add up to `eq.surplus`.
 *
 * @param surplus receives [fifth] from `offset` on
 */
export function surplusByFifth(
  market: DemandMarket,
  { purchases }: MarketBuyers,
  eq: WorkingEquilibrium,
  surplus: Float64Array,
  offset: number,
): void {
  const { groups } = market
  surplus.fill(0, offset, offset + fifthCount)
  const groupOf = groups === undefined ? undefined : groupsOf(groups.count)
  for (let band = 0; band < purchases.length; band++) {
    const own =
      groups === undefined || groupOf === undefined
        ? purchases[band] * eq.surplus
        : (purchases[band] / groups.purchases[groupOf[band]]) * groupSurplus(market, groups, eq, groupOf[band])
    surplus[offset + fifthOfBand[band]] += own
  }
}

/** Mean price that the first and the last fifth pay, thousand USD, at the prices at which `eq` was last filled. */
export interface PricesPaid {
  readonly poorest: number
  readonly richest: number
}

/** @param price [product] thousand USD */
export function pricesPaid(market: DemandMarket, price: Float64Array, eq: WorkingEquilibrium): PricesPaid {
  const { groups } = market
  if (groups === undefined) {
    let [sold, spent] = [0, 0]
    for (let i = 0; i < price.length; i++) {
      if (!(eq.quantity[i] > 0)) continue
      sold += eq.quantity[i]
      spent += eq.quantity[i] * price[i]
    }
    return { poorest: spent / sold, richest: spent / sold }
  }
  const bought = new Float64Array(groups.count)
  const paid = new Float64Array(groups.count)
  groupPurchases(market, eq, bought, paid)
  const groupOf = groupsOf(groups.count)
  const meanOf = (fifth: number): number => {
    const own = [...new Set(groupOf.filter((_, band) => fifthOfBand[band] === fifth))]
    return own.reduce((sum, r) => sum + paid[r], 0) / own.reduce((sum, r) => sum + bought[r], 0)
  }
  return { poorest: meanOf(0), richest: meanOf(fifthCount - 1) }
}

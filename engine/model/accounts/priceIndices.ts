/**
 * Two price indices of a market against the base year. Section 13 of docs/model.md.
 *
 *   fixed basket   sum of base-year vehicles at today's prices over the same at base-year prices (Laspeyres)
 *   exact          1 + ( surplus at base-year prices - surplus at today's ) / base-year spending
 *
 * The exact index is that of the demand system: what buyers would have to be given to be as well off as in the base year is the fall
 * of their surplus, since neither system has an effect of income on what is bought (compensating variation; A. Konüs, "The problem
 * of the true index of the cost of living", Econometrica 7 (1939)). It needs nothing of a demand system but surplus at the two price
 * vectors. A product that vanishes leaves the fixed basket and is forgotten; in the exact index its buyers lose what it was worth
 * to them. While nothing vanishes the exact index is the lower one: buyers turn to what has become less dear.
 */
import type { YearState } from '../year/yearState.ts'
import type { Ledger } from './ledger.ts'

/** Laspeyres index: today's cost of the base-year basket over its cost then. A product no longer sold leaves the basket. */
export function basketIndex(year: YearState, ledger: Ledger, m: number): number {
  const quantity = ledger.baseQuantity[m]
  const priceNow = year.price[m]
  const priceBefore = ledger.basePrice[m]
  let basket = 0
  let basketBefore = 0
  for (let i = 0; i < quantity.length; i++) {
    const price = priceNow[i]
    if (!(quantity[i] > 0 && price < Infinity)) continue
    basket += quantity[i] * price
    basketBefore += quantity[i] * priceBefore[i]
  }
  return basket / basketBefore
}

/** Spending that keeps buyers' surplus, over that of the base year: of vehicles, thousand USD. */
export function exactIndex(year: YearState, ledger: Ledger, m: number): number {
  const quantity = ledger.baseQuantity[m]
  const price = ledger.basePrice[m]
  let spending = 0
  for (let i = 0; i < quantity.length; i++) if (quantity[i] > 0) spending += quantity[i] * price[i]
  return 1 + (ledger.baseSurplus[m] - year.equilibria[m].surplus) / spending
}

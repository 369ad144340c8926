/**
 * Prices that move part of the way, and duties spread over a maker's whole range. Section 6 of docs/model.md.
 *
 *   p[t] = p[t-1] + rho * (p* - p[t-1]),  never below unit cost
 *
 * A share `spread` of the change in a maker's duties is priced across all its products in the market instead of on the
 * dutiable ones: the cost it prices on differs from unit cost by an offset that fades with rho.
 */
import type { MarketStructure } from './market.ts'

/** Duties and the offsets that spread them. All but the last are [market x product], thousand USD per vehicle. */
export interface DutyPricing {
  /** Duty this year. */
  readonly duty: Float64Array
  /** Duty last year; overwritten with this year's. */
  readonly dutyBefore: Float64Array
  /** What the cost that prices are set on differs by from unit cost. */
  readonly offsets: Float64Array
  /** [2 x maker] working values: change in duties times sales, then its mean; and sales. */
  readonly makerSums: Float64Array
}

/**
 * Updates the pricing offsets of one market from the year's change in duty per vehicle.
 *
 *   offset[i] = (1-rho)*offset[i] + spread * ( maker's mean change in duty - change of product i )
 *
 * @param pace rho is its `priceAdjustment`, spread its `dutySpread`
 * @param start cell of the market's first product
 * @param quantity [product] last year's sales, the weights of the mean
 */
export function spreadDuties(
  structure: MarketStructure,
  pace: { readonly priceAdjustment: number; readonly dutySpread: number },
  duties: DutyPricing,
  start: number,
  quantity: Float64Array,
): void {
  const { priceAdjustment: rho, dutySpread: spread } = pace
  const { duty, dutyBefore, offsets, makerSums: sums } = duties
  const { products, productMaker, makers } = structure
  sums.fill(0)
  for (let i = 0; i < products; i++) {
    const maker = productMaker[i]
    const sold = quantity[i]
    sums[maker] += sold * (duty[start + i] - dutyBefore[start + i])
    sums[makers + maker] += sold
  }
  // From here on the first half holds means.
  for (let f = 0; f < makers; f++) {
    const sold = sums[makers + f]
    sums[f] = sold > 0 ? sums[f] / sold : 0
  }
  const kept = 1 - rho
  for (let i = 0; i < products; i++) {
    const maker = productMaker[i]
    const now = duty[start + i]
    const change = now - dutyBefore[start + i]
    const spreadHere = sums[makers + maker] > 0 ? spread * (sums[maker] - change) : 0
    offsets[start + i] = kept * offsets[start + i] + spreadHere
    dutyBefore[start + i] = now
  }
}

/**
 * Moves one market's prices towards their targets.
 *
 * @param price [product] last year's prices, overwritten with this year's
 * @param target [product] p*, the equilibrium prices at the year's costs
 * @param cost [market x product] unit cost from `start` on; Infinity where the product cannot be sold (its price is then Infinity)
 */
export function adjustPrices(
  products: number,
  price: Float64Array,
  target: Float64Array,
  cost: Float64Array,
  start: number,
  rho: number,
): void {
  for (let i = 0; i < products; i++) {
    const before = price[i]
    const moved = before < Infinity ? before + rho * (target[i] - before) : target[i]
    price[i] = Math.max(moved, cost[start + i])
  }
}

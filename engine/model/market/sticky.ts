/**
 * Prices that move part of the way, and duties spread over a maker's whole range. Section 6 of docs/model.md.
 *
 *   p[t] = p[t-1] + rho * (p* - p[t-1]),  never below unit cost
 *
 * A share `spread` of the change in a maker's duties is priced across all its products in the market instead of on the
 * dutiable ones: the cost it prices on differs from unit cost by an offset that fades with rho.
 */
import type { MarketStructure } from './market.ts'

/**
 * Updates the pricing offsets of one market from the year's change in duty per vehicle.
 *
 *   offset[i] = (1-rho)*offset[i] + spread * ( maker's mean change in duty - change of product i )
 *
 * @param duty [market x product] duty per vehicle this year, thousand USD
 * @param dutyBefore [market x product] duty per vehicle last year; overwritten with this year's
 * @param quantity [product] last year's sales, the weights of the mean
 * @param offsets [market x product]
 * @param sums [2 x maker] scratch
 */
export function spreadDuties(
  structure: MarketStructure,
  duty: Float64Array,
  dutyBefore: Float64Array,
  start: number,
  quantity: Float64Array,
  rho: number,
  spread: number,
  offsets: Float64Array,
  sums: Float64Array,
): void {
  const { types, typeOff, typeMaker, makers } = structure
  sums.fill(0)
  for (let n = 0; n < types; n++) {
    const maker = typeMaker[n]
    for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
      sums[maker] = sums[maker] + quantity[i] * (duty[start + i] - dutyBefore[start + i])
      sums[makers + maker] = sums[makers + maker] + quantity[i]
    }
  }
  for (let n = 0; n < types; n++) {
    const sold = sums[makers + typeMaker[n]]
    const mean = sold > 0 ? sums[typeMaker[n]] / sold : 0
    for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
      const change = duty[start + i] - dutyBefore[start + i]
      offsets[start + i] = (1 - rho) * offsets[start + i] + (sold > 0 ? spread * (mean - change) : 0)
      dutyBefore[start + i] = duty[start + i]
    }
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

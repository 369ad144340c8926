/** What a product earns after a change of its cost, from its sales: the independent twin of `profitAtCost`. */
import { exp, pow } from '../../engine/math/elementary.ts'
import type { DemandMarket, Equilibrium } from '../../engine/model/market/market.ts'

/**
 * Yearly profit (thousand USD) of one product if its unit cost changes and its maker keeps its markup, while rivals'
 * prices and the market's aggregates stay. Section 8 of docs/model.md. Without a change it is the profit in `eq`, to
 * the bit.
 *
 * "Markup" is a number of dollars in the nested logit and a percentage in CES, as each system's makers set it.
 *
 * @param costChange change of the product's unit cost, thousand USD
 */
export function deviationProfit(market: DemandMarket, eq: Equilibrium, product: number, costChange: number): number {
  return market.kind === 'ces'
    ? cesDeviationProfit(market, eq, product, costChange)
    : nestedLogitDeviationProfit(market, eq, product, costChange)
}

/** Profit when cost changes, the percentage markup and the price index do not: profit * (c'/c)^(1-eta). */
function cesDeviationProfit(market: DemandMarket, eq: Equilibrium, product: number, costChange: number): number {
  const quantity = eq.quantity[product]
  if (quantity === 0) return 0
  const markup = eq.markup[product]
  return quantity * markup * pow(1 + costChange / (eq.price[product] - markup), 1 - market.eta)
}

/**
 * Profit after a change of cost: q*e*(1 + s*(e - 1))^-sigma * markup, e = exp(-a*costChange/(1 - sigma)), with s the
 * share of the nest. The product's own weight in its nest moves, the market's total does not.
 */
function nestedLogitDeviationProfit(
  market: DemandMarket,
  eq: Equilibrium,
  product: number,
  costChange: number,
): number {
  const quantity = eq.quantity[product]
  if (quantity === 0) return 0
  const sigma = market.sigma
  const gain = exp((-market.a * costChange) / (1 - sigma))
  const nestGain = pow(1 + eq.withinShare[product] * (gain - 1), -sigma)
  return quantity * gain * nestGain * eq.markup[product]
}

/**
 * Demand with a constant elasticity of substitution, and the constant markups of monopolistic competition. Section 6
 * of docs/model.md; the demand system of Head, Mayer and Melitz, Journal of International Economics 150 (2024).
 *
 *     q[i] = size * delta[i] * p[i]^-eta * P^(eta - epsilon)          P = (sum_i delta[i] * p[i]^(1-eta))^(1/(1-eta))
 *     p[i] = c[i] * eta/(eta - 1)
 *
 * P is 1 in the base year, so `size` is base-year spending (thousand USD) and epsilon, the market elasticity, is that
 * of all sales to a proportional rise of all prices. Makers take P as given, so neither ownership nor nests matter.
 */
import { pow, log, exp } from '../../math/elementary.ts'
import type { WorkingEquilibrium } from './equilibrium.ts'
import type { DemandMarket } from './market.ts'

/** Price index from prices; Infinity when nothing is offered. */
function priceIndex(market: DemandMarket, price: Float64Array): number {
  const { eta, delta } = market
  let sum = 0
  for (let i = 0; i < delta.length; i++) {
    if (delta[i] > 0 && price[i] < Infinity) sum += delta[i] * pow(price[i], 1 - eta)
  }
  return sum > 0 ? pow(sum, 1 / (1 - eta)) : Infinity
}

/**
 * Consumer surplus less that of the base year: the area under size * P^-epsilon between the index and 1. When nothing
 * is offered it is -Infinity unless epsilon exceeds 1.
 */
function surplusChange(market: DemandMarket, index: number): number {
  const power = 1 - market.marketElasticity
  if (Math.abs(power) < 1e-9) return -market.size * log(index)
  return (market.size * (1 - pow(index, power))) / power
}

/** Sales and surplus at given prices; see `salesAtPrices`. Products that are not offered sell 0. */
export function cesSales(market: DemandMarket, price: Float64Array, eq: WorkingEquilibrium): void {
  const { eta, marketElasticity, size, delta } = market
  const index = priceIndex(market, price)
  const scale = index < Infinity ? size * pow(index, eta - marketElasticity) : 0
  for (let i = 0; i < delta.length; i++) {
    const offered = delta[i] > 0 && price[i] < Infinity
    eq.quantity[i] = offered ? scale * delta[i] * pow(price[i], -eta) : 0
    eq.withinShare[i] = 0
  }
  eq.priceIndex = index
  eq.surplus = surplusChange(market, index)
}

/** Prices, markups and sales at given costs. `typeMarkup` is left alone: within a type markups differ with cost. */
export function cesPrices(market: DemandMarket, cost: Float64Array, costOffset: number, eq: WorkingEquilibrium): void {
  const overCost = 1 / (market.eta - 1)
  for (let i = 0; i < market.delta.length; i++) {
    const unitCost = cost[costOffset + i]
    eq.markup[i] = unitCost < Infinity ? unitCost * overCost : 0
    eq.price[i] = unitCost + eq.markup[i]
  }
  cesSales(market, eq.price, eq)
  eq.rounds = 1
  eq.converged = 1
}

/** Profit at a level of cost and the constant markup, with the price index held. */
export function cesProfitAtCost(market: DemandMarket, eq: WorkingEquilibrium, product: number, cost: number): number {
  const { eta, marketElasticity, size, delta } = market
  if (!(delta[product] > 0 && cost < Infinity)) return 0
  const price = (cost * eta) / (eta - 1)
  // In logarithms: an index of Infinity (nothing else offered) has no power to hold fixed; the product is then alone.
  const logIndex = eq.priceIndex < Infinity ? log(eq.priceIndex) : log(delta[product]) / (1 - eta) + log(price)
  const quantity = size * delta[product] * exp(-eta * log(price) + (eta - marketElasticity) * logIndex)
  return (quantity * price) / eta
}

/**
 * Taste weights from base-year prices and sales, [product] each, with the base price index equal to 1, and the unit
 * costs behind those prices. False, and nothing written, when nothing is sold or an elasticity is out of range.
 */
export function calibrateCes(
  market: DemandMarket,
  prices: Float64Array,
  quantities: Float64Array,
  costs: Float64Array,
): boolean {
  const { eta, marketElasticity, delta } = market
  let spending = 0
  for (let i = 0; i < prices.length; i++) if (quantities[i] > 0) spending += prices[i] * quantities[i]
  if (!(spending > 0 && eta > 1 && marketElasticity > 0)) return false
  market.size = spending
  for (let i = 0; i < prices.length; i++) {
    delta[i] = quantities[i] > 0 ? (quantities[i] / spending) * pow(prices[i], eta) : 0
    costs[i] = (prices[i] * (eta - 1)) / eta
  }
  return true
}

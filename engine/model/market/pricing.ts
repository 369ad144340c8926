/**
 * Equilibrium prices in one market: Bertrand-Nash for the nested logit (`bertrand.ts` finds the markups) and for
 * buyers who differ by income (`groupPrices.ts`), the constant markup for CES. Section 6 of docs/model.md.
 */
import { bertrandMarkups } from './bertrand.ts'
import { cesPrices } from './ces.ts'
import type { WorkingEquilibrium } from './equilibrium.ts'
import { solveGroupPrices, solveGroupTargets } from './groupPrices.ts'
import type { DemandMarket } from './market.ts'
import { spreadSales, weighProducts } from './nestedLogit.ts'

/**
 * Solves for equilibrium prices at given unit costs and fills the equilibrium, from the warm start in `eq.typeMarkup`,
 * or `eq.markup` where buyers differ by income (any values are safe). `eq.converged` is 0 when the first-order conditions are not met within the cap on rounds.
 *
 * @param cost unit costs in thousand USD, product i at `costOffset + i`; Infinity where it cannot be sold: its price is
 *   then Infinity, its quantity 0, and its markup what its maker would ask
 */
export function solvePrices(
  market: DemandMarket,
  cost: Float64Array,
  costOffset: number,
  eq: WorkingEquilibrium,
): void {
  if (market.groups !== undefined) {
    solveGroupPrices(market, market.groups, cost, costOffset, eq)
    return
  }
  solveTargetPrices(market, cost, costOffset, eq)
  if (market.kind !== 'ces') spreadSales(market, eq)
}

/**
 * The same for those who want prices and markups only, as when prices go part of the way and sales follow from
 * `salesAtPrices`: quantities and surplus are left for that.
 */
export function solveTargetPrices(
  market: DemandMarket,
  cost: Float64Array,
  costOffset: number,
  eq: WorkingEquilibrium,
): void {
  if (market.groups !== undefined) {
    solveGroupTargets(market, market.groups, cost, costOffset, eq)
    return
  }
  if (market.kind === 'ces') {
    cesPrices(market, cost, costOffset, eq)
    return
  }
  weighProducts(market, cost, costOffset, eq)
  bertrandMarkups(market, eq)
  const { productType } = market.structure
  const { typeMarkup, markup, price } = eq
  for (let i = 0; i < price.length; i++) {
    const own = typeMarkup[productType[i]]
    markup[i] = own
    price[i] = cost[costOffset + i] + own
  }
}

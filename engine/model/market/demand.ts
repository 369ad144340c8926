/**
 * Demand in one market, behind one set of functions for all demand systems: buyers who differ by income of `groupShares.ts`, the
 * nested logit of `nestedLogit.ts` and the constant elasticity of substitution of `ces.ts`. `DemandMarket.kind` says which. Section 6 of docs/model.md.
 *
 * A market is calibrated by `calibrateDemand`, its equilibrium prices come from `solvePrices`; this file holds what
 * both rest on: who owns what, sales at given prices, and the profit of one product that deviates.
 */
import { cesSales, cesProfitAtCost } from './ces.ts'
import { groupProfitAtCost } from './groupProfit.ts'
import { groupSales } from './groupShares.ts'
import type { WorkingEquilibrium } from './equilibrium.ts'
import type { Industry } from '../inputs/industry.ts'
import type { BuyerGroups, BuyersByIncome, MarketStructure, DemandMarket } from './market.ts'
import { nestedLogitSales, nestedLogitProfitAtCost } from './nestedLogit.ts'
import type { DemandKind } from '../inputs/policy.ts'
import { nestCount } from '../inputs/sets.ts'

export { createEquilibrium, type WorkingEquilibrium } from './equilibrium.ts'

/**
 * Who owns which products in which nest. Allocated once for an industry and shared by its markets.
 *
 * @param groups groups of buyers told apart by income, 0 for none
 */
export function marketStructure(industry: Industry, groups = 0): MarketStructure {
  const types = industry.typeNest.length
  const nestOff = new Int32Array(nestCount + 1)
  for (let n = 0; n < types; n++) nestOff[industry.typeNest[n] + 1]++
  for (let g = 0; g < nestCount; g++) nestOff[g + 1] += nestOff[g]
  const products = industry.products.length
  const productType = new Int32Array(products)
  for (let n = 0; n < types; n++) productType.fill(n, industry.typeOff[n], industry.typeOff[n + 1])
  const productMaker = productType.map((n) => industry.typeMaker[n])
  return {
    productType,
    productMaker,
    products,
    types,
    makers: industry.makers.length,
    nests: nestCount,
    typeOff: industry.typeOff,
    typeMaker: industry.typeMaker,
    typeNest: industry.typeNest,
    nestOff,
    groups,
  }
}

/**
 * A market with nothing sold in it yet; `calibrateDemand` fills it.
 *
 * @param buyers by income, as many groups as the structure has, where they are told apart in some replicate
 */
export function createDemandMarket(
  structure: MarketStructure,
  kind: DemandKind,
  buyers?: BuyersByIncome,
): DemandMarket {
  const delta = new Float64Array(structure.products).fill(nothing(kind))
  const basePrice = new Float64Array(structure.products)
  const told = kind === 'incomeGroups' || structure.groups > 0 ? createGroups(structure.groups, buyers) : undefined
  const groups = kind === 'incomeGroups' ? told : undefined
  return {
    kind,
    structure,
    a: 1,
    sigma: 0,
    size: 0,
    eta: 0,
    marketElasticity: 0,
    delta,
    basePrice,
    groups,
    buyers: told,
  }
}

/** `delta` of a product that nobody buys. */
function nothing(kind: DemandKind): number {
  return kind === 'ces' ? 0 : -Infinity
}

/** Gives the market a system of demand, with nothing sold in it yet, as when replicates draw theirs. */
export function chooseDemand(market: DemandMarket, kind: DemandKind): void {
  if (market.kind === kind) return
  market.kind = kind
  market.groups = kind === 'incomeGroups' ? market.buyers : undefined
  market.delta.fill(nothing(kind))
}

/** Groups of buyers with all that calibration finds of them still at 0. */
function createGroups(count: number, buyers: BuyersByIncome | undefined): BuyerGroups {
  if (buyers === undefined || buyers.income.length !== count || count === 0) {
    throw new Error('a market whose buyers differ by income needs the income of each of its groups, of one at least')
  }
  const mean = buyers.income.reduce((sum, income, r) => sum + income * buyers.people[r], 0)
  return {
    count,
    people: Float64Array.from(buyers.people),
    purchases: Float64Array.from(buyers.purchases),
    income: Float64Array.from(buyers.income, (income) => income / mean),
    weight: new Float64Array(count),
    slope: new Float64Array(count),
    shift: new Float64Array(count),
  }
}

/**
 * Sales, shares of nests and consumer surplus at given prices, as when prices are sticky.
 *
 * Writes `quantity`, `withinShare` and `surplus` of the equilibrium; its `price`, `markup` and `typeMarkup` stay as
 * they are, so that they can hold what makers would charge if they were free to.
 *
 * @param price [product] thousand USD; Infinity where the product is not offered, which sells nothing
 */
export function salesAtPrices(market: DemandMarket, price: Float64Array, eq: WorkingEquilibrium): void {
  if (market.groups !== undefined) groupSales(market, market.groups, price, eq)
  else if (market.kind === 'ces') cesSales(market, price, eq)
  else nestedLogitSales(market, price, eq)
}

/**
 * Yearly profit (thousand USD) of one product at another unit cost, while its maker keeps its markup and rivals' prices and
 * the market's aggregates stay. Section 8 of docs/model.md. "Markup" is a number of dollars in the nested logit and a
 * percentage in CES, as each system's makers set it. It is computed from the product's appeal, so that it also answers for a
 * product that sells nothing now because it is barred.
 *
 * @param cost unit cost, thousand USD
 */
export function profitAtCost(market: DemandMarket, eq: WorkingEquilibrium, product: number, cost: number): number {
  if (market.groups !== undefined) return groupProfitAtCost(market, market.groups, eq, product, cost)
  return market.kind === 'ces'
    ? cesProfitAtCost(market, eq, product, cost)
    : nestedLogitProfitAtCost(market, eq, product, cost)
}

/** Price less cost at a level of cost, as in `profitAtCost`. */
export function marginAtCost(market: DemandMarket, eq: WorkingEquilibrium, product: number, cost: number): number {
  return market.kind === 'ces' ? cost / (market.eta - 1) : eq.markup[product]
}

/** Price coefficient of the mean buyer of a vehicle, per thousand USD (not in CES). */
export function meanSlope({ a, groups }: DemandMarket): number {
  return groups === undefined ? a : groups.slope.reduce((sum, slope, r) => sum + slope * groups.purchases[r], 0)
}

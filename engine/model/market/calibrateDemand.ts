/**
 * Calibration of one market's demand to base-year prices and sales and to two elasticities, in closed form. Section 7.1
 * of docs/model.md.
 *
 * Nested logit, with w[i] the product's share of all sales, p the sales-weighted mean price and s0 the outside share:
 *
 *     elasticity of all sales to a proportional price rise:   market = a * p * s0
 *     own-price elasticity of product i:                      a*p[i] * (1/(1-sigma) - sigma/(1-sigma)*s[i|g] - s[i])
 *
 * With s[i] = (1 - s0)*w[i] their sales-weighted mean `own` is linear in a, once a*s0 = market/p is put in:
 *
 *     own = a * ((p - sigma*B)/(1-sigma) - C) + C*market/p,     B = sum_i w[i]*p[i]*s[i|g],     C = sum_i w[i]^2*p[i]
 *
 * Appeals are Berry's (1994) inversion, delta = ln s[i] - ln s0 - sigma*ln s[i|g] + a*p[i]; unit costs are prices less
 * the Bertrand markups that the observed shares imply (see `pricing.ts`), so solving at them returns the base year.
 *
 * Two limits can stop a set of drawn parameters from being met, and the result says when they did:
 *
 * - A high sigma with elasticities near each other asks for an outside share above 1. Sigma is then lowered to the
 *   largest value with an outside share of 95%; the elasticities have published estimates behind them, sigma has not.
 * - Logit markups are about one number of dollars for all of a maker's products, so a cheap product of a dominant maker
 *   could be left with a cost below zero. The own-price elasticity of the market is then raised to the least value at
 *   which no product's cost is below a fifth of its price. Raising all of a market's elasticities, rather than changing
 *   one cost, keeps every first-order condition and therefore the base year.
 */
import { log } from '../../math/elementary.ts'
import { calibrateGroups } from './calibrateGroups.ts'
import { calibrateCes } from './ces.ts'
import { largestMargin, largestOutsideShare, notCalibrated, ownElasticityRaised, sigmaLowered } from './demandLimits.ts'
import type { DemandMarket, Elasticities } from './market.ts'

/**
 * Fills a market from its base year and writes the unit costs that make these prices an equilibrium.
 *
 * @param elasticities positive numbers: own > market, 0 <= sigma < 1, ces > 1
 * @param price thousand USD, product i at `offset + i`; must be set also where nothing is sold
 * @param sales vehicles a year, in the same places; 0 where the product is not sold: it gets no appeal (`delta`
 *   -Infinity, 0 for CES), and a cost of price less the markup of its maker, at least a fifth of price
 * @param cost receives thousand USD, in the same places
 * @returns 0, `sigmaLowered`, `ownElasticityRaised` or the sum of the two; or `notCalibrated` (no sales, or
 *   elasticities that no such demand has), which leaves the market without any product on sale, and costs at prices
 */
export function calibrateDemand(
  market: DemandMarket,
  elasticities: Elasticities,
  price: Float64Array,
  sales: Float64Array,
  cost: Float64Array,
  offset: number,
): number {
  const products = market.structure.products
  const prices = price.subarray(offset, offset + products)
  const quantities = sales.subarray(offset, offset + products)
  const costs = cost.subarray(offset, offset + products)
  market.marketElasticity = elasticities.market
  market.eta = elasticities.ces
  if (market.kind === 'ces') {
    return calibrateCes(market, prices, quantities, costs) ? 0 : leaveEmpty(market, prices, costs, 0)
  }
  if (market.groups !== undefined) {
    const status = calibrateGroups(market, market.groups, elasticities, prices, quantities, costs)
    return status < notCalibrated ? status : leaveEmpty(market, prices, costs, -Infinity)
  }
  const moments = baseMoments(market, prices, quantities)
  const status = fitElasticities(market, elasticities, moments)
  if (status >= notCalibrated) return leaveEmpty(market, prices, costs, -Infinity)
  invertShares(market, prices, quantities, moments)
  impliedCosts(market, prices, quantities, moments, costs)
  return status
}

/** What a calibration without a solution leaves behind. */
function leaveEmpty(market: DemandMarket, prices: Float64Array, costs: Float64Array, noAppeal: number): number {
  market.size = 0
  market.delta.fill(noAppeal)
  costs.set(prices)
  return notCalibrated
}

/** Sales by type, nest and in all, and the sums B and C of the file's equations. Units: vehicles, thousand USD. */
interface BaseMoments {
  readonly typeSales: Float64Array
  readonly nestSales: Float64Array
  /** [type] lowest price among the products sold; Infinity if none is. */
  readonly lowestPrice: Float64Array
  total: number
  meanPrice: number
  /** B: mean of price times share of the nest. */
  nestMoment: number
  /** C: mean of price times share of all sales. */
  marketMoment: number
}

function baseMoments(market: DemandMarket, prices: Float64Array, quantities: Float64Array): BaseMoments {
  const { types, nests, typeOff, typeNest } = market.structure
  const typeSales = new Float64Array(types)
  const nestSales = new Float64Array(nests)
  const lowestPrice = new Float64Array(types).fill(Infinity)
  let total = 0
  for (let n = 0; n < types; n++) {
    for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
      if (!(quantities[i] > 0)) continue
      typeSales[n] += quantities[i]
      lowestPrice[n] = Math.min(lowestPrice[n], prices[i])
    }
    nestSales[typeNest[n]] += typeSales[n]
    total += typeSales[n]
  }
  const moments = { typeSales, nestSales, lowestPrice, total, meanPrice: 0, nestMoment: 0, marketMoment: 0 }
  for (let n = 0; n < types; n++) {
    for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
      if (!(quantities[i] > 0)) continue
      const weightedPrice = (prices[i] * quantities[i]) / total
      moments.meanPrice += weightedPrice
      moments.nestMoment += (weightedPrice * quantities[i]) / nestSales[typeNest[n]]
      moments.marketMoment += (weightedPrice * quantities[i]) / total
    }
  }
  return moments
}

/** Sets sigma, a and size; returns the status. */
function fitElasticities(market: DemandMarket, elasticities: Elasticities, moments: BaseMoments): number {
  const { own, market: whole } = elasticities
  const { meanPrice, nestMoment, marketMoment, total } = moments
  // own less the part of it that the outside share fixes, times price
  const target = own * meanPrice - whole * marketMoment
  if (!(total > 0 && whole > 0 && target > 0)) return notCalibrated
  let status = 0
  market.sigma = elasticities.sigma
  // (p - sigma*B)/(1 - sigma), which rises with sigma, may be at most this for an outside share within its limit.
  const ceiling = (largestOutsideShare * target) / whole + marketMoment
  if (meanPrice - market.sigma * nestMoment > ceiling * (1 - market.sigma)) {
    if (ceiling < meanPrice) return notCalibrated
    market.sigma = (ceiling - meanPrice) / (ceiling - nestMoment)
    status += sigmaLowered
  }
  const steepness = (meanPrice - market.sigma * nestMoment) / (1 - market.sigma) - marketMoment
  const fitted = target / meanPrice / steepness
  const least = leastPriceCoefficient(market, whole, moments)
  if (!(steepness > 0 && least < Infinity)) return notCalibrated
  if (least > fitted) status += ownElasticityRaised
  market.a = Math.max(fitted, least)
  const outsideShare = whole / (market.a * meanPrice)
  if (!(outsideShare < 1)) return notCalibrated
  market.size = total / (1 - outsideShare)
  return status
}

/** Part of each maker's recapture that does not depend on the outside share: w[f] = (1 - s0) * result[f]. */
function recapturePerInsideShare(market: DemandMarket, moments: BaseMoments): Float64Array {
  const { types, makers, typeMaker, typeNest } = market.structure
  const result = new Float64Array(makers)
  for (let n = 0; n < types; n++) {
    if (moments.typeSales[n] === 0) continue
    const withinNest = moments.typeSales[n] / moments.nestSales[typeNest[n]]
    const ofAll = moments.typeSales[n] / moments.total
    result[typeMaker[n]] += ((1 - market.sigma) * ofAll) / (1 - market.sigma * withinNest)
  }
  return result
}

/**
 * Least a at which every markup is within `largestMargin` of price. With y the recapture per inside share and
 * a*s0 = market/p, a*(1 - w) = a*(1 - y) + y*market/p, so the condition on each type's cheapest product is linear in a.
 */
function leastPriceCoefficient(market: DemandMarket, marketElasticity: number, moments: BaseMoments): number {
  const { types, typeMaker, typeNest } = market.structure
  const recapture = recapturePerInsideShare(market, moments)
  let least = 0
  for (let n = 0; n < types; n++) {
    if (moments.typeSales[n] === 0) continue
    const withinNest = moments.typeSales[n] / moments.nestSales[typeNest[n]]
    const y = recapture[typeMaker[n]]
    const largestMarkup = largestMargin * moments.lowestPrice[n]
    const needed = (1 - market.sigma) / ((1 - market.sigma * withinNest) * largestMarkup)
    const lacking = needed - (y * marketElasticity) / moments.meanPrice
    // A maker alone in the market sets its markup by the market elasticity, whatever a is.
    if (lacking > 0) least = Math.max(least, y < 1 - 1e-12 ? lacking / (1 - y) : Infinity)
  }
  return least
}

/** Appeals from observed shares. */
function invertShares(
  market: DemandMarket,
  prices: Float64Array,
  quantities: Float64Array,
  moments: BaseMoments,
): void {
  const { types, typeOff, typeNest } = market.structure
  const logOutside = log(market.size - moments.total)
  for (let n = 0; n < types; n++) {
    const nestSales = moments.nestSales[typeNest[n]]
    for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
      const sold = quantities[i]
      market.delta[i] =
        sold > 0 ? log(sold) - logOutside - market.sigma * log(sold / nestSales) + market.a * prices[i] : -Infinity
    }
  }
}

/** Prices less the markups that the first-order conditions give at observed shares. */
function impliedCosts(
  market: DemandMarket,
  prices: Float64Array,
  quantities: Float64Array,
  moments: BaseMoments,
  costs: Float64Array,
): void {
  const { types, typeOff, typeMaker, typeNest } = market.structure
  const recapture = recapturePerInsideShare(market, moments)
  const insideShare = moments.total / market.size
  for (let n = 0; n < types; n++) {
    const nestSales = moments.nestSales[typeNest[n]]
    const withinNest = nestSales > 0 ? moments.typeSales[n] / nestSales : 0
    const keeping = (1 - market.sigma * withinNest) * (1 - insideShare * recapture[typeMaker[n]])
    const markup = (1 - market.sigma) / market.a / keeping
    for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
      const floor = quantities[i] > 0 ? 0 : (1 - largestMargin) * prices[i]
      costs[i] = Math.max(floor, prices[i] - markup)
    }
  }
}

/**
 * Nested logit demand with an outside good. Section 6 of docs/model.md.
 *
 *     v[i] = (delta[i] - a*p[i]) / (1 - sigma)           D[g] = sum of exp(v[i]) over the nest
 *     s[i|g] = exp(v[i]) / D[g]                          s[g] = D[g]^(1-sigma) / (1 + sum_h D[h]^(1-sigma))
 *
 * S. Berry, "Estimating discrete-choice models of product differentiation", RAND Journal of Economics 25 (1994).
 * A product with delta = -Infinity or an infinite price has the weight 0 and sells nothing.
 */
import { exp, log, pow } from '../../math/elementary.ts'
import type { WorkingEquilibrium } from './equilibrium.ts'
import type { DemandMarket } from './market.ts'

/** A product whose exponent is this far below the best of its nest sells less than 1e-300 of it: nothing. */
const negligible = 700

/**
 * Exponentials of all products at the given prices (or costs), relative to the largest of their nest.
 * Writes `withinShare` (weights, not shares yet), `typeWeight` and `nestTop`.
 */
export function weighProducts(market: DemandMarket, money: Float64Array, offset: number, eq: WorkingEquilibrium): void {
  const { a, delta } = market
  const { nests, nestOff, typeOff } = market.structure
  const { withinShare, typeWeight, nestTop } = eq
  const slope = 1 / (1 - market.sigma)
  for (let g = 0; g < nests; g++) {
    const lastType = nestOff[g + 1]
    const lastProduct = typeOff[lastType]
    let top = -Infinity
    for (let i = typeOff[nestOff[g]]; i < lastProduct; i++) {
      const exponent = (delta[i] - a * money[offset + i]) * slope
      withinShare[i] = exponent
      if (exponent > top) top = exponent
    }
    nestTop[g] = top
    const floor = top - negligible
    for (let n = nestOff[g]; n < lastType; n++) {
      let sum = 0
      for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
        // Also false for -Infinity against an empty nest's -Infinity, which must not become NaN.
        const weight = withinShare[i] > floor ? exp(withinShare[i] - top) : 0
        withinShare[i] = weight
        sum += weight
      }
      typeWeight[n] = sum
    }
  }
}

/** Shares of nests among all potential buyers, and the inclusive value, from `nestSum` and `nestTop`. */
export function shareNests(market: DemandMarket, eq: WorkingEquilibrium): void {
  const { nestTop, nestSum, nestShare } = eq
  const nests = nestSum.length
  const within = 1 - market.sigma
  // The outside good's exponent is 0.
  let top = 0
  for (let g = 0; g < nests; g++) top = Math.max(top, within * nestTop[g])
  let total = exp(-top)
  for (let g = 0; g < nests; g++) {
    const share = nestSum[g] > 0 ? exp(within * (nestTop[g] + log(nestSum[g])) - top) : 0
    nestShare[g] = share
    total += share
  }
  const inverse = 1 / total
  for (let g = 0; g < nests; g++) nestShare[g] *= inverse
  eq.inclusiveValue = log(total) + top
}

/** Quantities, shares of nests and surplus from the types' shares; `withinShare` holds weights before, shares after. */
export function spreadSales(market: DemandMarket, eq: WorkingEquilibrium): void {
  const { size, a } = market
  const { types, typeOff, typeNest } = market.structure
  const { withinShare, quantity, typeWeight, typeShare, nestShare } = eq
  for (let n = 0; n < types; n++) {
    const perWeight = typeWeight[n] > 0 ? typeShare[n] / typeWeight[n] : 0
    const nestSales = size * nestShare[typeNest[n]]
    for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
      withinShare[i] *= perWeight
      quantity[i] = nestSales * withinShare[i]
    }
  }
  eq.surplus = (size / a) * eq.inclusiveValue
}

/** Sales, shares and surplus at given prices; see `salesAtPrices`. */
export function nestedLogitSales(market: DemandMarket, price: Float64Array, eq: WorkingEquilibrium): void {
  const { types, typeNest } = market.structure
  const { typeWeight, typeShare, nestSum } = eq
  weighProducts(market, price, 0, eq)
  nestSum.fill(0)
  for (let n = 0; n < types; n++) nestSum[typeNest[n]] += typeWeight[n]
  shareNests(market, eq)
  for (let n = 0; n < types; n++) typeShare[n] = typeWeight[n] > 0 ? typeWeight[n] / nestSum[typeNest[n]] : 0
  spreadSales(market, eq)
}

/** Profit at a level of cost with the markup in dollars kept, from the product's appeal; see `profitAtCost`. */
export function nestedLogitProfitAtCost(
  market: DemandMarket,
  eq: WorkingEquilibrium,
  product: number,
  cost: number,
): number {
  const { sigma, a, size } = market
  const markup = eq.markup[product]
  const exponent = (market.delta[product] - a * (cost + markup)) / (1 - sigma)
  if (exponent === -Infinity) return 0
  const g = eq.productNest[product]
  // Without anyone else in the nest its sum is this product's own exponential.
  if (eq.nestSum[g] === 0) return size * exp((1 - sigma) * exponent - eq.inclusiveValue) * markup
  const ratio = exp(exponent - eq.nestTop[g]) / eq.nestSum[g]
  const nestGain = pow(1 - eq.withinShare[product] + ratio, -sigma)
  return size * eq.nestShare[g] * ratio * nestGain * markup
}

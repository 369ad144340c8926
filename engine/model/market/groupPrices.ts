/**
 * Bertrand-Nash prices where buyers differ by income, product by product. Section 6 of docs/model.md.
 *
 *     mu[i] = (1-sigma) * (s[i] + sum_r A[i,r] K[f,g,r]) / sum_r A[i,r],     A[i,r] = w[r] a[r] s[i,r]
 *     K[f,g,r] = sigma/(1-sigma) M[f,g,r] + Pi[f,r],    M[f,g,r] = sum_{k of f in g} mu[k] s[k|g,r],    Pi[f,r] = sum_g s[g,r] M[f,g,r]
 *
 * A fixed point after W. R. Morrow and S. J. Skerlos, "Fixed-point approaches to computing Bertrand-Nash equilibrium prices under
 * mixed-logit demand", Operations Research 59 (2011). Given K and the sums of nests, mu[i] hangs on the product's own price
 * alone, through the incomes of those who buy at it, and
 *
 *     dmu[i]/dp[i] = -1 - sum_r A[i,r] a[r] K[f,g,r] / A[i] + mu[i]/(1-sigma) * sum_r A[i,r] a[r] / A[i]
 *
 * so that each round takes Newton's step in each product by itself; what is left of the error, which runs through makers and
 * nests, is taken out by combining rounds (`groupSteps.ts`).
 */
import { exp } from '../../math/elementary.ts'
import type { WorkingEquilibrium } from './equilibrium.ts'
import { findBoosts, findSteps, gatherGains, setCoefficients } from './groupConditions.ts'
import {
  findTops,
  listProducts,
  reweighForGroups,
  shareNestsOfGroups,
  spreadGroupSales,
  weighForGroups,
} from './groupShares.ts'
import { takeStep } from './groupSteps.ts'
import type { GroupWork } from './groupWork.ts'
import type { BuyerGroups, DemandMarket } from './market.ts'

/** The derivative of each markup is found in the first round, and anew after so many. */
const roundsOfBoosts = 10
/** Largest move of a price, in units of the steepest utility, after which weights are carried on and not made anew. */
const smallMove = 0.02
/** Rounds after which the search ends. */
const lastRound = 400

/**
 * Solves for equilibrium prices from the markups in `eq.markup`, wherever these are positive numbers. Fills `price`, `markup`,
 * `rounds` and `converged`, and leaves the shares at these prices in `eq.groups`.
 */
export function solveGroupTargets(
  market: DemandMarket,
  groups: BuyerGroups,
  cost: Float64Array,
  costOffset: number,
  eq: WorkingEquilibrium,
): void {
  const work = eq.groups
  listProducts(market, cost, costOffset, work)
  startMarkups(market, groups, cost, costOffset, eq)
  findTops(market, groups, work)
  weighForGroups(market, groups, work)
  for (eq.rounds = 1; ; eq.rounds++) {
    shareNestsOfGroups(market, groups, work)
    gatherGains(market, work)
    setCoefficients(market, groups, work)
    if (eq.rounds % roundsOfBoosts === 1) findBoosts(market, groups, work)
    const largest = findSteps(market, work, eq.rounds % 3)
    if (largest < work.tolerance || eq.rounds === lastRound) {
      eq.converged = largest < work.tolerance ? 1 : 0
      break
    }
    const farthest = takeStep(market.structure, work, eq.rounds)
    if (farthest * steepestSlope(market, groups) < smallMove) reweighForGroups(market, groups, work.moved, work)
    else {
      // Tops stay while prices move little.
      if (farthest * steepestSlope(market, groups) > 1) findTops(market, groups, work)
      weighForGroups(market, groups, work)
    }
  }
  storePrices(market, groups, cost, costOffset, eq)
}

/** The same with quantities and surplus. */
export function solveGroupPrices(
  market: DemandMarket,
  groups: BuyerGroups,
  cost: Float64Array,
  costOffset: number,
  eq: WorkingEquilibrium,
): void {
  solveGroupTargets(market, groups, cost, costOffset, eq)
  spreadGroupSales(market, groups, eq)
}

/** Costs, and markups to start from: the last ones, or those of a maker without market power before buyers of mean wealth. */
function startMarkups(
  market: DemandMarket,
  groups: BuyerGroups,
  cost: Float64Array,
  costOffset: number,
  eq: WorkingEquilibrium,
): void {
  const { onSale, product, cost: costs, markup, price } = eq.groups
  let slope = 0
  for (let r = 0; r < groups.count; r++) slope += groups.weight[r] * groups.slope[r]
  const least = (1 - market.sigma) / slope
  for (let at = 0; at < onSale; at++) {
    const before = eq.markup[product[at]]
    costs[at] = cost[costOffset + product[at]]
    markup[at] = before > least / 20 && before < least * 200 ? before : least
    price[at] = costs[at] + markup[at]
  }
}

function steepestSlope(market: DemandMarket, { slope }: BuyerGroups): number {
  return slope[0] / (1 - market.sigma)
}

/** Prices and markups in the order of products; what a maker would ask for those that are barred, near their base-year price. */
function storePrices(
  market: DemandMarket,
  groups: BuyerGroups,
  cost: Float64Array,
  costOffset: number,
  eq: WorkingEquilibrium,
): void {
  const { types, typeOff } = market.structure
  const { typeStart, product, markup } = eq.groups
  for (let n = 0; n < types; n++) {
    let place = typeStart[n]
    for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
      const isOnSale = place < typeStart[n + 1] && product[place] === i
      eq.markup[i] = isOnSale ? markup[place] : barredMarkup(market, groups, eq.groups, n, market.basePrice[i])
      eq.price[i] = cost[costOffset + i] + eq.markup[i]
      if (isOnSale) place++
    }
  }
}

/** Markup that a product of type n without sales would be given at a price, thousand USD, while all others keep theirs. */
function barredMarkup(market: DemandMarket, groups: BuyerGroups, work: GroupWork, n: number, price: number): number {
  const { sigma } = market
  const { nestTop, nestSum, inclusiveValue, reach, stride, typeGain, makerGain } = work
  const maker = market.structure.typeMaker[n]
  const count = groups.count
  const cell = market.structure.typeNest[n] * count
  const isAlone = nestSum[cell] === 0
  let top = 0
  let [share, pull, gain] = [0, 0, 0]
  for (let r = 0; r < count; r++) {
    const a = groups.slope[r]
    const exponent = isAlone
      ? groups.shift[r] - inclusiveValue[r] - a * price
      : (-a * price) / (1 - sigma) - nestTop[cell + r]
    // Relative to the first group's: only what groups are to one another counts.
    if (r === 0) top = exponent
    const bought = (isAlone ? groups.weight[r] : reach[cell + r]) * exp(exponent - top)
    share += bought
    pull += bought * a
    const kept = (sigma / (1 - sigma)) * typeGain[n * stride + r] + makerGain[maker * count + r]
    gain += bought * a * kept
  }
  return ((1 - sigma) * (share + gain)) / pull
}

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
import { findTops, listProducts, shareNestsOfGroups, spreadGroupSales, weighForGroups } from './groupShares.ts'
import { freeRounds, takeStep } from './groupSteps.ts'
import type { GroupWork } from './groupWork.ts'
import type { BuyerGroups, DemandMarket } from './market.ts'

/** Largest relative distance of a markup from the one that its first-order condition asks for that counts as solved. */
const pricingTolerance = 2e-10
/** Rounds after which the search ends. */
const lastRound = 400
/**
 * Largest dmu/dp that a step counts on. Where groups far apart in income meet over a product, its profit is nearly flat in its
 * price, and Newton's step would be too long, or, beyond 1, lead to where profit is least.
 */
const steepest = 0.9

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
  for (eq.rounds = 1; ; eq.rounds++) {
    weighForGroups(market, groups, work)
    shareNestsOfGroups(market, groups, work)
    gatherGains(market, work)
    const largest = findSteps(market, groups, work)
    if (largest < pricingTolerance || eq.rounds === lastRound) {
      eq.converged = largest < pricingTolerance ? 1 : 0
      break
    }
    takeStep(work, eq.rounds)
    // The tops stay while prices move little, and are found again after the first step, which is the long one.
    if (eq.rounds <= 2 || eq.rounds > freeRounds) findTops(market, groups, work)
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

/** K of every type and group, from weights and markups. */
function gatherGains(market: DemandMarket, work: GroupWork): void {
  const { types, typeNest, typeMaker } = market.structure
  const { groups: count, typeStart, weight, markup, nestSum, nestShare, typeGain, makerGain } = work
  makerGain.fill(0)
  for (let n = 0; n < types; n++) {
    const cell = typeNest[n] * count
    const own = n * count
    const maker = typeMaker[n] * count
    const first = typeStart[n]
    const last = typeStart[n + 1]
    for (let r = 0; r < count; r++) {
      let sum = 0
      for (let at = first; at < last; at++) sum += weight[at * count + r] * markup[at]
      const gain = sum > 0 ? sum / nestSum[cell + r] : 0
      typeGain[own + r] = gain
      makerGain[maker + r] += nestShare[cell + r] * gain
    }
  }
  const lever = market.sigma / (1 - market.sigma)
  for (let n = 0; n < types; n++) {
    const maker = typeMaker[n] * count
    for (let r = 0; r < count; r++) typeGain[n * count + r] = lever * typeGain[n * count + r] + makerGain[maker + r]
  }
}

/** Newton's step of each product by itself, and where it leads. Returns the largest relative distance from the fixed point. */
function findSteps(market: DemandMarket, groups: BuyerGroups, work: GroupWork): number {
  const { types, typeNest } = market.structure
  const { groups: count, typeStart, weight, markup, reach, typeGain } = work
  const { slope } = groups
  const step = work.step[0]
  const led = work.led[0]
  const within = 1 - market.sigma
  let largest = 0
  for (let n = 0; n < types; n++) {
    const cell = typeNest[n] * count
    const own = n * count
    const last = typeStart[n + 1]
    for (let at = typeStart[n]; at < last; at++) {
      let share = 0
      let pull = 0
      let gain = 0
      let pullSlope = 0
      let gainSlope = 0
      for (let r = 0; r < count; r++) {
        const bought = weight[at * count + r] * reach[cell + r]
        const a = slope[r]
        const lost = bought * a
        const kept = lost * typeGain[own + r]
        share += bought
        pull += lost
        gain += kept
        pullSlope += lost * a
        gainSlope += kept * a
      }
      const now = markup[at]
      const inverse = 1 / pull
      const wanted = within * (share + gain) * inverse
      const response = -1 + ((share + gain) * inverse * pullSlope - gainSlope) * inverse
      // Nobody to sell to, even within what numbers can hold: the markup stays.
      const excess = pull > 0 ? wanted - now : 0
      const distance = excess < 0 ? -excess / now : excess / now
      if (distance > largest) largest = distance
      step[at] = excess === 0 ? 0 : excess / (1 - (response < steepest ? response : steepest))
      led[at] = now + step[at]
    }
  }
  return largest
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
  const { nestTop, nestSum, inclusiveValue, reach, typeGain } = work
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
    gain += bought * a * typeGain[n * count + r]
  }
  return ((1 - sigma) * (share + gain)) / pull
}

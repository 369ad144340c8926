/**
 * Calibration of a market whose buyers differ by income, to the same two elasticities, prices and sales as `calibrateDemand.ts`,
 * and to what each group buys. Section 7.1 of docs/model.md.
 *
 * Price coefficients are a[r] = a k[r], k[r] = (y[r]/ybar)^-kappa. With S the share of potential buyers that buy, s0[r] = 1 -
 * purchases[r] S / w[r] a group's outside share, and phi[i,r] of `groupTastes.ts`, which hangs on a and not on S,
 *
 *     market = a * sum_r k[r] s0[r] P[r],     P[r] = sum_i omega[i] phi[i,r] p[i]
 *     own    = a * sum_i omega[i] p[i] sum_r k[r] phi[i,r] (1/(1-sigma) - sigma/(1-sigma) s[i|g,r] - s[i,r])
 *
 * Both are linear in a and a*S at a given phi, as in the nested logit; phi moves little with a, and a
 * secant finds it. The same
 * things give way where targets cannot be met: sigma where fewer than 5% would buy, the own-price elasticity where a product
 * would cost less than a fifth of its price. One more can: the households of the richest fifth buy nearly half of all new
 * vehicles, so that with a large S they would have to buy more than there are of them. Weights then move from shares of
 * households towards shares of purchases as far as is needed.
 */
import { pow } from '../../math/elementary.ts'
import { largestMargin, largestOutsideShare, notCalibrated, ownElasticityRaised, sigmaLowered } from './demandLimits.ts'
import { impliedMarkups, writeAppeals } from './groupBaseYear.ts'
import { type GroupBase, createGroupBase, readBase } from './groupBase.ts'
import { beginTastes, findTastes, followTastes } from './groupTastes.ts'
import type { BuyerGroups, DemandMarket, Elasticities } from './market.ts'

/** Largest part of a group that buys, unless all groups do. */
const largestGroupShare = 0.9
const tolerance = 1e-12
/** Steps of Newton's method after which tastes are rough, and exact: the error is about the square of the step. */
const roughTastes = 0.1
const exactTastes = 1e-6
const mostRounds = 60
/** Slope of what `a` misses its two equations by, from which the secant begins: that at the elasticities of the real industry. */
const usualSlope = -0.95

/**
 * Fills a market from its base year and writes unit costs; see `calibrateDemand`, of which arguments and result are those.
 *
 * @param prices [product], like quantities and costs
 */
export function calibrateGroups(
  market: DemandMarket,
  groups: BuyerGroups,
  elasticities: Elasticities,
  prices: Float64Array,
  quantities: Float64Array,
  costs: Float64Array,
): number {
  const base = createGroupBase(market.structure, groups)
  readBase(base, prices, quantities)
  for (let r = 0; r < groups.count; r++) base.relativeSlope[r] = pow(groups.income[r], -elasticities.income)
  const markups = new Float64Array(prices.length)
  const status = fitElasticities(market, base, elasticities)
  if (status >= notCalibrated) return notCalibrated
  const raised = fitMargins(market, base, elasticities, prices, markups)
  if (raised >= notCalibrated) return notCalibrated
  writeAppeals(market, base)
  market.basePrice.set(prices)
  for (let i = 0; i < costs.length; i++) {
    const floor = quantities[i] > 0 ? 0 : (1 - largestMargin) * prices[i]
    costs[i] = Math.max(floor, prices[i] - markups[i])
  }
  return status + raised
}

/** Sets sigma, a, size and the groups' weights and price coefficients to the two elasticities; returns the status. */
function fitElasticities(market: DemandMarket, base: GroupBase, elasticities: Elasticities): number {
  if (!(base.total > 0 && elasticities.market > 0 && elasticities.own > 0)) return notCalibrated
  const least = 1 - largestOutsideShare
  market.sigma = elasticities.sigma
  market.a = (elasticities.own * (1 - market.sigma)) / meanPrice(base)
  beginTastes(base, market.a, market.sigma)
  let share = fitAtSigma(market, base, elasticities)
  if (!(share < 1)) return notCalibrated
  if (share >= least) return 0
  // The outside share is about in proportion to 1/(1 - sigma): that is the first step, and secants follow.
  let [before, shareBefore] = [NaN, NaN]
  for (let round = 0; round < mostRounds && Math.abs(share - least) > 1e-11; round++) {
    const slope = (share - shareBefore) / (market.sigma - before)
    const next =
      slope < 0 ? market.sigma - (share - least) / slope : 1 - ((1 - market.sigma) * (1 - share)) / largestOutsideShare
    ;[before, shareBefore] = [market.sigma, share]
    market.sigma = Math.max(0, Math.min(elasticities.sigma, next))
    if (market.sigma === before) break
    share = fitAtSigma(market, base, elasticities)
  }
  return Math.abs(share - least) < 1e-9 ? sigmaLowered : notCalibrated
}

function meanPrice({ sold, share, price }: GroupBase): number {
  let sum = 0
  for (let at = 0; at < sold; at++) sum += share[at] * price[at]
  return sum
}

/**
 * Finds `market.a` at its sigma and what follows from it. Tastes are found as exactly as a is known; a secant finds a.
 *
 * @returns the share of potential buyers that buy; NaN where there is no such demand
 */
function fitAtSigma(market: DemandMarket, base: GroupBase, elasticities: Elasticities): number {
  let [before, missBefore] = [NaN, NaN]
  let exactness = roughTastes
  for (let round = 0; round < mostRounds; round++) {
    if (!findTastes(base, market.a, market.sigma, exactness)) return NaN
    const fit = fitMoments(base, baseMoments(base, market.sigma), elasticities, NaN)
    if (!(fit.a > 0)) return NaN
    const miss = fit.a - market.a
    const relative = Math.abs(miss) / market.a
    if (relative <= tolerance && exactness <= exactTastes) return setGroups(market, base, fit)
    const now = market.a
    const slope = round === 0 ? usualSlope : (miss - missBefore) / (now - before)
    market.a = Math.max(now / 2, Math.min(2 * now, slope < 0 ? now - miss / slope : fit.a))
    followTastes(base, round === 0 ? 0 : (market.a - now) / (now - before))
    ;[before, missBefore] = [now, miss]
    exactness = Math.max(exactTastes, Math.min(exactness, relative / 10))
  }
  return NaN
}

/**
 * Raises a, and with it the own-price elasticity, until no markup is more than `largestMargin` of its price; fills markups,
 * [product]. Returns the status.
 */
function fitMargins(
  market: DemandMarket,
  base: GroupBase,
  elasticities: Elasticities,
  prices: Float64Array,
  markups: Float64Array,
): number {
  for (let round = 0; round < mostRounds; round++) {
    const margin = impliedMarkups(market, base, prices, markups)
    if (margin <= largestMargin * (1 + tolerance)) return round === 0 ? 0 : ownElasticityRaised
    if (!(margin < Infinity)) return notCalibrated
    market.a *= margin / largestMargin
    if (!findTastes(base, market.a, market.sigma, exactTastes)) return notCalibrated
    const fit = fitMoments(base, baseMoments(base, market.sigma), elasticities, market.a)
    if (!(setGroups(market, base, fit) < 1)) return notCalibrated
  }
  return notCalibrated
}

/** Sums over products of the file's equations. */
interface Moments {
  /** [group] P, thousand USD; and sum_i omega[i]^2 p[i] phi[i,r]^2. */
  readonly paid: Float64Array
  readonly crowding: Float64Array
  /** The part of own/a that does not hang on S. */
  readonly steepness: number
}

function baseMoments(base: GroupBase, sigma: number): Moments {
  const { groups, nestOff, price, share, taken, nestShare, relativeSlope } = base
  const { count } = groups
  const paid = new Float64Array(count)
  const crowding = new Float64Array(count)
  const lever = sigma / (1 - sigma)
  let steepness = 0
  for (let g = 0; g + 1 < nestOff.length; g++) {
    for (let at = nestOff[g]; at < nestOff[g + 1]; at++) {
      const value = share[at] * price[at]
      for (let r = 0; r < count; r++) {
        const part = taken[at * count + r]
        const sold = share[at] * part
        paid[r] += value * part
        crowding[r] += value * part * sold
        steepness += value * relativeSlope[r] * part * (1 + lever - (lever * sold) / nestShare[g * count + r])
      }
    }
  }
  return { paid, crowding, steepness }
}

/** What meets both elasticities at given moments. */
interface Fit {
  readonly a: number
  /** Share of potential buyers that buy: S. */
  readonly share: number
  /** [group] */
  readonly weight: Float64Array
}

/**
 * The two linear equations, at the weights nearest to shares of households at which no group buys more than it may.
 *
 * @param given a that is set, and the own-price elasticity left to follow; NaN where both are to be met
 */
function fitMoments(base: GroupBase, moments: Moments, elasticities: Elasticities, given: number): Fit {
  const first = fitWeights(base, moments, elasticities, given, 0)
  if (mostOfGroup(base.groups, first) <= largestGroupShare) return first
  let [low, high] = [0, 1]
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2
    const fit = fitWeights(base, moments, elasticities, given, middle)
    if (mostOfGroup(base.groups, fit) <= largestGroupShare) high = middle
    else low = middle
  }
  return fitWeights(base, moments, elasticities, given, high)
}

/** The same at weights that stand `towards` of the way from shares of households to shares of purchases. */
function fitWeights(
  { groups, relativeSlope }: GroupBase,
  { paid, crowding, steepness }: Moments,
  { own, market: whole }: Elasticities,
  given: number,
  towards: number,
): Fit {
  const { count, people, purchases } = groups
  const weight = new Float64Array(count)
  let [all, bought, crowd] = [0, 0, 0]
  for (let r = 0; r < count; r++) {
    weight[r] = people[r] + towards * (purchases[r] - people[r])
    all += relativeSlope[r] * paid[r]
    bought += (relativeSlope[r] * paid[r] * purchases[r]) / weight[r]
    crowd += (relativeSlope[r] * crowding[r]) / weight[r]
  }
  const a = given > 0 ? given : (own - (crowd * whole) / bought) / (steepness - (crowd * all) / bought)
  return { a, share: (all - whole / a) / bought, weight }
}

/** Largest part of any group that buys. */
function mostOfGroup({ count, purchases }: BuyerGroups, { share, weight }: Fit): number {
  let most = 0
  for (let r = 0; r < count; r++) most = Math.max(most, (purchases[r] * share) / weight[r])
  return most
}

/** Size of the market, weights and price coefficients of a fit. Returns the share of potential buyers that buy. */
function setGroups(market: DemandMarket, base: GroupBase, { share, weight }: Fit): number {
  const { groups, relativeSlope } = base
  market.size = base.total / share
  groups.weight.set(weight)
  for (let r = 0; r < groups.count; r++) groups.slope[r] = market.a * relativeSlope[r]
  return share
}

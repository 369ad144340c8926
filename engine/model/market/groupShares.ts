/**
 * Nested logit demand of buyers who differ by income. Section 6 of docs/model.md. With groups r of weight w[r] among potential
 * buyers, each with its own price coefficient a[r] and its own taste for new vehicles, shift[r]:
 *
 *     v[i,r] = (delta[i] + shift[r] - a[r] p[i]) / (1 - sigma)       D[g,r] = sum of exp(v[i,r]) over the nest
 *     s[i|g,r] = exp(v[i,r]) / D[g,r]            s[g,r] = D[g,r]^(1-sigma) / (1 + sum_h D[h,r]^(1-sigma))
 *     s[i] = sum_r w[r] s[g,r] s[i|g,r]
 *
 * S. Berry, J. Levinsohn and A. Pakes, "Automobile prices in market equilibrium", Econometrica 63 (1995); P. Grieco, C. Murry
 * and A. Yurukoglu, "The evolution of market power in the US automobile industry", Quarterly Journal of Economics 139 (2024).
 * One group with shift 0 is the nested logit of `nestedLogit.ts`.
 */
import { exp, log } from '../../math/elementary.ts'
import type { WorkingEquilibrium } from './equilibrium.ts'
import type { GroupWork } from './groupWork.ts'
import type { BuyerGroups, DemandMarket } from './market.ts'

/** Places the products that are on sale side by side, with their appeals. Prices, costs and markups are left to the caller. */
export function listProducts(market: DemandMarket, money: Float64Array, offset: number, work: GroupWork): void {
  const { delta } = market
  const { types, typeOff } = market.structure
  const { product, typeStart, appeal } = work
  const slope = 1 / (1 - market.sigma)
  let place = 0
  for (let n = 0; n < types; n++) {
    typeStart[n] = place
    for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
      if (!(delta[i] > -Infinity && money[offset + i] < Infinity)) continue
      product[place] = i
      appeal[place] = delta[i] * slope
      place++
    }
  }
  typeStart[types] = place
  work.onSale = place
}

/** Largest exponent of each nest and group at the prices in `work.price`; -Infinity where none is on sale. */
export function findTops(market: DemandMarket, groups: BuyerGroups, work: GroupWork): void {
  const { nests, nestOff } = market.structure
  const { typeStart, appeal, price, nestTop } = work
  const slope = 1 / (1 - market.sigma)
  for (let g = 0; g < nests; g++) {
    const last = typeStart[nestOff[g + 1]]
    for (let r = 0; r < groups.count; r++) {
      const fall = groups.slope[r] * slope
      let top = -Infinity
      for (let at = typeStart[nestOff[g]]; at < last; at++) {
        const exponent = appeal[at] - fall * price[at]
        if (exponent > top) top = exponent
      }
      nestTop[g * groups.count + r] = top
    }
  }
}

/** Weights of all products for all groups at the prices in `work.price`, and the sums of nests. */
export function weighForGroups(market: DemandMarket, groups: BuyerGroups, work: GroupWork): void {
  const { nests, nestOff } = market.structure
  const { typeStart, appeal, price, weight, stride, nestTop, nestSum } = work
  const slope = 1 / (1 - market.sigma)
  const count = groups.count
  for (let g = 0; g < nests; g++) {
    const first = typeStart[nestOff[g]]
    const last = typeStart[nestOff[g + 1]]
    for (let r = 0; r < count; r++) {
      const fall = groups.slope[r] * slope
      const top = nestTop[g * count + r]
      let sum = 0
      for (let at = first, cell = first * stride + r; at < last; at++, cell += stride) {
        const own = exp(appeal[at] - fall * price[at] - top)
        weight[cell] = own
        sum += own
      }
      nestSum[g * count + r] = sum
    }
  }
}

/**
 * The same from the weights at hand, where prices have moved little: exp(-x) to the fifth order in x.
 *
 * @param moved [place] by how much prices have risen, thousand USD
 */
export function reweighForGroups(
  market: DemandMarket,
  groups: BuyerGroups,
  moved: Float64Array,
  work: GroupWork,
): void {
  const { nests, nestOff } = market.structure
  const { typeStart, weight, stride, nestSum } = work
  const slope = 1 / (1 - market.sigma)
  const count = groups.count
  for (let g = 0; g < nests; g++) {
    const first = typeStart[nestOff[g]]
    const last = typeStart[nestOff[g + 1]]
    for (let r = 0; r < count; r++) {
      const fall = -groups.slope[r] * slope
      let sum = 0
      for (let at = first, cell = first * stride + r; at < last; at++, cell += stride) {
        const x = fall * moved[at]
        const own = weight[cell]
        const now = own + own * x * (1 + x * (0.5 + x * (1 / 6 + x * (1 / 24 + x * (1 / 120)))))
        weight[cell] = now
        sum += now
      }
      nestSum[g * count + r] = sum
    }
  }
}

/** Shares of nests among each group's buyers, its inclusive value, and what one unit of weight stands for. */
export function shareNestsOfGroups(market: DemandMarket, groups: BuyerGroups, work: GroupWork): void {
  const { nests } = market.structure
  const { nestTop, nestSum, nestShare, reach, inverseSum, inclusiveValue } = work
  const count = groups.count
  const within = 1 - market.sigma
  for (let r = 0; r < count; r++) {
    const shift = groups.shift[r]
    // The outside good's exponent is 0.
    let top = 0
    for (let cell = r; cell < nests * count; cell += count) top = Math.max(top, within * nestTop[cell] + shift)
    let total = exp(-top)
    for (let cell = r; cell < nests * count; cell += count) {
      const sum = nestSum[cell]
      const share = sum > 0 ? exp(within * (nestTop[cell] + log(sum)) + shift - top) : 0
      nestShare[cell] = share
      total += share
    }
    const inverse = 1 / total
    const people = groups.weight[r]
    for (let cell = r; cell < nests * count; cell += count) {
      const share = nestShare[cell] * inverse
      nestShare[cell] = share
      inverseSum[cell] = share > 0 ? 1 / nestSum[cell] : 0
      reach[cell] = people * share * inverseSum[cell]
    }
    inclusiveValue[r] = log(total) + top
  }
}

/** Quantities, shares of nests and surplus from the weights and nests in `eq.groups`. */
export function spreadGroupSales(market: DemandMarket, groups: BuyerGroups, eq: WorkingEquilibrium): void {
  const { nests, nestOff } = market.structure
  const { quantity, withinShare, groups: work } = eq
  const { typeStart, product, weight, stride, reach } = work
  const count = groups.count
  quantity.fill(0)
  withinShare.fill(0)
  for (let g = 0; g < nests; g++) {
    const first = typeStart[nestOff[g]]
    const last = typeStart[nestOff[g + 1]]
    let all = 0
    for (let at = first; at < last; at++) {
      let share = 0
      for (let r = 0; r < count; r++) share += weight[at * stride + r] * reach[g * count + r]
      const sold = market.size * share
      quantity[product[at]] = sold
      all += sold
    }
    const inverse = all > 0 ? 1 / all : 0
    for (let at = first; at < last; at++) withinShare[product[at]] = quantity[product[at]] * inverse
  }
  let surplus = 0
  for (let r = 0; r < count; r++) surplus += groupSurplus(market, groups, eq, r)
  eq.surplus = surplus
}

/** Sales, shares and surplus at given prices; see `salesAtPrices`. */
export function groupSales(
  market: DemandMarket,
  groups: BuyerGroups,
  price: Float64Array,
  eq: WorkingEquilibrium,
): void {
  const work = eq.groups
  listProducts(market, price, 0, work)
  for (let at = 0; at < work.onSale; at++) work.price[at] = price[work.product[at]]
  findTops(market, groups, work)
  weighForGroups(market, groups, work)
  shareNestsOfGroups(market, groups, work)
  spreadGroupSales(market, groups, eq)
}

/** Consumer surplus of group r up to a constant, thousand USD a year; those of all groups add up to `eq.surplus`. */
export function groupSurplus(market: DemandMarket, groups: BuyerGroups, eq: WorkingEquilibrium, r: number): number {
  return ((market.size * groups.weight[r]) / groups.slope[r]) * eq.groups.inclusiveValue[r]
}

/**
 * Vehicles that each group buys and what it pays for them, at the prices at which `eq` was last filled.
 *
 * @param bought [group] receives vehicles a year
 * @param paid [group] receives thousand USD a year
 */
export function groupPurchases(
  market: DemandMarket,
  eq: WorkingEquilibrium,
  bought: Float64Array,
  paid: Float64Array,
): void {
  const { nests, nestOff } = market.structure
  const { groups: count, stride, typeStart, weight, reach, price } = eq.groups
  bought.fill(0)
  paid.fill(0)
  for (let g = 0; g < nests; g++) {
    const last = typeStart[nestOff[g + 1]]
    for (let at = typeStart[nestOff[g]]; at < last; at++) {
      for (let r = 0; r < count; r++) {
        const sold = market.size * weight[at * stride + r] * reach[g * count + r]
        bought[r] += sold
        paid[r] += sold * price[at]
      }
    }
  }
}

/**
 * The first-order conditions of prices where buyers differ by income, as the search of `groupPrices.ts` asks for them: what makers
 * gain from buyers who turn to their other products, and how far each markup is from the one that its condition asks for.
 */
import type { GroupWork } from './groupWork.ts'
import type { BuyerGroups, DemandMarket } from './market.ts'

/**
 * Largest dmu/dp that a step counts on. Where groups far apart in income meet over a product, its profit is nearly flat in its
 * price, and Newton's step would be too long, or, beyond 1, lead to where profit is least.
 */
const steepest = 0.9

/** What makers gain from buyers who turn from one of their products to another: M of types and Pi of makers, from weights and markups. */
export function gatherGains(market: DemandMarket, work: GroupWork): void {
  const { types, typeNest, typeMaker } = market.structure
  const { groups: count, stride, nestShare, inverseSum, typeGain, makerGain } = work
  sumMoney(market, work)
  makerGain.fill(0)
  for (let n = 0; n < types; n++) {
    const cell = typeNest[n] * count
    const maker = typeMaker[n] * count
    for (let r = 0; r < count; r++) {
      const gain = typeGain[n * stride + r] * inverseSum[cell + r]
      typeGain[n * stride + r] = gain
      makerGain[maker + r] += nestShare[cell + r] * gain
    }
  }
}

/**
 * Coefficients of a product's weights in the two sums of its first-order condition: (1-sigma) w s[g]/D (1 + a K) of its type above the
 * line, w s[g]/D a of its nest below.
 */
export function setCoefficients(market: DemandMarket, { count, slope }: BuyerGroups, work: GroupWork): void {
  const { types, typeNest, typeMaker } = market.structure
  const { stride, reach, typeGain, makerGain, wanted, lost } = work
  const lever = market.sigma / (1 - market.sigma)
  const within = 1 - market.sigma
  for (let n = 0; n < types; n++) {
    const g = typeNest[n]
    const maker = typeMaker[n] * count
    for (let r = 0; r < count; r++) {
      const gain = lever * typeGain[n * stride + r] + makerGain[maker + r]
      const bought = reach[g * count + r]
      lost[g * stride + r] = bought * slope[r]
      wanted[n * stride + r] = within * bought * (1 + slope[r] * gain)
    }
  }
}

/** Sums of weights times markups of every type, into `typeGain`. */
function sumMoney(market: DemandMarket, { stride, typeStart, weight, markup, typeGain }: GroupWork): void {
  const { types } = market.structure
  for (let n = 0; n < types; n++) {
    const last = typeStart[n + 1]
    for (let r = 0; r < stride; r += 3) {
      let one = 0
      let two = 0
      let three = 0
      let cell = typeStart[n] * stride + r
      for (let at = typeStart[n]; at < last; at++) {
        const money = markup[at]
        one += weight[cell] * money
        two += weight[cell + 1] * money
        three += weight[cell + 2] * money
        cell += stride
      }
      typeGain[n * stride + r] = one
      typeGain[n * stride + r + 1] = two
      typeGain[n * stride + r + 2] = three
    }
  }
}

/**
 * Newton's step of each product by itself, and where it leads; both in the row of the round. The markup that a first-order condition
 * asks for is a ratio of two sums over groups. Returns the largest relative distance from it.
 */
export function findSteps(market: DemandMarket, work: GroupWork, row: number): number {
  const { types, typeNest } = market.structure
  const { stride, typeStart, weight, markup, boost, wanted, lost } = work
  const step = work.step[row]
  const led = work.led[row]
  let largest = 0
  for (let n = 0; n < types; n++) {
    const last = typeStart[n + 1]
    const above0 = n * stride
    const below0 = typeNest[n] * stride
    let cell = typeStart[n] * stride
    for (let at = typeStart[n]; at < last; at++) {
      let above = 0
      let below = 0
      for (let r = 0; r < stride; r += 3, cell += 3) {
        const one = weight[cell]
        const two = weight[cell + 1]
        const three = weight[cell + 2]
        above += one * wanted[above0 + r] + two * wanted[above0 + r + 1] + three * wanted[above0 + r + 2]
        below += one * lost[below0 + r] + two * lost[below0 + r + 1] + three * lost[below0 + r + 2]
      }
      const now = markup[at]
      // Nobody to sell to: the markup stays.
      const excess = below > 0 ? above / below - now : 0
      const distance = excess < 0 ? -excess : excess
      if (distance > largest * now) largest = distance / now
      const own = excess * boost[at]
      step[at] = own
      led[at] = now + own
    }
  }
  return largest
}

/** 1/(1 - dmu/dp) of every product, as far as a step counts on it. */
export function findBoosts(market: DemandMarket, groups: BuyerGroups, work: GroupWork): void {
  const { types, typeNest } = market.structure
  const { stride, typeStart, weight, boost, wanted, lost } = work
  const { count, slope } = groups
  const scale = 1 / (1 - market.sigma)
  for (let n = 0; n < types; n++) {
    const last = typeStart[n + 1]
    const above0 = n * stride
    const below0 = typeNest[n] * stride
    for (let at = typeStart[n]; at < last; at++) {
      let above = 0
      let below = 0
      let aboveFall = 0
      let belowFall = 0
      for (let r = 0; r < count; r++) {
        const up = weight[at * stride + r] * wanted[above0 + r]
        const down = weight[at * stride + r] * lost[below0 + r]
        above += up
        below += down
        aboveFall += up * slope[r]
        belowFall += down * slope[r]
      }
      const response = below > 0 ? (scale * ((above / below) * belowFall - aboveFall)) / below : 0
      boost[at] = 1 / (1 - (response < steepest ? response : steepest))
    }
  }
}

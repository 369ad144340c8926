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

/** K of every type and group, from weights and markups. */
export function gatherGains(market: DemandMarket, work: GroupWork): void {
  const { types, typeNest, typeMaker } = market.structure
  const {
    groups: count,
    stride,
    typeStart,
    weight,
    markup,
    nestSum,
    nestShare,
    typeGain,
    makerGain,
    wanted: sums,
  } = work
  makerGain.fill(0)
  for (let n = 0; n < types; n++) {
    const cell = typeNest[n] * count
    const own = n * count
    const maker = typeMaker[n] * count
    const last = typeStart[n + 1]
    for (let r = 0; r < stride; r += 3) {
      let one = 0
      let two = 0
      let three = 0
      for (let at = typeStart[n], at3 = at * stride + r; at < last; at++, at3 += stride) {
        const money = markup[at]
        one += weight[at3] * money
        two += weight[at3 + 1] * money
        three += weight[at3 + 2] * money
      }
      sums[r] = one
      sums[r + 1] = two
      sums[r + 2] = three
    }
    for (let r = 0; r < count; r++) {
      const gain = sums[r] > 0 ? sums[r] / nestSum[cell + r] : 0
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

/**
 * Newton's step of each product by itself, and where it leads; both in the row of the round. With constants of a type in each group the
 * markup that the first-order condition asks for is a ratio of two sums over groups. Returns the largest relative distance from it.
 */
export function findSteps(market: DemandMarket, groups: BuyerGroups, work: GroupWork, row: number): number {
  const { types } = market.structure
  const { stride, typeStart, weight, markup, boost, wanted, lost } = work
  const step = work.step[row]
  const led = work.led[row]
  let largest = 0
  for (let n = 0; n < types; n++) {
    const last = typeStart[n + 1]
    if (typeStart[n] === last) continue
    openType(market, groups, work, n)
    let cell = typeStart[n] * stride
    for (let at = typeStart[n]; at < last; at++) {
      let above = 0
      let below = 0
      for (let r = 0; r < stride; r += 3, cell += 3) {
        const one = weight[cell]
        const two = weight[cell + 1]
        const three = weight[cell + 2]
        above += one * wanted[r] + two * wanted[r + 1] + three * wanted[r + 2]
        below += one * lost[r] + two * lost[r + 1] + three * lost[r + 2]
      }
      const now = markup[at]
      // Nobody to sell to, even within what numbers can hold: the markup stays.
      const excess = below > 0 ? above / below - now : 0
      const distance = (excess < 0 ? -excess : excess) / now
      if (distance > largest) largest = distance
      const own = excess * boost[at]
      step[at] = own
      led[at] = now + own
    }
  }
  return largest
}

/** Coefficients of weights in type n: (1-sigma) w s[g]/D (1 + a K) above, and w s[g]/D a below the line. */
function openType(market: DemandMarket, { slope }: BuyerGroups, work: GroupWork, n: number): void {
  const { groups: count, reach, typeGain, wanted, lost } = work
  const cell = market.structure.typeNest[n] * count
  const within = 1 - market.sigma
  for (let r = count; r < wanted.length; r++) wanted[r] = 0
  for (let r = 0; r < count; r++) {
    const bought = reach[cell + r]
    lost[r] = bought * slope[r]
    wanted[r] = within * bought * (1 + slope[r] * typeGain[n * count + r])
  }
}

/** 1/(1 - dmu/dp) of every product, as far as a step counts on it. */
export function findBoosts(market: DemandMarket, groups: BuyerGroups, work: GroupWork): void {
  const { types } = market.structure
  const { groups: count, stride, typeStart, weight, boost, wanted, lost } = work
  const { slope } = groups
  const scale = 1 / (1 - market.sigma)
  for (let n = 0; n < types; n++) {
    const last = typeStart[n + 1]
    if (typeStart[n] === last) continue
    openType(market, groups, work, n)
    for (let at = typeStart[n]; at < last; at++) {
      let above = 0
      let below = 0
      let aboveFall = 0
      let belowFall = 0
      for (let r = 0; r < count; r++) {
        const up = weight[at * stride + r] * wanted[r]
        const down = weight[at * stride + r] * lost[r]
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

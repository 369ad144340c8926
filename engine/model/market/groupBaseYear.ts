/**
 * What a base year with groups of buyers implies: the markups of its prices, exactly, and the appeals of its products and the
 * tastes of its groups. Section 7.1 of docs/model.md.
 *
 * At given shares the first-order conditions of `groupPrices.ts` are linear in markups. They hang on them only through M, a number a
 * type and group, so that they are solved there: mu[i] = alpha[i] + sum_r beta[i,r] K[f,g,r].
 */
import { exp, log } from '../../math/elementary.ts'
import { solveColumns } from '../../math/linear.ts'
import type { GroupBase } from './groupBase.ts'
import type { DemandMarket } from './market.ts'

/**
 * Markups of all products, [product] thousand USD; where a product is not sold, that which its maker would ask at its price.
 *
 * @returns the largest markup of a product that is sold, as a share of its price; NaN where there is no such solution
 */
export function impliedMarkups(
  market: DemandMarket,
  base: GroupBase,
  prices: Float64Array,
  markups: Float64Array,
): number {
  const gain = typeGains(market, base)
  if (gain === undefined) return NaN
  const { typeOff, types } = market.structure
  let place = 0
  let largest = 0
  const part = new Float64Array(base.groups.count)
  for (let n = 0; n < types; n++) {
    for (let i = typeOff[n]; i < typeOff[n + 1]; i++) {
      const isSold = place < base.sold && base.product[place] === i
      buyersOf(market, base, n, isSold ? place : -1, prices[i], part)
      markups[i] = markupOf(market, base, part, gain, n)
      if (!isSold) continue
      largest = Math.max(largest, markups[i] / prices[i])
      place++
    }
  }
  return largest
}

/** Groups' parts in the sales of a product, or in those that one of type n would have at a price, up to a factor. */
function buyersOf(
  market: DemandMarket,
  base: GroupBase,
  n: number,
  place: number,
  price: number,
  part: Float64Array,
): void {
  const { groups, taken, logTaste, nestOff, nestPrice } = base
  const { count, slope, weight } = groups
  const g = market.structure.typeNest[n]
  const isEmpty = nestOff[g] === nestOff[g + 1]
  let top = 0
  for (let r = 0; r < count; r++) {
    if (place >= 0) {
      part[r] = taken[place * count + r]
      continue
    }
    const exponent = isEmpty
      ? log(weight[r] * outsideShare(market, base, r)) + tasteOf(market, base, r) - slope[r] * price
      : logTaste[g * count + r] + (slope[r] * (nestPrice[g] - price)) / (1 - market.sigma)
    if (r === 0) top = exponent
    part[r] = exp(exponent - top)
  }
}

/** (1-sigma) * (s + sum_r A[r] K[r]) / sum_r A[r]. */
function markupOf({ sigma }: DemandMarket, base: GroupBase, part: Float64Array, gain: Float64Array, n: number): number {
  const { count, slope } = base.groups
  let [share, pull, kept] = [0, 0, 0]
  for (let r = 0; r < count; r++) {
    share += part[r]
    pull += part[r] * slope[r]
    kept += part[r] * slope[r] * gain[n * count + r]
  }
  return ((1 - sigma) * (share + kept)) / pull
}

/**
 * [type x group] K. M of a type is linear in its own K = sigma/(1-sigma) M + Pi, so that it is solved for what Pi adds to it; then Pi of
 * each maker, to which its types add up. Undefined where no such gains are positive numbers.
 */
function typeGains(market: DemandMarket, base: GroupBase): Float64Array | undefined {
  const { types, makers, typeMaker, typeNest } = market.structure
  const { count } = base.groups
  const { nestPart, ...sums } = typeSums(market, base)
  const lever = market.sigma / (1 - market.sigma)
  const { without, byPi } = ownGains(sums, types, count, lever)
  const width = count + 1
  const systems = new Float64Array(makers * count * width)
  for (let n = 0; n < types; n++) {
    for (let r = 0; r < count; r++) {
      const part = nestPart[typeNest[n] * count + r]
      const to = (typeMaker[n] * count + r) * width
      for (let c = 0; c < count; c++) systems[to + c] -= part * byPi[(n * count + r) * count + c]
      systems[to + count] += part * without[n * count + r]
    }
  }
  for (let f = 0; f < makers; f++) {
    const system = systems.subarray(f * count * width, (f + 1) * count * width)
    for (let r = 0; r < count; r++) system[r * width + r] += 1
    solveColumns(system, count, width)
  }
  const gain = new Float64Array(types * count)
  for (let n = 0; n < types; n++) {
    const maker = typeMaker[n] * count
    for (let r = 0; r < count; r++) {
      let own = without[n * count + r]
      for (let c = 0; c < count; c++) own += byPi[(n * count + r) * count + c] * systems[(maker + c) * width + count]
      const kept = lever * own + systems[(maker + r) * width + count]
      if (!(kept >= 0 && kept < Infinity)) return undefined
      gain[n * count + r] = kept
    }
  }
  return gain
}

/** M of types as it is without Pi, and what Pi adds to it, [type x group] and [type x group x group]. */
function ownGains({ constant, response }: TypeSums, types: number, count: number, lever: number) {
  const width = 2 * count + 1
  const system = new Float64Array(count * width)
  const without = new Float64Array(types * count)
  const byPi = new Float64Array(types * count * count)
  for (let n = 0; n < types; n++) {
    for (let r = 0; r < count; r++) {
      for (let c = 0; c < count; c++) {
        const own = response[(n * count + r) * count + c]
        system[r * width + c] = (r === c ? 1 : 0) - lever * own
        system[r * width + count + c] = own
      }
      system[r * width + 2 * count] = constant[n * count + r]
    }
    solveColumns(system, count, width)
    for (let r = 0; r < count; r++) {
      for (let c = 0; c < count; c++) byPi[(n * count + r) * count + c] = system[r * width + count + c]
      without[n * count + r] = system[r * width + 2 * count]
    }
  }
  return { without, byPi }
}

/** M[r] = constant[r] + sum_c response[r,c] K[c]: [type x group] and [type x group x group]. */
interface TypeSums {
  readonly constant: Float64Array
  readonly response: Float64Array
}

/** What M is made of, and shares of nests among the potential buyers of a group. */
function typeSums(market: DemandMarket, base: GroupBase) {
  const { types } = market.structure
  const { groups, sold, product, share, taken, nestShare } = base
  const { count, slope, weight } = groups
  const { productType, typeNest } = market.structure
  const constant = new Float64Array(types * count)
  const response = new Float64Array(types * count * count)
  const inside = base.total / market.size
  const within = 1 - market.sigma
  for (let at = 0; at < sold; at++) {
    const n = productType[product[at]]
    let pull = 0
    for (let r = 0; r < count; r++) pull += taken[at * count + r] * slope[r]
    for (let r = 0; r < count; r++) {
      const row = n * count + r
      const ofNest = (share[at] * taken[at * count + r]) / nestShare[typeNest[n] * count + r]
      constant[row] += (ofNest * within) / pull
      for (let c = 0; c < count; c++) {
        response[row * count + c] += (ofNest * within * taken[at * count + c] * slope[c]) / pull
      }
    }
  }
  const nestPart = nestShare.map((part, cell) => (part * inside) / weight[cell % count])
  return { constant, response, nestPart }
}

function outsideShare(market: DemandMarket, { groups, total }: GroupBase, r: number): number {
  return 1 - ((total / market.size) * groups.purchases[r]) / groups.weight[r]
}

/** Taste of group r for new vehicles, up to what is the same for all groups. */
function tasteOf(market: DemandMarket, base: GroupBase, r: number): number {
  return (1 - market.sigma) * base.logLevel[r] - log(base.groups.weight[r] * outsideShare(market, base, r))
}

/** Tastes of groups, their mean over potential buyers 0, and appeals of products; -Infinity where a product is not sold. */
export function writeAppeals(market: DemandMarket, base: GroupBase): void {
  const { groups, nestOff, decay, logTaste, product, share } = base
  const { count, weight, shift } = groups
  const { sigma } = market
  let mean = 0
  for (let r = 0; r < count; r++) {
    shift[r] = tasteOf(market, base, r)
    mean += weight[r] * shift[r]
  }
  for (let r = 0; r < count; r++) shift[r] -= mean
  const inside = log(base.total / market.size)
  const lever = sigma / (1 - sigma)
  market.delta.fill(-Infinity)
  for (let g = 0; g + 1 < nestOff.length; g++) {
    for (let at = nestOff[g]; at < nestOff[g + 1]; at++) {
      let sum = 0
      // Relative to the first group's, so that nothing overflows.
      const first = logTaste[g * count]
      for (let r = 0; r < count; r++) sum += exp(logTaste[g * count + r] - first) * decay[at * count + r]
      market.delta[product[at]] = (1 - sigma) * (inside * (1 + lever) + log(share[at]) - log(sum) - first) + mean
    }
  }
}

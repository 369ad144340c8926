/**
 * How a product's sales in a market are split over its lines: the quick margin. Section 5 of docs/model.md.
 *
 * A line's unit cost rises with the share w of the product that it builds, c * (w/share0)^(1/theta), since the versions and
 * buyers it serves best come first. The cheapest split is then w = share0 * (c/c0)^-theta, normalised, at which all lines
 * cost the same: c0 * [ sum share0 * (c/c0)^-theta ]^(-1/theta), the dual of the parts bundle in section 3. A plain mean of
 * the lines' costs would reward a maker for making one of its lines so dear that it drops out.
 *
 * Actual weights go part of the way towards the cheapest split each year, and no further than plants have room for.
 */
import { pow } from '../../math/elementary.ts'
import { sumsDiffer, subsidisedSplit } from './subsidisedSplit.ts'

/**
 * Cheapest split of one product over its lines in one market.
 *
 * @param share0 [line] base-year share of the product's sales in this market
 * @param cost0 base-year cost of the product, which is that of each of its lines
 * @param cost [line] delivered cost now; Infinity where sale is barred
 * @param weights [line] overwritten for lines from..to-1; they sum to 1
 * @param sums [line] at `weightOffset`, what each vehicle gets beside; left out where there are no subsidies
 * @returns the product's cost at this split, less the sums; Infinity when none can be sold
 */
export function cheapestSplit(
  share0: Float64Array,
  shareOffset: number,
  cost0: number,
  cost: Float64Array,
  from: number,
  to: number,
  theta: number,
  weights: Float64Array,
  weightOffset: number,
  sums?: Float64Array,
): number {
  const given = sums === undefined ? 0 : sums[weightOffset + from]
  if (to - from === 1) {
    weights[weightOffset + from] = 1
    return cost[from] - given
  }
  if (sums !== undefined && sumsDiffer(sums, weightOffset, from, to)) {
    return subsidisedSplit(share0, shareOffset, cost, sums, weightOffset, from, to, theta, weights, weightOffset)
  }
  let total = 0
  for (let j = from; j < to; j++) {
    const share = share0[shareOffset + j]
    const now = cost[j]
    let weight = 0
    if (share > 0 && now < Infinity) weight = now === cost0 ? share : share * pow(now / cost0, -theta)
    weights[weightOffset + j] = weight
    total += weight
  }
  if (total === 0) return Infinity
  for (let j = from; j < to; j++) weights[weightOffset + j] = weights[weightOffset + j] / total
  return cost0 * pow(total, -1 / theta) - given
}

/** Factor on a line's unit cost when it builds the share `weight` of its product instead of its base-year share. */
export function strain(weight: number, share0: number, theta: number): number {
  return weight === share0 ? 1 : pow(weight / share0, 1 / theta)
}

/** Load beyond which a plant takes no more volume from a product's other plants, as a multiple of its capacity. */
export const fullLoad = 1.15

/**
 * Moves weights towards their targets: weight += speed * room * (target - weight), then renormalises.
 *
 * @param room [line] between 0 (its plant is full) and 1; binds only where the weight would rise
 */
export function adjustSplit(
  weights: Float64Array,
  targets: Float64Array,
  offset: number,
  from: number,
  to: number,
  speed: number,
  room: Float64Array,
): void {
  let total = 0
  for (let j = from; j < to; j++) {
    const step = targets[offset + j] - weights[offset + j]
    // A line whose sale is barred leaves at once: what may not be sold cannot linger.
    const moved = targets[offset + j] === 0 ? 0 : weights[offset + j] + speed * (step > 0 ? room[j] : 1) * step
    weights[offset + j] = moved
    total += moved
  }
  if (total === 0) return
  for (let j = from; j < to; j++) weights[offset + j] = weights[offset + j] / total
}

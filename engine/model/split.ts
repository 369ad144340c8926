/**
 * How a product's sales in a market are split over its lines: the quick margin. Section 5 of docs/model.md.
 *
 * The target weight of a line is share0 * (cost/cost0)^-thetaSplit, where share0 and cost0 are of the base year; actual
 * weights go part of the way towards it each year, and no further than plants have room for.
 */
import { pow } from '../math/elementary.ts'

/**
 * Target weights of one product's lines in one market; they sum to 1.
 *
 * @param share0 [line] base-year share of the product's sales in this market
 * @param cost0 [line] base-year delivered cost
 * @param cost [line] delivered cost now; Infinity where sale is barred
 * @param weights [line] overwritten for lines from..to-1
 * @returns the product's cost, the mean of its lines' costs; Infinity when none can be sold
 */
export function targetSplit(
  share0: Float64Array,
  shareOffset: number,
  cost0: Float64Array,
  cost: Float64Array,
  from: number,
  to: number,
  thetaSplit: number,
  weights: Float64Array,
  weightOffset: number,
): number {
  if (to - from === 1) {
    weights[weightOffset + from] = 1
    return cost[from]
  }
  let total = 0
  for (let j = from; j < to; j++) {
    const share = share0[shareOffset + j]
    const now = cost[j]
    const before = cost0[shareOffset + j]
    let weight = 0
    if (share > 0 && now < Infinity) weight = now === before ? share : share * pow(now / before, -thetaSplit)
    weights[weightOffset + j] = weight
    total += weight
  }
  if (total === 0) return Infinity
  let mean = 0
  for (let j = from; j < to; j++) {
    weights[weightOffset + j] = weights[weightOffset + j] / total
    if (weights[weightOffset + j] > 0) mean += weights[weightOffset + j] * cost[j]
  }
  return mean
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
  if (to - from === 1) {
    weights[offset + from] = targets[offset + from]
    return
  }
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

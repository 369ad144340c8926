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
import type { SplitBase, SplitLines } from './splitLines.ts'
import { subsidiesDiffer, subsidisedSplit } from './subsidisedSplit.ts'

/**
 * Fills `lines.weights` with the cheapest split of one product over its lines in one market.
 *
 * @param cost0 base-year cost of the product, which is that of each of its lines, thousand USD per vehicle
 * @param from first of the product's cells [market x line] in this market; `to` is the cell after its last
 * @returns the product's cost at this split less subsidies, thousand USD per vehicle; Infinity when none can be sold
 */
export function cheapestSplit(base: SplitBase, lines: SplitLines, cost0: number, from: number, to: number): number {
  const { share0, thetaSplit } = base
  const { cost, weights, subsidy } = lines
  const given = subsidy === undefined ? 0 : subsidy[from]
  if (to - from === 1) {
    weights[from] = 1
    return cost[from] - given
  }
  if (subsidy !== undefined && subsidiesDiffer(subsidy, from, to))
    return subsidisedSplit(base, lines, subsidy, from, to)
  let total = 0
  for (let cell = from; cell < to; cell++) {
    const share = share0[cell]
    const now = cost[cell]
    let weight = 0
    if (share > 0 && now < Infinity) weight = now === cost0 ? share : share * pow(now / cost0, -thetaSplit)
    weights[cell] = weight
    total += weight
  }
  if (total === 0) return Infinity
  for (let cell = from; cell < to; cell++) weights[cell] = weights[cell] / total
  return cost0 * pow(total, -1 / thetaSplit) - given
}

/** Factor on a line's unit cost when it builds the share `weight` of its product instead of its base-year share. */
export function shareFactor(weight: number, share0: number, theta: number): number {
  return weight === share0 ? 1 : pow(weight / share0, 1 / theta)
}

/** Load beyond which a plant takes no more volume from a product's other plants, as a multiple of its capacity. */
export const fullLoad = 1.15

/**
 * Moves the weights of one product's lines towards their targets: weight += speed * room * (target - weight), then
 * renormalises.
 *
 * @param state weights and targets [market x line], and the room [line] of each line's plant: 0 (full) to 1, which binds
 *   only where the weight would rise
 * @param offset cell of the market's first line; the product's lines are from..to-1
 * @param speed part of the way that is gone in a year
 */
export function adjustSplit(
  { weights, targets, room }: { readonly [name in 'weights' | 'targets' | 'room']: Float64Array },
  offset: number,
  from: number,
  to: number,
  speed: number,
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

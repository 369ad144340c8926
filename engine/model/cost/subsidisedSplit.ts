/**
 * The cheapest split of a product over lines whose vehicles get different subsidies, as those that ask for assembly in a
 * country. Section 5 of docs/model.md. With h the base-year shares, c unit costs and s the subsidies:
 *
 *   min over w  sum_j w[j] ( c[j] (w[j]/h[j])^(1/theta) - s[j] ),   sum_j w[j] = 1
 *   w[j] = h[j] ( (lambda + s[j]) / (c[j] (1 + 1/theta)) )^theta,   cost = (theta lambda - sum_j w[j] s[j]) / (theta + 1)
 *
 * lambda is found by Newton's method on the theta-th root of the sum of weights, a norm of (lambda + s): convex, so that
 * from above it falls to the root without passing it, in a handful of steps. Without subsidies this is `cheapestSplit`.
 */
import { pow } from '../../math/elementary.ts'
import type { SplitBase, SplitLines } from './splitLines.ts'

const mostSteps = 60
const tolerance = 1e-13

/** Whether the subsidies of the cells from..to-1 differ, so that the split hangs on them. */
export function subsidiesDiffer(subsidy: Float64Array, from: number, to: number): boolean {
  for (let cell = from + 1; cell < to; cell++) if (subsidy[cell] !== subsidy[from]) return true
  return false
}

/**
 * Fills `lines.weights` with the cheapest split of one product, cells from..to-1 [market x line], under these subsidies.
 *
 * @returns the product's cost less subsidies at this split, thousand USD per vehicle; Infinity when none can be sold
 */
export function subsidisedSplit(
  { share0, thetaSplit: theta }: SplitBase,
  { cost, weights }: SplitLines,
  subsidy: Float64Array,
  from: number,
  to: number,
): number {
  const rise = 1 + 1 / theta
  let lambda = largestLambda(share0, cost, subsidy, from, to, theta)
  let total = 0
  for (let step = 0; step < mostSteps; step++) {
    let slope = 0
    total = 0
    for (let cell = from; cell < to; cell++) {
      const share = share0[cell]
      const base = lambda + subsidy[cell]
      const open = share > 0 && cost[cell] < Infinity && base > 0
      const weight = open ? share * pow(base / (rise * cost[cell]), theta) : 0
      weights[cell] = weight
      total += weight
      if (open) slope += weight / base
    }
    if (total === 0) return Infinity
    const fall = ((1 - pow(total, -1 / theta)) * total) / slope
    lambda -= fall
    if (Math.abs(fall) <= tolerance * Math.abs(lambda)) break
  }
  let mean = 0
  for (let cell = from; cell < to; cell++) {
    weights[cell] = weights[cell] / total
    mean += weights[cell] * subsidy[cell]
  }
  return (theta * lambda - mean) / (theta + 1)
}

/** A lambda at or above the root: a line alone would have its own, and the root is below the largest of them. */
function largestLambda(
  share0: Float64Array,
  cost: Float64Array,
  subsidy: Float64Array,
  from: number,
  to: number,
  theta: number,
): number {
  const rise = 1 + 1 / theta
  let lambda = 0
  let least = Infinity
  for (let cell = from; cell < to; cell++) {
    if (!(share0[cell] > 0 && cost[cell] < Infinity)) continue
    lambda = Math.max(lambda, (rise * cost[cell]) / pow(share0[cell], 1 / theta) - subsidy[cell])
    least = Math.min(least, subsidy[cell])
  }
  return Math.max(lambda, -least)
}

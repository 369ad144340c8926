/**
 * The cheapest split of a product over lines whose vehicles carry different fixed sums, as subsidies that ask for assembly in
 * a country. Section 5 of docs/model.md. With h the base-year shares, c unit costs and s the sums:
 *
 *   min over w  sum_j w[j] ( c[j] (w[j]/h[j])^(1/theta) - s[j] ),   sum_j w[j] = 1
 *   w[j] = h[j] ( (lambda + s[j]) / (c[j] (1 + 1/theta)) )^theta,   cost = (theta lambda - sum_j w[j] s[j]) / (theta + 1)
 *
 * lambda is found by Newton's method on the theta-th root of the sum of weights, a norm of (lambda + s): convex, so that
 * from above it falls to the root without passing it, in a handful of steps. Without sums this is `cheapestSplit`.
 */
import { pow } from '../../math/elementary.ts'

const mostSteps = 60
const tolerance = 1e-13

/** Whether the sums of lines from..to-1 differ, so that the split hangs on them. */
export function sumsDiffer(sums: Float64Array, sumOffset: number, from: number, to: number): boolean {
  for (let j = from + 1; j < to; j++) if (sums[sumOffset + j] !== sums[sumOffset + from]) return true
  return false
}

/**
 * @param cost [line] delivered cost without the sums; Infinity where sale is barred
 * @param sums [line] at `sumOffset`, below the costs
 * @param weights [line] overwritten for lines from..to-1; they sum to 1
 * @returns the product's cost less its sums at this split; Infinity when none can be sold
 */
export function subsidisedSplit(
  share0: Float64Array,
  shareOffset: number,
  cost: Float64Array,
  sums: Float64Array,
  sumOffset: number,
  from: number,
  to: number,
  theta: number,
  weights: Float64Array,
  weightOffset: number,
): number {
  const rise = 1 + 1 / theta
  let lambda = 0
  let least = Infinity
  for (let j = from; j < to; j++) {
    if (!(share0[shareOffset + j] > 0 && cost[j] < Infinity)) continue
    // A line alone would have this lambda; the root is below the largest of them.
    lambda = Math.max(lambda, (rise * cost[j]) / pow(share0[shareOffset + j], 1 / theta) - sums[sumOffset + j])
    least = Math.min(least, sums[sumOffset + j])
  }
  lambda = Math.max(lambda, -least)
  let total = 0
  for (let step = 0; step < mostSteps; step++) {
    let slope = 0
    total = 0
    for (let j = from; j < to; j++) {
      const share = share0[shareOffset + j]
      const base = lambda + sums[sumOffset + j]
      const open = share > 0 && cost[j] < Infinity && base > 0
      const weight = open ? share * pow(base / (rise * cost[j]), theta) : 0
      weights[weightOffset + j] = weight
      total += weight
      if (open) slope += weight / base
    }
    if (total === 0) return Infinity
    const fall = ((1 - pow(total, -1 / theta)) * total) / slope
    lambda -= fall
    if (Math.abs(fall) <= tolerance * Math.abs(lambda)) break
  }
  let mean = 0
  for (let j = from; j < to; j++) {
    weights[weightOffset + j] = weights[weightOffset + j] / total
    mean += weights[weightOffset + j] * sums[sumOffset + j]
  }
  return (theta * lambda - mean) / (theta + 1)
}

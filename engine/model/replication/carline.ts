/**
 * One carline of Head, Mayer and Melitz, "The Laffer curve for rules of origin", Journal of International Economics
 * 150 (2024): parts from the region, whose price is 1, or from outside, whose relative price is delta.
 *
 * Costs come from the engine's own content ladder with two rungs, A = (1, delta^-theta). The paper speaks of the
 * share of parts bought in the region, chi, and of the share of cost spent on them, lambda; without a rule they are
 * equal.
 */
import { pow, log } from '../../math/elementary.ts'
import { type Ladder, contentLadder, createLadder } from '../content/content.ts'

/** A content ladder of two rungs, the region and the outside, with room for its weights. */
export interface RegionalLadder {
  readonly ladder: Ladder
  /** [region, outside] */
  readonly weights: Float64Array
}

/** A ladder without a floor, on which outside parts cost what regional ones do. */
export function createRegionalLadder(): RegionalLadder {
  return { ladder: createLadder(2), weights: Float64Array.of(1, 1) }
}

/** The region's share of parts and of their cost without a rule, lambda_U = 1/(1 + delta^-theta). */
export function freeShare(delta: number, theta: number): number {
  return 1 / (1 + pow(delta, -theta))
}

/** Cost share lambda of a share chi of parts bought in the region: 1/(1 + ((1-chi)/chi)^((1+theta)/theta) * delta). */
export function costShareOfPartShare(chi: number, delta: number, theta: number): number {
  return 1 / (1 + pow((1 - chi) / chi, (1 + theta) / theta) * delta)
}

/** The share chi of parts that costs the share lambda: the inverse of `costShareOfPartShare`. */
export function partShareOfCostShare(lambda: number, delta: number, theta: number): number {
  return 1 / (1 + pow((1 / lambda - 1) / delta, theta / (theta + 1)))
}

/** Cost ratio C >= 1 of parts of which at least the cost share `floor` is regional, over unconstrained parts. */
export function compliancePenalty(parts: RegionalLadder, floor: number, delta: number, theta: number): number {
  const { ladder, weights } = parts
  weights[1] = pow(delta, -theta)
  ladder.floors[0] = floor
  return contentLadder(ladder, weights, 0, theta)
}

/** ln delta above which a carline meets the share `floor` without trying: lambda_U(delta) = floor. */
export function logFreeComplianceDelta(floor: number, theta: number): number {
  return (log(floor) - log(1 - floor)) / theta
}

/**
 * ln delta at which complying costs as much as the penalty tau: C(delta)^power = tau. Below it a carline pays the
 * penalty. The penalty falls from `low` to `high`, where it is 1. Returns `low` if complying is cheaper even there.
 *
 * @param complianceAt the cost ratio C of complying for a carline with this ln delta
 */
export function logCutoffDelta(
  complianceAt: (logDelta: number) => number,
  power: number,
  tau: number,
  low: number,
  high: number,
): number {
  if (!(tau > 1)) return high
  // In square roots the excess is nearly a straight line near `high`, where the penalty has slope 0.
  const target = Math.sqrt(log(tau))
  const excess = (x: number): number => Math.sqrt(power * log(complianceAt(x))) - target
  return fallingRoot(excess, low, high)
}

/** Root of a falling function by the false position method, Illinois version; `low` or `high` if it lies outside. */
export function fallingRoot(f: (x: number) => number, low: number, high: number): number {
  let left = low
  let right = high
  let above = f(left)
  let below = f(right)
  if (above <= 0) return low
  if (below >= 0) return high
  for (let round = 0; round < 100; round++) {
    const x = (left * below - right * above) / (below - above)
    const value = f(x)
    if (Math.abs(value) < 1e-14 || right - left < 1e-13) return x
    if (value > 0) {
      left = x
      above = value
      below /= 2
    } else {
      right = x
      below = value
      above /= 2
    }
  }
  return (left + right) / 2
}

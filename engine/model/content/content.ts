/**
 * The content ladder: the cheapest value shares of parts by origin that meet every content rule. Section 3 of
 * docs/model.md.
 *
 * A part from origin k costs what a Frechet draw with weight A[k] and dispersion theta says. Value shares s[k] cost,
 * in units of the unconstrained bundle,
 *
 *     C(s) = [ sum_k A[k]^(1/(theta+1)) * s[k]^(theta/(theta+1)) ]^(-(theta+1)/theta) * (sum_k A[k])^(1/theta)
 *
 * which is least, and 1, at s[k] = A[k]/sum A. Every content rule is a floor on a cumulative share, on one nested
 * chain of rungs. The cheapest shares are then the slopes of the least concave majorant of the points (cumulative A,
 * floor) from (0,0) to (1,1): rungs under one segment of it keep their proportions, s[k] = slope * A[k]. One pass
 * with a stack finds it exactly, and floors that do not bind drop out.
 *
 * With two rungs, A = (1, delta^-theta), this is equation (3) of Head, Mayer and Melitz, "The Laffer curve for rules
 * of origin", Journal of International Economics 150 (2024).
 *
 * Each caller has a ladder of its own, with room for its floors, its shares and the stack; a call writes the stack before
 * it reads it, so that no call depends on another.
 */
import { pow } from '../../math/elementary.ts'

/** A content ladder: what is asked of it, what it answers, and the stack that it is solved on. */
export interface Ladder {
  /**
   * [rung] least cumulative share of the rungs up to this one, set by the caller. A floor below an earlier one asks
   * nothing, and the last one counts as 1.
   */
  readonly floors: Float64Array
  /** [rung] cheapest value shares that meet the floors; they sum to 1. */
  readonly shares: Float64Array
  /** [block + 1] sum of weights of the block's rungs. */
  readonly blockWeight: Float64Array
  /** [block + 2] cumulative share at which the block starts; after the last block, the share at which it ends. */
  readonly blockStart: Float64Array
  /** [block + 1] rung after the block's last. */
  readonly blockEnd: Int32Array
}

/** Room for a ladder of so many rungs, with no floor on any. */
export function createLadder(rungs: number): Ladder {
  return {
    floors: new Float64Array(rungs),
    shares: new Float64Array(rungs),
    blockWeight: new Float64Array(rungs + 1),
    blockStart: new Float64Array(rungs + 2),
    blockEnd: new Int32Array(rungs + 1),
  }
}

/**
 * Cost ratio C >= 1 of the cheapest value shares that meet all floors of the ladder; exactly 1 with shares A/sum A if
 * none binds. The shares go to `ladder.shares`.
 *
 * @param weights [rung], read from `offset`: A[k] >= 0 in any unit.
 * @param theta dispersion of part costs, > 0.
 * @returns Infinity, with the shares left as they were, if a floor asks more than 1 or asks for content of rungs that
 *   all have zero weight.
 */
export function contentLadder(ladder: Ladder, weights: Float64Array, offset: number, theta: number): number {
  const { floors, shares, blockWeight, blockStart, blockEnd } = ladder
  const count = floors.length
  let total = 0
  for (let k = 0; k < count; k++) total += weights[offset + k]
  if (!floorBinds(floors, weights, offset, total)) {
    for (let k = 0; k < count; k++) shares[k] = weights[offset + k] / total
    return 1
  }
  const blocks = stackBlocks(ladder, weights, offset, 1)
  if (blocks === 0) return Infinity
  const power = theta / (theta + 1)
  let sum = 0
  let k = 0
  for (let b = 1; b <= blocks; b++) {
    const slope = (blockStart[b + 1] - blockStart[b]) / blockWeight[b]
    const scaled = slope * total
    sum += scaled === 1 ? blockWeight[b] : blockWeight[b] * pow(scaled, power)
    for (const end = blockEnd[b]; k < end; k++) shares[k] = slope * weights[offset + k]
  }
  // Rounding can take a barely binding floor a bit below the unconstrained cost.
  return Math.max(1, pow(sum / total, -1 / power))
}

function floorBinds(floors: Float64Array, weights: Float64Array, offset: number, total: number): boolean {
  if (!(total > 0)) return true
  let cumulative = 0
  for (let k = 0; k < floors.length - 1; k++) {
    cumulative += weights[offset + k]
    if (floors[k] * total > cumulative) return true
  }
  return false
}

/**
 * The ladder under a duty on content that is not of the first rung. With dutyStep = (1+t+u)/(1+t), t the duty on the full
 * value and u the one on the rest, shares are chosen with the weights A[k]*dutyStep^-(theta+1) for all but the first rung;
 * the cost ratio returned is that of the true A, before duty. That is the exact optimum of cost with duty where no floor
 * binds, and near it elsewhere: in 200 random cases the mean regret is 2e-6 of cost, the largest 7e-5; it is 6e-4 where a
 * strict floor has to lift US parts from 1% of the unconstrained bundle. Otherwise as `contentLadder`.
 *
 * @param weightFactor dutyStep^-(theta+1)
 * @param costFactor dutyStep^-theta
 */
export function contentLadderWithDuty(
  ladder: Ladder,
  weights: Float64Array,
  offset: number,
  theta: number,
  weightFactor: number,
  costFactor: number,
): number {
  const { shares, blockWeight, blockStart, blockEnd } = ladder
  const count = shares.length
  const blocks = stackBlocks(ladder, weights, offset, weightFactor)
  if (blocks === 0) return Infinity
  const power = theta / (theta + 1)
  const first = weights[offset]
  const correction = costFactor / weightFactor
  let total = 0
  for (let k = 0; k < count; k++) total += weights[offset + k]
  let sum = 0
  let k = 0
  for (let b = 1; b <= blocks; b++) {
    const weight = blockWeight[b]
    const slope = (blockStart[b + 1] - blockStart[b]) / weight
    // A^(1/(theta+1)) * (slope*A*weightFactor)^power = slope^power * A*costFactor; the first rung pays no duty.
    const trueWeight = b === 1 ? first + (weight - first) * correction : weight * correction
    sum += trueWeight * pow(slope * total, power)
    for (const end = blockEnd[b]; k < end; k++) {
      shares[k] = slope * weights[offset + k] * (k === 0 ? 1 : weightFactor)
    }
  }
  return Math.max(1, pow(sum / total, -1 / power))
}

/**
 * Builds the majorant's blocks from the left: each rung starts as a block of its own and takes in the block before it
 * while that is not steeper. All rungs but the first weigh `laterFactor` times their weight. Returns the number of
 * blocks, or 0 if the floors cannot be met.
 */
function stackBlocks(ladder: Ladder, weights: Float64Array, offset: number, laterFactor: number): number {
  const { floors, blockWeight, blockStart, blockEnd } = ladder
  const count = floors.length
  // The newest block is kept in variables: its weight and the cumulative shares where it starts and ends. Block 0 is
  // a wall, endlessly steep, that nothing takes in; the real blocks are 1, 2, ...
  let blocks = 0
  let weight = 0
  let start = -Infinity
  let top = 0
  for (let k = 0; k < count; k++) {
    const floor = k === count - 1 ? 1 : floors[k]
    const reached = floor > top ? floor : top
    let newWeight = weights[offset + k] * (k === 0 ? 1 : laterFactor)
    let newStart = top
    while ((newStart - start) * newWeight <= (reached - newStart) * weight) {
      newWeight += weight
      newStart = start
      blocks--
      weight = blockWeight[blocks]
      start = blockStart[blocks]
    }
    blockWeight[blocks] = weight
    blockStart[blocks] = start
    blocks++
    blockEnd[blocks] = k + 1
    weight = newWeight
    start = newStart
    top = reached
  }
  blockWeight[blocks] = weight
  blockStart[blocks] = start
  blockStart[blocks + 1] = top
  return top > 1 || !(blockWeight[1] > 0) ? 0 : blocks
}

/**
 * The floor on parts that a floor on the whole vehicle's value means: assembly has cost share `alpha` and counts as
 * content of the rule's rungs or not. Never below 0. Above 1 where no parts could meet the rule, as a cap on foreign
 * content of 10% for a vehicle of which 15% is foreign assembly; the ladder then answers Infinity.
 */
export function vehicleFloorToPartsFloor(floor: number, alpha: number, holdsAssembly: boolean): number {
  if (!(floor > 0)) return 0
  return Math.max(0, (holdsAssembly ? floor - alpha : floor) / (1 - alpha))
}

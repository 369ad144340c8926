/**
 * Who buys what in the base year: the share phi[i,r] of product i that each group of buyers takes, at given price coefficients,
 * so that every product has its sales and every group its share of purchases. Section 7.1 of docs/model.md.
 *
 *     phi[i,r] = C[g,r] exp(-a[r] p[i]/(1-sigma)) / sum over groups,     Q[g,r] = sum_{i of g} omega[i] phi[i,r]
 *     C[g,r] = T[r] Q[g,r]^(-sigma/(1-sigma)),                           sum_g Q[g,r] = purchases[r]
 *
 * with omega[i] the product's share of all sales. The appeals drop out: they follow from phi. So what is left of the inversion of
 * S. Berry, J. Levinsohn and A. Pakes (Econometrica 63, 1995) is an equation a nest and group, which Newton's method solves in a
 * few rounds, where the contraction over products takes dozens. The outside good drops out as well: phi is that of any market size.
 */
import { exp, log } from '../../math/elementary.ts'
import { solveColumns, solveDominant } from '../../math/linear.ts'
import type { GroupBase } from './groupBase.ts'

/** Farthest that a logarithm is moved in one round. */
const longestStep = 5

/** Levels from which the search begins at price coefficients a times `relativeSlope`: groups buy as much of every nest. */
export function beginTastes(base: GroupBase, a: number, sigma: number): void {
  const { groups, nestOff, share, nestPrice, relativeSlope, logLevel, logTaste } = base
  const { count, purchases } = groups
  for (let r = 0; r < count; r++) {
    const own = log(purchases[r])
    logLevel[r] = 0
    for (let g = 0; g < nestPrice.length; g++) {
      let sold = 0
      for (let at = nestOff[g]; at < nestOff[g + 1]; at++) sold += share[at]
      logTaste[g * count + r] = own
      if (sold === 0) continue
      const scaled = (a * relativeSlope[r] * nestPrice[g] + sigma * (own + log(sold))) / (1 - sigma)
      logLevel[r] += sold * (own + scaled)
    }
  }
}

/**
 * Carries tastes on as they went from the last search to this one, and keeps those of this one for the next.
 *
 * @param ratio of the change to come of the price coefficient to the last one; 0 where there is none
 */
export function followTastes({ logTaste, logLevel, tasteBefore, levelBefore }: GroupBase, ratio: number): void {
  carryOn(logTaste, tasteBefore, ratio)
  carryOn(logLevel, levelBefore, ratio)
}

function carryOn(values: Float64Array, before: Float64Array, ratio: number): void {
  for (let n = 0; n < values.length; n++) {
    const now = values[n]
    if (ratio !== 0) values[n] = now + ratio * (now - before[n])
    before[n] = now
  }
}

const mostRounds = 60

/**
 * Finds phi at the price coefficients a times `relativeSlope`, from what was found last.
 *
 * @param tolerance largest change of ln C in Newton's last step; phi is then exact to about its square
 * @returns false where it does not settle
 */
export function findTastes(base: GroupBase, a: number, sigma: number, tolerance: number): boolean {
  setDecay(base, a, sigma)
  for (let round = 0; round < mostRounds; round++) {
    shareProducts(base)
    const moved = stepTastes(base, a, sigma)
    if (!(moved < Infinity)) return false
    if (moved < tolerance) {
      shareProducts(base)
      return true
    }
  }
  return false
}

function setDecay(
  { groups, nestOff, price, nestPrice, relativeSlope, decay }: GroupBase,
  a: number,
  sigma: number,
): void {
  const { count } = groups
  for (let g = 0; g < nestPrice.length; g++) {
    for (let r = 0; r < count; r++) {
      const fall = (a * relativeSlope[r]) / (1 - sigma)
      for (let at = nestOff[g]; at < nestOff[g + 1]; at++)
        decay[at * count + r] = exp(fall * (nestPrice[g] - price[at]))
    }
  }
}

/** phi and Q from C. */
function shareProducts({
  groups,
  nestOff,
  nestPrice,
  share,
  decay,
  taken,
  nestShare,
  logTaste,
  newton,
}: GroupBase): void {
  const { count } = groups
  const taste = newton.solution
  nestShare.fill(0)
  for (let g = 0; g < nestPrice.length; g++) {
    const cell = g * count
    for (let r = 0; r < count; r++) taste[r] = exp(logTaste[cell + r] - logTaste[cell])
    for (let at = nestOff[g]; at < nestOff[g + 1]; at++) {
      const own = at * count
      let sum = 0
      for (let r = 0; r < count; r++) sum += taste[r] * decay[own + r]
      const inverse = 1 / sum
      for (let r = 0; r < count; r++) {
        const part = taste[r] * decay[own + r] * inverse
        taken[own + r] = part
        nestShare[cell + r] += share[at] * part
      }
    }
  }
}

/**
 * Newton's step of ln C and ln T. Within a nest the change of ln C is linear in that of ln T; the shares of purchases then give
 * one equation a group. The first T is held, since only what groups are to one another counts. Returns the largest change.
 */
function stepTastes(base: GroupBase, a: number, sigma: number): number {
  const { groups, nestShare, nestOff, newton } = base
  const { count, purchases } = groups
  const { system, solution, tasteBy, shareBy } = newton
  const width = count + 1
  system.fill(0)
  for (let r = 0; r < count; r++) system[r * width + count] = purchases[r]
  for (let g = 0; g + 1 < nestOff.length; g++) {
    if (nestOff[g] === nestOff[g + 1]) continue
    openNest(base, g, a, sigma)
    for (let r = 0; r < count; r++) {
      const row = (g * count + r) * width
      for (let c = 0; c < count; c++) system[r * width + c] += shareBy[row + c]
      system[r * width + count] -= nestShare[g * count + r] + shareBy[row + count]
    }
  }
  for (let c = 0; c < width; c++) system[c] = c === 0 ? 1 : 0
  solveDominant(system, width, solution)
  let largest = 0
  for (let r = 0; r < count; r++) {
    solution[r] = limited(solution[r])
    base.logLevel[r] += solution[r]
  }
  for (let g = 0; g + 1 < nestOff.length; g++) {
    if (nestOff[g] === nestOff[g + 1]) continue
    for (let r = 0; r < count; r++) {
      const row = (g * count + r) * width
      let change = tasteBy[row + count]
      for (let c = 0; c < count; c++) change += tasteBy[row + c] * solution[c]
      base.logTaste[g * count + r] += limited(change)
      const size = Math.abs(change)
      if (!(size <= largest)) largest = size
    }
  }
  return largest
}

const limited = (change: number): number => Math.max(-longestStep, Math.min(longestStep, change))

/** Fills `tasteBy` and `shareBy` of nest g: (1 + sigma/(1-sigma) J) d ln C = d ln T - (what C misses its equation by). */
function openNest(base: GroupBase, g: number, a: number, sigma: number): void {
  const { groups, nestOff, share, taken, nestShare, logTaste, logLevel, nestPrice, relativeSlope, newton } = base
  const { count } = groups
  const { slope, nestSystem, tasteBy, shareBy } = newton
  const lever = sigma / (1 - sigma)
  const width = count + 1
  slope.fill(0)
  for (let at = nestOff[g]; at < nestOff[g + 1]; at++) {
    const own = at * count
    for (let r = 0; r < count; r++) {
      const part = share[at] * taken[own + r]
      for (let c = 0; c < r; c++) slope[r * count + c] -= part * taken[own + c]
    }
  }
  // Rows add up to nothing: if all groups' C rise alike, nothing changes.
  for (let r = 0; r < count; r++) for (let c = r + 1; c < count; c++) slope[r * count + c] = slope[c * count + r]
  for (let r = 0; r < count; r++) {
    let sum = 0
    for (let c = 0; c < count; c++) if (c !== r) sum += slope[r * count + c]
    slope[r * count + r] = -sum
  }
  const room = 2 * count + 1
  for (let r = 0; r < count; r++) {
    const cell = g * count + r
    const inverse = lever / nestShare[cell]
    for (let c = 0; c < count; c++) {
      const unit = r === c ? 1 : 0
      nestSystem[r * room + c] = unit + inverse * slope[r * count + c]
      nestSystem[r * room + count + c] = unit
    }
    nestSystem[r * room + 2 * count] =
      logLevel[r] - logTaste[cell] - lever * log(nestShare[cell]) - (a * relativeSlope[r] * nestPrice[g]) / (1 - sigma)
  }
  solveColumns(nestSystem, count, room)
  for (let r = 0; r < count; r++) {
    const row = (g * count + r) * width
    for (let column = 0; column <= count; column++) {
      tasteBy[row + column] = nestSystem[r * room + count + column]
      let moved = 0
      for (let c = 0; c < count; c++) moved += slope[r * count + c] * nestSystem[c * room + count + column]
      shareBy[row + column] = moved
    }
  }
}

/**
 * Levels u >= 0 that leave no excess: excess(u) <= 0, and = 0 where u > 0 (a complementarity problem). The caller writes `excess` at
 * `level` and goes on until `searchSlack` says that it is done:
 *
 *   beginSlack(search)
 *   do writeExcess(search.level, search.excess)
 *   while (searchSlack(search))
 *
 * A solution is a fixed point of u -> max(0, u + excess(u)). With excess scaled so that raising a level by one lowers its own by about
 * one, repeating that goes the right way but slowly where levels feed each other's excess; Anderson's acceleration takes the
 * combination of the last rounds whose residual is least. (D. G. Anderson, "Iterative procedures for nonlinear integral equations",
 * Journal of the ACM 12 (1965); H. F. Walker and P. Ni, SIAM Journal on Numerical Analysis 49 (2011).) Where it loses its way it begins
 * anew from the plain step, and in the end takes small plain steps, which find their way slowly wherever levels are substitutes.
 */
import { solveDominant } from './linear.ts'

/** Largest residual that counts as solved, in units of excess. */
export const slackTolerance = 1e-4
/** Rounds that are remembered. */
const memory = 5
/** Rounds after which plain small steps are taken, their length, and the rounds after which the search gives up. */
const acceleratedRounds = 60
const smallStep = 0.3
const mostRounds = 600
/** A residual that is so many times that of the round before has lost its way. */
const lost = 4
/** Excess beyond which a plain step is cut. */
const longestStep = 20
/** Added to the diagonal of the normal equations, as a part of it, so that rounds that say the same can be told apart. */
const ridge = 1e-10

export interface SlackSearch {
  /** [n] what is looked for, and the excess at it. */
  readonly level: Float64Array
  readonly excess: Float64Array
  /** [n] residual of this round, and of the round before with its level. */
  readonly residual: Float64Array
  readonly residualBefore: Float64Array
  readonly levelBefore: Float64Array
  /** [round remembered][n] changes of the residual, and of the plain step's end. */
  readonly residualChange: readonly Float64Array[]
  readonly endChange: readonly Float64Array[]
  /** Normal equations of so many remembered rounds, and their solution. */
  readonly system: Float64Array
  readonly weights: readonly Float64Array[]
  remembered: number
  next: number
  largest: number
  round: number
  /** 1 when solved, 0 when the search gave up. */
  solved: number
}

/** Room for a search of `n` levels. */
export function createSlackSearch(n: number): SlackSearch {
  const one = (): Float64Array => new Float64Array(n)
  const several = (): Float64Array[] => Array.from({ length: memory }, one)
  return {
    level: one(),
    excess: one(),
    residual: one(),
    residualBefore: one(),
    levelBefore: one(),
    residualChange: several(),
    endChange: several(),
    system: new Float64Array(memory * (memory + 1)),
    weights: Array.from({ length: memory + 1 }, (_, count) => new Float64Array(count)),
    remembered: 0,
    next: 0,
    largest: 0,
    round: 0,
    solved: 0,
  }
}

/** Begins a search from the levels that stand in `level`. */
export function beginSlack(search: SlackSearch): void {
  search.remembered = 0
  search.next = 0
  search.round = 0
  search.solved = 0
}

/** Takes in the excess at the last levels and sets the next; false when the search is done. */
export function searchSlack(search: SlackSearch): boolean {
  const { level, residual } = search
  const before = search.largest
  search.largest = measureResidual(search)
  if (search.largest < slackTolerance) {
    search.solved = 1
    return false
  }
  if (search.round === mostRounds) return false
  const accelerates = search.round < acceleratedRounds
  if (search.round > 0 && accelerates) {
    if (search.largest > lost * before) search.remembered = 0
    else remember(search)
  }
  search.residualBefore.set(residual)
  search.levelBefore.set(level)
  search.round += 1
  const step = accelerates ? 1 : smallStep
  for (let n = 0; n < level.length; n++) level[n] += step * residual[n]
  if (accelerates && search.remembered > 0) combine(search)
  return true
}

/** Where the plain step would end, less where it begins. Returns the largest. */
function measureResidual({ level, excess, residual }: SlackSearch): number {
  let largest = 0
  for (let n = 0; n < level.length; n++) {
    const over = excess[n] < longestStep ? excess[n] : longestStep
    const end = level[n] + over
    const r = (end > 0 ? end : 0) - level[n]
    residual[n] = r
    if (r > largest) largest = r
    else if (-r > largest) largest = -r
  }
  return largest
}

function remember(search: SlackSearch): void {
  const { level, residual, residualBefore, levelBefore, next } = search
  const change = search.residualChange[next]
  const end = search.endChange[next]
  for (let n = 0; n < level.length; n++) {
    change[n] = residual[n] - residualBefore[n]
    end[n] = level[n] - levelBefore[n] + change[n]
  }
  search.next = (next + 1) % memory
  if (search.remembered < memory) search.remembered += 1
}

/** Takes off the plain step's end the combination of remembered changes that would leave the least residual. */
function combine(search: SlackSearch): void {
  const { level, residual, residualChange, endChange, system, remembered: count } = search
  const width = count + 1
  const weights = search.weights[count]
  for (let a = 0; a < count; a++) {
    for (let b = a; b < count; b++) {
      const product = dot(residualChange[a], residualChange[b])
      system[a * width + b] = a === b ? product * (1 + ridge) : product
      system[b * width + a] = system[a * width + b]
    }
    system[a * width + count] = dot(residualChange[a], residual)
  }
  solveDominant(system, width, weights)
  for (let a = 0; a < count; a++) {
    const weight = weights[a]
    // Rounds that changed nothing have no say.
    if (!(Math.abs(weight) < Infinity)) continue
    for (let n = 0; n < level.length; n++) level[n] -= weight * endChange[a][n]
  }
  for (let n = 0; n < level.length; n++) if (level[n] < 0) level[n] = 0
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let n = 0; n < one.length; n++) sum += one[n] * other[n]
  return sum
}

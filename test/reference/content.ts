/**
 * The content ladder by brute force, for tests: the cost of any shares, the best of all ways to cut the rungs into
 * blocks, and a search that moves share from rung to rung while that saves anything.
 *
 * At the optimum some floors hold with equality. They cut the rungs into blocks, inside which nothing is constrained
 * and shares are proportional to weights. So trying every set of binding floors, 2^(rungs-1) of them, finds it.
 */
export interface Ladder {
  readonly cost: number
  readonly shares: readonly number[]
}

/** Running maximum of the floors, the last one being 1. */
function cumulativeFloors(floors: readonly number[]): number[] {
  let reached = 0
  return floors.map((floor, k) => {
    reached = Math.max(reached, k === floors.length - 1 ? 1 : floor)
    return reached
  })
}

/** C(s), docs/model.md section 3, by the formula as it stands. */
export function costOfShares(weights: readonly number[], shares: readonly number[], theta: number): number {
  let total = 0
  let sum = 0
  weights.forEach((weight, k) => {
    total += weight
    sum += weight ** (1 / (theta + 1)) * shares[k] ** (theta / (theta + 1))
  })
  return sum ** (-(theta + 1) / theta) / total ** (-1 / theta)
}

export function meetsFloors(shares: readonly number[], floors: readonly number[], slack: number): boolean {
  const required = cumulativeFloors(floors)
  let cumulative = 0
  return shares.every((share, k) => {
    cumulative += share
    return cumulative >= required[k] - slack
  })
}

/** Shares when the floors at the ends of blocks, and no others, hold as equalities. Bit k of `cuts` ends one at k. */
function sharesOfBlocks(weights: readonly number[], required: readonly number[], cuts: number): number[] {
  const last = weights.length - 1
  const shares: number[] = []
  let from = 0
  let reached = 0
  for (let k = 0; k <= last; k++) {
    if (k < last && (cuts & (1 << k)) === 0) continue
    const weight = weights.slice(from, k + 1).reduce((sum, each) => sum + each, 0)
    for (let i = from; i <= k; i++) shares.push(((required[k] - reached) * weights[i]) / weight)
    from = k + 1
    reached = required[k]
  }
  return shares
}

/** The cheapest of all ways to cut the rungs into blocks. Weights must be positive. */
export function ladderByEnumeration(weights: readonly number[], floors: readonly number[], theta: number): Ladder {
  const required = cumulativeFloors(floors)
  let best: Ladder = { cost: Infinity, shares: [] }
  for (let cuts = 0; cuts < 1 << (weights.length - 1); cuts++) {
    const shares = sharesOfBlocks(weights, required, cuts)
    if (!meetsFloors(shares, floors, 1e-14)) continue
    const cost = costOfShares(weights, shares, theta)
    if (cost < best.cost) best = { cost, shares }
  }
  return best
}

/** Moves share between pairs of rungs, in ever smaller steps, while the objective falls and the floors are met. */
export function sharesBySearch(
  start: readonly number[],
  floors: readonly number[],
  objective: (shares: readonly number[]) => number,
): { readonly value: number; readonly shares: readonly number[] } {
  let shares = [...start]
  let value = objective(shares)
  for (let step = 0.1; step > 1e-7; step /= 2) {
    for (let improved = true; improved;) {
      improved = false
      for (let from = 0; from < shares.length; from++) {
        for (let to = 0; to < shares.length; to++) {
          const moved = Math.min(step, shares[from])
          if (from === to || moved <= 0) continue
          const trial = shares.map((share, k) => share + (k === to ? moved : k === from ? -moved : 0))
          if (!meetsFloors(trial, floors, 1e-15)) continue
          const trialValue = objective(trial)
          if (trialValue < value - 1e-15) {
            shares = trial
            value = trialValue
            improved = true
          }
        }
      }
    }
  }
  return { value, shares }
}

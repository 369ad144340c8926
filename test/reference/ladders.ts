/** Ladders and tables of content rules for tests: one call from plain numbers to cost and shares. */
import { pow } from '../../engine/math/elementary.ts'
import { contentLadder, contentLadderWithDuty, createLadder, type Ladder } from '../../engine/model/content/content.ts'
import { agreedWage } from '../../engine/model/content/labourWage.ts'
import type { FloorTable } from '../../engine/model/inputs/policy.ts'

/** A ladder with these floors. */
export function ladderWith(floors: ArrayLike<number>): Ladder {
  const ladder = createLadder(floors.length)
  ladder.floors.set(floors)
  return ladder
}

export interface Climbed {
  readonly cost: number
  readonly shares: number[]
}

export function climb(weights: readonly number[], floors: readonly number[], theta: number): Climbed {
  const ladder = ladderWith(floors)
  const cost = contentLadder(ladder, Float64Array.from(weights), 0, theta)
  return { cost, shares: [...ladder.shares] }
}

/** Under a duty on all rungs but the first, with `dutyStep` as in `contentLadderWithDuty`. */
export function climbWithDuty(
  weights: readonly number[],
  floors: readonly number[],
  theta: number,
  dutyStep: number,
): Climbed {
  const ladder = ladderWith(floors)
  const costFactor = pow(dutyStep, -theta)
  const cost = contentLadderWithDuty(ladder, Float64Array.from(weights), 0, theta, costFactor / dutyStep, costFactor)
  return { cost, shares: [...ladder.shares] }
}

/** Rules that ask nothing, to set one thing in. */
export function noContent(names: readonly string[]): FloorTable {
  const rows = names.length
  return {
    names,
    duty: new Float64Array(rows),
    dutyOnNonUsContent: new Float64Array(rows),
    sparedOrigins: new Uint8Array(rows).fill(1),
    floors: new Float64Array(rows * 4),
    coreFloor: new Float64Array(rows),
    labourWage: new Float64Array(rows).fill(agreedWage),
    labourCredits: new Float64Array(rows),
    chineseOwnedAreChinese: new Uint8Array(rows),
    rollUp: new Float64Array(rows).fill(1),
  }
}

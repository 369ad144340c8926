/** Room to choose a vehicle's parts in: one for each caller of `ladderCost`, so that nothing is allocated on the way. */
import { type Ladder, createLadder } from './content.ts'
import { originCount } from '../inputs/sets.ts'

export interface PartsLadder {
  /** All parts of the vehicle: the programme's floors go in, the shares by origin come out. */
  readonly vehicle: Ladder
  /** Core parts, and the other parts, where core parts must be raised to a floor of their own. */
  readonly core: Ladder
  readonly rest: Ladder
  /** [origin] unconstrained values of core parts and of the others; all together sum to 1. */
  readonly coreValue: Float64Array
  readonly restValue: Float64Array
  /** [origin] weights with a duty on content in them. */
  readonly charged: Float64Array
  /** [origin] weights in the order of a ladder on which Chinese-owned suppliers in Mexico stand behind allies. */
  readonly reordered: Float64Array
}

/** Room to choose the parts of one vehicle at a time. */
export function createPartsLadder(): PartsLadder {
  return {
    vehicle: createLadder(originCount),
    core: createLadder(originCount),
    rest: createLadder(originCount),
    coreValue: new Float64Array(originCount),
    restValue: new Float64Array(originCount),
    charged: new Float64Array(originCount),
    reordered: new Float64Array(originCount),
  }
}

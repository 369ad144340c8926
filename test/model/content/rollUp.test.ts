/** The part of content beyond what is there that a programme's customs admits. */
import { describe, it, expect } from 'vitest'
import { createPartsFloors, preparePartsFloors } from '../../../engine/model/content/partsFloors.ts'
import { noContent } from '../../reference/ladders.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'

/** Floor on parts of a vehicle assembled in the US, assembly 20% of cost: the regional rung. */
function partsFloor(rollUp: number): number {
  const table = { ...noContent(['one']), floors: Float64Array.of(0, 0, 0.75, 0), rollUp: Float64Array.of(rollUp) }
  const target = createPartsFloors(1)
  const parameters = {
    assemblyShare: 0.2,
    theta: 4,
    rvcSlack: 0.15,
    lvcSlack: 0,
    coreMix: { share: 0.5, odds: 1 },
    wageSpread: 0.14,
  }
  preparePartsFloors(table, parameters, smallIndustry(), target)
  return target.floors[3]
}

describe('roll-up', () => {
  it('lowers the regional floor by all, half or none of the slack', () => {
    expect(partsFloor(1)).toBeCloseTo((0.75 - 0.15 - 0.2) / 0.8, 12)
    expect(partsFloor(0.5)).toBeCloseTo((0.75 - 0.075 - 0.2) / 0.8, 12)
    expect(partsFloor(0)).toBeCloseTo((0.75 - 0.2) / 0.8, 12)
  })
})

/** Chinese-owned suppliers in Mexico: on the ladder of content, and as a part of what Mexico offers. */
import { describe, it, expect } from 'vitest'
import { type PartsFloors, createPartsFloors, preparePartsFloors } from '../../../engine/model/content/partsFloors.ts'
import { ladderCost } from '../../../engine/model/content/ladderCost.ts'
import { createPartsLadder } from '../../../engine/model/content/partsLadder.ts'
import { place } from '../../../engine/model/inputs/sets.ts'
import { createSourcing, sourceParts } from '../../../engine/model/content/sourcing.ts'
import { noContent } from '../../reference/ladders.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'

const weights = Float64Array.of(0.3, 0.05, 0.2, 0.15, 0.2, 0.1)

/** One programme with these floors [us, labour, regional, nonChinese]. */
function floorsOf(floors: readonly number[], chineseOwnedAreChinese: boolean): PartsFloors {
  const target = createPartsFloors(1)
  preparePartsFloors(
    {
      ...noContent(['rule']),
      floors: Float64Array.from(floors),
      chineseOwnedAreChinese: Uint8Array.of(chineseOwnedAreChinese ? 1 : 0),
    },
    { assemblyShare: 0.15, theta: 4, rvcSlack: 0, lvcSlack: 0, coreMix: { share: 0.5, odds: 1 }, wageSpread: 0.14 },
    smallIndustry(),
    target,
  )
  return target
}

function solve(floors: readonly number[], chineseOwned: boolean): { readonly cost: number; readonly shares: number[] } {
  const ladder = createPartsLadder()
  const cost = ladderCost(ladder, floorsOf(floors, chineseOwned), 0, place.MX, weights, 0)
  return { cost, shares: [...ladder.vehicle.shares] }
}

const onParts = (floor: number): number => (floor - 0.15) / 0.85

describe('a cap on Chinese content', () => {
  it('leaves Chinese-owned suppliers in Mexico alone, or meets them as well', () => {
    const [, , , mexican] = solve([0, 0, 0, 0.95], false).shares
    expect(mexican).toBeGreaterThan(0.15)
    const { shares, cost } = solve([0, 0, 0, 0.95], true)
    expect(shares[3] + shares[5]).toBeCloseTo(1 - onParts(0.95), 12)
    // They lose in the same proportion as parts from China do: buyers tell them apart no longer.
    expect(shares[3] / shares[5]).toBeCloseTo(0.15 / 0.1, 12)
    expect(shares[4] / shares[0]).toBeCloseTo(0.2 / 0.3, 12)
    expect(cost).toBeGreaterThan(solve([0, 0, 0, 0.95], false).cost)
  })

  it('takes them out of regional content', () => {
    const { shares } = solve([0, 0, 0.75, 0], true)
    expect(shares[0] + shares[1] + shares[2]).toBeCloseTo(onParts(0.75), 12)
    const usual = solve([0, 0, 0.75, 0], false).shares
    expect(usual[0] + usual[1] + usual[2] + usual[3]).toBeCloseTo(onParts(0.75), 12)
  })

  it('changes nothing where it asks nothing', () => {
    expect(solve([0, 0, 0, 0.3], true).shares).toEqual([...weights])
    expect(solve([0, 0, 0, 0.3], true).cost).toBe(solve([0, 0, 0, 0.3], false).cost)
  })
})

describe('the reach of Chinese-owned suppliers', () => {
  const theta = 4
  const shares = Float64Array.from([0, 1, 2, 3].flatMap(() => [...weights]))
  const bundle = (reach: number): { readonly share: number; readonly cost: number } => {
    const sourcing = createSourcing(1, 1)
    sourceParts(new Float64Array(24), reach, 0, shares, theta, sourcing)
    return { share: sourcing.weights[place.MX * 6 + 3], cost: sourcing.partsCost[place.MX] }
  }

  it('as in the base year changes nothing', () => {
    expect(bundle(1)).toEqual({ share: weights[3], cost: 1 })
  })

  it('doubled makes the bundle cheaper by what the model of sourcing says', () => {
    expect(bundle(2).share).toBeCloseTo(0.3 / 1.15, 12)
    expect(bundle(2).cost).toBeCloseTo(Math.pow(1.15, -1 / theta), 12)
  })

  it('of none means that they are barred, and the bundle dearer', () => {
    expect(bundle(0).share).toBe(0)
    expect(bundle(0).cost).toBeCloseTo(Math.pow(0.85, -1 / theta), 12)
  })
})

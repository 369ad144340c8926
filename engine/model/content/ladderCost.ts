/**
 * The cheapest parts that meet a programme's floors, through the content ladder. Section 3 of docs/model.md.
 *
 * Where a programme counts Chinese-owned suppliers in Mexico as Chinese, they stand behind the allies on its ladder:
 * US, CA, MX, ALLY, MX-CN, CN, and regional content ends with MX.
 */
import { usSpared, sparingLadder } from './chargedContent.ts'
import { contentLadder, contentLadderWithFactors } from './content.ts'
import { coreLadder } from './coreParts.ts'
import type { PartsFloors } from './partsFloors.ts'
import { originCount } from '../inputs/sets.ts'
import { chineseOwned, ally, lastRung, regionalKind } from './rungs.ts'

/** [origin] shares that `ladderCost` found last, in the usual order of origins. */
export const ladderShares: Float64Array = new Float64Array(originCount)
const rungFloors = new Float64Array(originCount)
const reordered = new Float64Array(originCount)

/**
 * Cost ratio of the cheapest parts that meet the floors, with their shares in `ladderShares`.
 *
 * @param spared origins that a duty on content spares, bit k for origin k; 0 where there is no such duty
 */
export function ladderCost(
  weights: Float64Array,
  weightOffset: number,
  floors: PartsFloors,
  programme: number,
  floorOffset: number,
  theta: number,
  spared: number,
): number {
  for (let k = 0; k < originCount; k++) rungFloors[k] = floors.floors[floorOffset + k]
  if (floors.chineseOwnedAreChinese[programme] === 0) {
    return ladder(weights, weightOffset, floors, programme, theta, spared)
  }
  for (let k = 0; k < originCount; k++) reordered[k] = weights[weightOffset + k]
  exchange(reordered)
  const ratio = ladder(reordered, 0, floors, programme, theta, exchangeSpared(spared))
  exchange(ladderShares)
  return ratio
}

/** Changes the places of Chinese-owned suppliers and allies. */
function exchange(shares: Float64Array): void {
  const kept = shares[chineseOwned]
  shares[chineseOwned] = shares[ally]
  shares[ally] = kept
}

/** The same in a set of spared origins. */
function exchangeSpared(spared: number): number {
  const kept = (spared >> chineseOwned) & 1
  const allied = (spared >> ally) & 1
  return kept === allied ? spared : spared ^ ((1 << chineseOwned) | (1 << ally))
}

/** The vehicle's floors, then that of core parts. */
function ladder(
  weights: Float64Array,
  offset: number,
  floors: PartsFloors,
  programme: number,
  theta: number,
  spared: number,
): number {
  const ratio = vehicleLadder(weights, offset, floors, programme, theta, spared)
  const floor = floors.core[programme]
  if (floor === 0) return ratio
  const rung = lastRung(regionalKind, floors.chineseOwnedAreChinese[programme] === 1)
  return coreLadder(
    ratio,
    weights,
    offset,
    rungFloors,
    floor,
    rung,
    floors.coreMix,
    theta,
    spared,
    floors.weightFactor[programme],
    ladderShares,
  )
}

function vehicleLadder(
  weights: Float64Array,
  offset: number,
  floors: PartsFloors,
  programme: number,
  theta: number,
  spared: number,
): number {
  if (spared === 0) return contentLadder(weights, offset, rungFloors, originCount, theta, ladderShares, 0)
  const weightFactor = floors.weightFactor[programme]
  if (spared !== usSpared) return sparingLadder(weights, offset, rungFloors, theta, weightFactor, spared, ladderShares)
  const costFactor = floors.costFactor[programme]
  return contentLadderWithFactors(
    weights,
    offset,
    rungFloors,
    originCount,
    theta,
    weightFactor,
    costFactor,
    ladderShares,
    0,
  )
}

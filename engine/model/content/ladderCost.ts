/**
 * The cheapest parts that meet a programme's floors, through the content ladder. Section 3 of docs/model.md.
 *
 * Where a programme counts Chinese-owned suppliers in Mexico as Chinese, they stand behind the allies on its ladder:
 * US, CA, MX, ALLY, MX-CN, CN, and regional content ends with MX.
 */
import { usSpared, sparingLadder } from './chargedContent.ts'
import { contentLadder, contentLadderWithDuty } from './content.ts'
import { coreLadder } from './coreParts.ts'
import { type PartsFloors, assemblyOrigins } from './partsFloors.ts'
import type { PartsLadder } from './partsLadder.ts'
import { exchangeChineseOwned } from './rungs.ts'
import { originCount } from '../inputs/sets.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const origins = originCount
const assemblyPlaces = assemblyOrigins

/**
 * Cost ratio, 1 or more, of the cheapest parts that meet the floors of a programme over unconstrained parts, before any
 * duty on content. Their shares go to `ladder.vehicle.shares` [origin], in the usual order of origins.
 *
 * @param assembledIn column of the assembly origin, see `assemblyOrigin`
 * @param weights [origin] of unconstrained parts, from `offset` on
 * @returns Infinity where no parts meet the floors
 */
export function ladderCost(
  ladder: PartsLadder,
  floors: PartsFloors,
  programme: number,
  assembledIn: number,
  weights: Float64Array,
  offset: number,
): number {
  const { vehicle, reordered } = ladder
  const row = (programme * assemblyPlaces + assembledIn) * origins
  for (let k = 0; k < origins; k++) vehicle.floors[k] = floors.floors[row + k]
  if (floors.chineseOwnedAreChinese[programme] === 0) return allFloors(ladder, floors, programme, weights, offset)
  for (let k = 0; k < origins; k++) reordered[k] = weights[offset + k]
  exchangeChineseOwned(reordered)
  const ratio = allFloors(ladder, floors, programme, reordered, 0)
  exchangeChineseOwned(vehicle.shares)
  return ratio
}

/** The vehicle's floors, then that of core parts; weights and shares in the order of the programme's ladder. */
function allFloors(
  ladder: PartsLadder,
  floors: PartsFloors,
  programme: number,
  weights: Float64Array,
  offset: number,
): number {
  const ratio = vehicleFloors(ladder, floors, programme, weights, offset)
  return floors.core[programme] === 0 ? ratio : coreLadder(ladder, ratio, floors, programme, weights, offset)
}

function vehicleFloors(
  ladder: PartsLadder,
  floors: PartsFloors,
  programme: number,
  weights: Float64Array,
  offset: number,
): number {
  const { theta } = floors
  const spared = floors.spared[programme]
  if (spared === 0) return contentLadder(ladder.vehicle, weights, offset, theta)
  const weightFactor = floors.weightFactor[programme]
  if (spared !== usSpared) return sparingLadder(ladder, weights, offset, theta, weightFactor, spared)
  return contentLadderWithDuty(ladder.vehicle, weights, offset, theta, weightFactor, floors.costFactor[programme])
}

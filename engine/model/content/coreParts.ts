/**
 * Core parts (engine, transmission, body and chassis, axles, suspension, steering, battery: USMCA Annex 4-B, Table A.2) as a
 * bundle of their own, with a floor on their regional content. Section 3 of docs/model.md.
 *
 * A line's parts are core parts, a share c of their value, and the rest. The odds of regional content of the core are a
 * multiple of those of the rest; inside and outside the region both have the line's own proportions. All parts stay one
 * bundle of the ladder with twice as many cells, a[b,k] the unconstrained value shares of bundle b from origin k:
 *
 *     C = [ sum_bk a[b,k]^(1/(theta+1)) s[b,k]^(theta/(theta+1)) ]^(-(theta+1)/theta)
 *
 * With floors on the vehicle alone, shares in both bundles change by the same factors rung by rung, and C is the ladder's own.
 * If core parts then miss their own floor:
 *
 *   1. the value of core parts in all parts stays what it is;
 *   2. a second ladder is solved for core parts, with that floor added to what they supply of the vehicle's floors;
 *   3. a third is solved for the other parts, with the vehicle's floors less what core parts now supply.
 *
 * So core parts count towards the vehicle's floors, and are paid for once.
 */
import { pow } from '../../math/elementary.ts'
import { spares } from './chargedContent.ts'
import { type CoreMix, coreRegionalShare } from './coreMix.ts'
import { type Ladder, contentLadder } from './content.ts'
import type { PartsFloors } from './partsFloors.ts'
import type { PartsLadder } from './partsLadder.ts'
import { lastRung, regionalKind } from './rungs.ts'
import { originCount } from '../inputs/sets.ts'

/**
 * Cost ratio of the parts that meet the vehicle's floors and the core's. Everything is in the order of the programme's
 * ladder.
 *
 * @param ladder its `vehicle` holds the vehicle's floors, and the shares of all parts that meet them; where core parts miss
 *   their floor with these, shares that meet it are written over them
 * @param ratio cost ratio with the vehicle's floors alone, which is returned where the core meets its floor with them
 * @param weights [rung] of all parts, from `offset` on
 * @returns Infinity where the line has no regional parts to raise
 */
export function coreLadder(
  ladder: PartsLadder,
  ratio: number,
  floors: PartsFloors,
  programme: number,
  weights: Float64Array,
  offset: number,
): number {
  if (ratio === Infinity) return ratio
  const { theta } = floors
  const floor = floors.core[programme]
  const regionalRung = lastRung(regionalKind, floors.chineseOwnedAreChinese[programme] === 1)
  splitParts(ladder, weights, offset, regionalRung, floors.coreMix)
  const value = coreUnderVehicleFloors(ladder)
  const { vehicle, core, rest, coreValue, restValue } = ladder
  let regional = 0
  for (let k = 0; k <= regionalRung; k++) regional += core.shares[k]
  if (regional >= floor) return ratio
  raiseFloors(ladder, floor, regionalRung)
  if (bundleLadder(ladder, core, coreValue, floors, programme) === Infinity) return Infinity
  leaveFloors(ladder, value)
  if (bundleLadder(ladder, rest, restValue, floors, programme) === Infinity) return Infinity
  for (let k = 0; k < originCount; k++) {
    core.shares[k] *= value
    rest.shares[k] *= 1 - value
    vehicle.shares[k] = core.shares[k] + rest.shares[k]
  }
  const power = theta / (theta + 1)
  return Math.max(1, pow(valueOf(coreValue, core.shares, power) + valueOf(restValue, rest.shares, power), -1 / power))
}

/** Fills `coreValue` and `restValue` with the unconstrained values, which sum to 1. */
function splitParts(
  { coreValue, restValue }: PartsLadder,
  weights: Float64Array,
  offset: number,
  regionalRung: number,
  mix: CoreMix,
): void {
  let total = 0
  let regional = 0
  for (let k = 0; k < originCount; k++) {
    total += weights[offset + k]
    if (k <= regionalRung) regional += weights[offset + k]
  }
  regional /= total
  const inCore = coreRegionalShare(regional, mix)
  const inside = regional > 0 ? (mix.share * inCore) / regional : 0
  const outside = regional < 1 ? (mix.share * (1 - inCore)) / (1 - regional) : 0
  for (let k = 0; k < originCount; k++) {
    const all = weights[offset + k] / total
    coreValue[k] = all * (k <= regionalRung ? inside : outside)
    restValue[k] = Math.max(0, all - coreValue[k])
  }
}

/** Value of core parts where both bundles have moved by the same slopes; the shares within them go to `core.shares`. */
function coreUnderVehicleFloors({ vehicle, core, coreValue, restValue }: PartsLadder): number {
  let value = 0
  for (let k = 0; k < originCount; k++) {
    core.shares[k] = coreValue[k] > 0 ? (vehicle.shares[k] * coreValue[k]) / (coreValue[k] + restValue[k]) : 0
    value += core.shares[k]
  }
  for (let k = 0; k < originCount; k++) core.shares[k] /= value
  return value
}

/** Floors of the core: what it carries of the vehicle's floors already, and its own. */
function raiseFloors({ vehicle, core }: PartsLadder, floor: number, regionalRung: number): void {
  let reached = 0
  for (let k = 0; k < originCount; k++) {
    reached += core.shares[k]
    const carried = vehicle.floors[k] > 0 ? reached : 0
    core.floors[k] = k === regionalRung ? Math.max(carried, floor) : carried
  }
}

/** Floors of the rest: what the core leaves of the vehicle's. */
function leaveFloors({ vehicle, core, rest }: PartsLadder, value: number): void {
  let reached = 0
  for (let k = 0; k < originCount; k++) {
    reached += core.shares[k] * value
    rest.floors[k] = vehicle.floors[k] > 0 ? Math.min(1, Math.max(0, (vehicle.floors[k] - reached) / (1 - value))) : 0
  }
}

/** Solves the ladder of one bundle, at weights that have a duty on content in them. */
function bundleLadder(
  { charged }: PartsLadder,
  bundle: Ladder,
  value: Float64Array,
  floors: PartsFloors,
  programme: number,
): number {
  const spared = floors.spared[programme]
  const weightFactor = floors.weightFactor[programme]
  for (let k = 0; k < originCount; k++) charged[k] = value[k] * (spared === 0 || spares(spared, k) ? 1 : weightFactor)
  return contentLadder(bundle, charged, 0, floors.theta)
}

/** A bundle's part of the sum in C. */
function valueOf(bundle: Float64Array, values: Float64Array, power: number): number {
  let sum = 0
  for (let k = 0; k < originCount; k++) if (bundle[k] > 0) sum += bundle[k] * pow(values[k] / bundle[k], power)
  return sum
}

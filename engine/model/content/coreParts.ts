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
 * With floors on the vehicle alone both bundles move by the same slopes, and C is the ladder's own. Where the core then falls
 * short of its floor, it is raised to it by a ladder of its own, at the value and at the part of every vehicle floor that it
 * had; the rest carries what is left of the vehicle's floors. So core parts count towards the vehicle, and are paid for once.
 */
import { pow } from '../../math/elementary.ts'
import { spares } from './chargedContent.ts'
import { contentLadder } from './content.ts'
import { originCount } from '../inputs/sets.ts'

export interface CoreMix {
  /** Core parts in the value of unconstrained parts, in (0, 1). */
  share: number
  /** Odds of regional content of core parts over those of the rest, > 0. */
  odds: number
}

/**
 * Regional share x of core parts where all parts have `regional`: c x + (1-c) y = regional and x/(1-x) = odds y/(1-y), a
 * quadratic in x of which one root lies in [0, 1].
 */
export function coreRegionalShare(regional: number, { share, odds }: CoreMix): number {
  const square = share * (1 - odds)
  const linear = 1 - share - regional + odds * (regional + share)
  return (2 * odds * regional) / (linear + Math.sqrt(linear * linear + 4 * square * odds * regional))
}

/** [origin] scratch of the two bundles: unconstrained values a[b,k], weights with duty on content, floors and shares. */
const core = new Float64Array(originCount)
const rest = new Float64Array(originCount)
const weighed = new Float64Array(originCount)
const rungFloors = new Float64Array(originCount)
const coreShares = new Float64Array(originCount)
const restShares = new Float64Array(originCount)

/**
 * Cost ratio of the parts that meet the vehicle's floors and the core's. Everything is in the order of the ladder.
 *
 * @param ratio cost ratio with the vehicle's floors alone, which is returned where the core meets its floor with them
 * @param shares [origin] shares of all parts at that ratio; those that also meet the core's floor are written over them
 * @param floors [rung] the vehicle's floors on parts
 * @param floor least regional content of core parts
 * @param regionalRung last rung of regional content
 * @param spared origins that a duty on content spares, 0 where there is none; `weightFactor` as in `sparingLadder`
 * @returns Infinity where the line has no regional parts to raise
 */
export function coreLadder(
  ratio: number,
  weights: Float64Array,
  offset: number,
  floors: Float64Array,
  floor: number,
  regionalRung: number,
  mix: CoreMix,
  theta: number,
  spared: number,
  weightFactor: number,
  shares: Float64Array,
): number {
  if (ratio === Infinity) return ratio
  splitParts(weights, offset, regionalRung, mix)
  const value = coreUnderVehicleFloors(shares)
  let regional = 0
  for (let k = 0; k <= regionalRung; k++) regional += coreShares[k]
  if (regional >= floor) return ratio
  raiseFloors(floors, floor, regionalRung)
  if (bundleLadder(core, theta, spared, weightFactor, coreShares) === Infinity) return Infinity
  leaveFloors(floors, value)
  if (bundleLadder(rest, theta, spared, weightFactor, restShares) === Infinity) return Infinity
  for (let k = 0; k < originCount; k++) {
    coreShares[k] *= value
    restShares[k] *= 1 - value
    shares[k] = coreShares[k] + restShares[k]
  }
  const power = theta / (theta + 1)
  return Math.max(1, pow(valueOf(core, coreShares, power) + valueOf(rest, restShares, power), -1 / power))
}

/** Fills `core` and `rest` with the unconstrained values, which sum to 1. */
function splitParts(weights: Float64Array, offset: number, regionalRung: number, mix: CoreMix): void {
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
    core[k] = all * (k <= regionalRung ? inside : outside)
    rest[k] = Math.max(0, all - core[k])
  }
}

/** Value of core parts where both bundles have moved by the same slopes; the core's shares go to `coreShares`. */
function coreUnderVehicleFloors(shares: Float64Array): number {
  let value = 0
  for (let k = 0; k < originCount; k++) {
    coreShares[k] = core[k] > 0 ? (shares[k] * core[k]) / (core[k] + rest[k]) : 0
    value += coreShares[k]
  }
  for (let k = 0; k < originCount; k++) coreShares[k] /= value
  return value
}

/** Floors of the core: what it carries of the vehicle's floors already, and its own. */
function raiseFloors(floors: Float64Array, floor: number, regionalRung: number): void {
  let reached = 0
  for (let k = 0; k < originCount; k++) {
    reached += coreShares[k]
    const carried = floors[k] > 0 ? reached : 0
    rungFloors[k] = k === regionalRung ? Math.max(carried, floor) : carried
  }
}

/** Floors of the rest: what the core leaves of the vehicle's. */
function leaveFloors(floors: Float64Array, value: number): void {
  let reached = 0
  for (let k = 0; k < originCount; k++) {
    reached += coreShares[k] * value
    rungFloors[k] = floors[k] > 0 ? Math.min(1, Math.max(0, (floors[k] - reached) / (1 - value))) : 0
  }
}

function bundleLadder(
  bundle: Float64Array,
  theta: number,
  spared: number,
  weightFactor: number,
  shares: Float64Array,
): number {
  for (let k = 0; k < originCount; k++) weighed[k] = bundle[k] * (spared === 0 || spares(spared, k) ? 1 : weightFactor)
  return contentLadder(weighed, 0, rungFloors, originCount, theta, shares, 0)
}

/** A bundle's part of the sum in C. */
function valueOf(bundle: Float64Array, values: Float64Array, power: number): number {
  let sum = 0
  for (let k = 0; k < originCount; k++) if (bundle[k] > 0) sum += bundle[k] * pow(values[k] / bundle[k], power)
  return sum
}

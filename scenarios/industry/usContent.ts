/**
 * Rule `us-content`: what customs counts as US content in Mexican-built cars is more than the content label shows
 * (docs/ model.md section 11). One factor on the odds of the US share of parts, the same for all Mexican-built lines,
 * is solved so that their US-bound sales have the wanted share of vehicle value. Mexican parts give way first, then all
 * others in proportion.
 */
import { originCount } from '../../engine/model/sets.ts'
import { assemblyShare, leastMexicanParts, usContentOfMexicanCars } from './judgement.ts'
import { writeShares } from './content.ts'
import type { Sketch } from './sketch.ts'

const mexicoPlace = 2
const mexicanOrigins = [2, 3] as const
const otherOrigins = [1, 4, 5] as const
const bisections = 200

export interface UsContent {
  /** [line x origin] */
  readonly shares: Float64Array
  /** Factor on the odds of the US share. */
  readonly factor: number
  /** Mean US share of vehicle value in US-bound Mexican cars before and after. */
  readonly before: number
  readonly after: number
}

/**
 * @param shares [line x origin] as labelled
 * @param value [line] US sales times price
 */
export function customsContent(sketch: Sketch, shares: Float64Array, value: Float64Array): UsContent {
  const isAdjusted = sketch.lines.map(({ place, product }) =>
    place === mexicoPlace && !sketch.mexicoOnly[sketch.products[product].maker])
  const wanted = usContentOfMexicanCars / (1 - assemblyShare)
  const meanAt = (factor: number): number => meanUsShare(adjustedShares(shares, isAdjusted, factor), value, isAdjusted)
  const before = meanUsShare(shares, value, isAdjusted)
  // No US-bound Mexican cars, or content that is there already: nothing to adjust.
  const isShort = before > 0 && before < wanted
  const factor = isShort ? solveFactor(meanAt, wanted) : 1
  const adjusted = isShort ? adjustedShares(shares, isAdjusted, factor) : shares
  const after = meanUsShare(adjusted, value, isAdjusted)
  return { shares: adjusted, factor, before: before * (1 - assemblyShare), after: after * (1 - assemblyShare) }
}

function adjustedShares(shares: Float64Array, chosen: readonly boolean[], factor: number): Float64Array {
  const adjusted = new Float64Array(shares)
  for (let j = 0; j < chosen.length; j++) {
    if (chosen[j]) writeShares(adjusted, j, shiftToUs(shares.subarray(j * originCount, (j + 1) * originCount), factor))
  }
  return adjusted
}

/** The factor at which the mean is as wanted, by bisection: the mean rises with the factor. */
function solveFactor(meanAt: (factor: number) => number, wanted: number): number {
  let low = 1
  let high = 2
  while (meanAt(high) < wanted) high *= 2
  for (let round = 0; round < bisections && high - low > 1e-14 * high; round++) {
    const middle = (low + high) / 2
    if (meanAt(middle) < wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Share with its odds multiplied. */
function atOdds(share: number, factor: number): number {
  return (factor * share) / (1 - share + factor * share)
}

function meanUsShare(shares: Float64Array, value: Float64Array, chosen: readonly boolean[]): number {
  let sum = 0
  let weight = 0
  for (let j = 0; j < value.length; j++) {
    if (!chosen[j]) continue
    sum += value[j] * shares[j * originCount]
    weight += value[j]
  }
  return weight > 0 ? sum / weight : 0
}

/** Moves what the US gains out of Mexican parts down to their floor, the rest out of all others. */
function shiftToUs(shares: Float64Array, factor: number): Float64Array {
  const shifted = new Float64Array(shares)
  shifted[0] = atOdds(shares[0], factor)
  const gain = shifted[0] - shares[0]
  const mexican = mexicanOrigins.reduce((sum, k) => sum + shares[k], 0)
  const fromMexican = Math.min(gain, Math.max(0, mexican - leastMexicanParts))
  const others = otherOrigins.reduce((sum, k) => sum + shares[k], 0)
  for (const k of mexicanOrigins) shifted[k] *= 1 - fromMexican / mexican
  for (const k of otherOrigins) shifted[k] *= Math.max(0, 1 - (gain - fromMexican) / others)
  return shifted
}

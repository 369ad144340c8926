/**
 * Duties on part of a vehicle's content: what they are charged on, and how makers choose parts under them. Section 3 of
 * docs/model.md. Section 232 charges what is not of US content in vehicles that meet the USMCA; Canada's counter-surtax
 * what is neither Canadian nor Mexican. A set of spared origins is a number whose bit k is set for origin k.
 */
import { pow } from '../../math/elementary.ts'
import { contentLadder } from './content.ts'
import type { PartsLadder } from './partsLadder.ts'
import type { Industry } from '../inputs/industry.ts'
import { origin, originCount, overseasPlace, place } from '../inputs/sets.ts'

// Constants of this file's own, since those of another one are slower to read.
const mexico = place.MX
const unitedStates = place.US
const mexican = origin.MX
const american = origin.US

/** US content alone is spared: the first rung of the ladder. */
export const usSpared = 1

/** Whether origin k is in the set. */
export function spares(spared: number, k: number): boolean {
  return ((spared >> k) & 1) === 1
}

/** US share of parts as customs counts it: US inputs inside Mexican parts are traced in vehicles built in Mexico. */
function countedUsParts(industry: Industry, shares: Float64Array, o: number): number {
  return shares[american] + (o === mexico ? industry.usTracing * shares[mexican] : 0)
}

/** Value that is not of US content: parts and assembly less the US share of parts, and assembly in the US. */
function nonUsValue(parts: number, usParts: number, assembly: number, o: number): number {
  return parts * (1 - usParts) + (o === unitedStates ? 0 : assembly)
}

/**
 * Value on which a duty on content is charged.
 *
 * @param shares [origin] of the value `parts`
 * @param assembly value of assembly, content of the place o where it is done
 */
export function chargedValue(
  industry: Industry,
  spared: number,
  shares: Float64Array,
  parts: number,
  assembly: number,
  o: number,
): number {
  if (spared === usSpared) return nonUsValue(parts, countedUsParts(industry, shares, o), assembly, o)
  let free = 0
  for (let k = 0; k < originCount; k++) if (spares(spared, k)) free += shares[k]
  if (o === mexico && spares(spared, american) && !spares(spared, mexican)) free += industry.usTracing * shares[mexican]
  return parts * (1 - free) + (o !== overseasPlace && spares(spared, o) ? 0 : assembly)
}

/**
 * Cost ratio of parts that meet the floors of `ladder.vehicle` under a duty on content that is not of the spared origins,
 * before duty; their shares go to `ladder.vehicle.shares`. As `contentLadderWithDuty`, for any set of spared origins: its
 * charged rungs weigh A times `weightFactor`, and the cost of the shares that follow is C(s) at the true A.
 *
 * @param weights [rung] A, from `offset` on
 */
export function sparingLadder(
  ladder: PartsLadder,
  weights: Float64Array,
  offset: number,
  theta: number,
  weightFactor: number,
  spared: number,
): number {
  const { vehicle, charged } = ladder
  const { shares } = vehicle
  let total = 0
  for (let k = 0; k < originCount; k++) {
    total += weights[offset + k]
    charged[k] = weights[offset + k] * (spares(spared, k) ? 1 : weightFactor)
  }
  if (contentLadder(vehicle, charged, 0, theta) === Infinity) return Infinity
  const power = theta / (theta + 1)
  let sum = 0
  for (let k = 0; k < originCount; k++) {
    const weight = weights[offset + k] / total
    if (weight > 0) sum += weight * pow(shares[k] / weight, power)
  }
  return Math.max(1, pow(sum, -1 / power))
}

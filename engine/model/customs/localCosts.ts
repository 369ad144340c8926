/**
 * Wages and exchange rates that change: what they make of the cost of assembly and of parts. Section 5 of docs/model.md.
 *
 *   assembly[o] = ( overhead (1 - l + l e) + labour w e ) / (overhead + labour)
 *   parts[k]    = 1 - l + (l - s) e + s w e
 *
 * w are real wages and e the value of the currency in USD, as multiples of the base year; l is the part of the cost of parts and
 * of overhead that is paid in local currency, s the part of the cost of parts that is wages. The rest is traded at world prices.
 * What a wage was in the base year does not move a line, since the gaps between places are drawn given the map; what it becomes
 * does.
 */
import type { Industry } from '../inputs/industry.ts'
import { type CompiledPolicy, ruleSetCount } from '../inputs/policy.ts'
import { origin, originCount, placeCount, regionPlaces } from '../inputs/sets.ts'

/** Drawn parameters of local costs. */
export interface LocalParameters {
  /** Wages in the cost of parts, and local currency in the cost of parts and of overhead: shares. */
  readonly labourInParts: number
  readonly localShare: number
  /** [US, CA, MX, overseas] drawn factors on labour cost in assembly. */
  readonly labourScale: Float64Array
}

/** Factors on costs; all are 1 where nothing changes. */
export interface LocalCosts {
  /** [set of rules x place] factor on the cost of assembly. */
  readonly assembly: Float64Array
  /** [set of rules x origin] factor on the price of parts before duty. */
  readonly parts: Float64Array
}

/** Country of the region that an origin of parts is paid in; -1 abroad. */
const countryOfOrigin = Int32Array.from({ length: originCount }, (_, k) => {
  if (k === origin.chineseInMexico) return origin.MX
  return k < regionPlaces ? k : -1
})

/** Room for so many sets of rules, at no change. */
export function createLocalCosts(sets: number): LocalCosts {
  return { assembly: new Float64Array(sets * placeCount).fill(1), parts: new Float64Array(sets * originCount).fill(1) }
}

/** Country of the region that an origin of parts is paid in; -1 abroad. */
export function countryOfParts(k: number): number {
  return countryOfOrigin[k]
}

/** Factor on the cost of assembly in country o, at wages and a currency that are multiples of those of the base year. */
export function assemblyFactor(
  { assemblyOverhead: overhead, labourCost }: Industry,
  { localShare, labourScale }: LocalParameters,
  o: number,
  wage: number,
  currency: number,
): number {
  const labour = labourCost[o] * labourScale[o]
  const now = overhead * (1 - localShare + localShare * currency) + labour * (wage * currency)
  return currency === 1 && wage * currency === 1 ? 1 : now / (overhead + labour)
}

/** Factor on the price of parts made in a country, before duty. */
export function partsFactor({ labourInParts, localShare }: LocalParameters, wage: number, currency: number): number {
  const factor = 1 - localShare + (localShare - labourInParts) * currency + labourInParts * (wage * currency)
  return currency === 1 && wage * currency === 1 ? 1 : factor
}

/** Fills the factors of all sets of rules, once a replicate. A policy without such changes leaves them at 1. */
export function priceLocalCosts(
  industry: Industry,
  policy: CompiledPolicy,
  parameters: LocalParameters,
  target: LocalCosts,
): void {
  if (!policy.hasEconomy) return
  const { wageChange, currencyChange } = policy
  const sets = ruleSetCount(policy)
  for (let r = 0; r < sets; r++) {
    for (let o = 0; o < regionPlaces; o++) {
      const at = r * regionPlaces + o
      target.assembly[r * placeCount + o] = assemblyFactor(
        industry,
        parameters,
        o,
        1 + wageChange[at],
        1 + currencyChange[at],
      )
    }
    for (let k = 0; k < originCount; k++) {
      const o = countryOfOrigin[k]
      if (o < 0) continue
      const at = r * regionPlaces + o
      target.parts[r * originCount + k] = partsFactor(parameters, 1 + wageChange[at], 1 + currencyChange[at])
    }
  }
}

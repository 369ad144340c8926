/**
 * Steel and aluminium as a small bundle of their own inside parts: duties on metals, limits on their export, and rules that
 * ask where metal was melted and poured. Section 3 of docs/model.md.
 *
 *   factor = 1 + share * (M - 1),     M = (sum_k A[k] p[k]^-theta)^(-1/theta) * (1 + e * supply withheld)
 *
 * A are shares by origin of the metal in parts at a place, p[k] = 1 + duty on origin k; domestic metal rises by a drawn part
 * (pass-through) of the mean duty on imports. The factor is one for all parts at a place of assembly: duties on metals
 * reach imported parts as duties on derivative products. Theta is that of parts.
 */
import { pow } from '../../math/elementary.ts'
import { type Ladder, createLadder, contentLadder } from '../content/content.ts'
import { type CompiledPolicy, ruleSetCount } from '../inputs/policy.ts'
import { origin, placeCount, originCount, overseasPlace } from '../inputs/sets.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount
const origins = originCount

/**
 * [place x origin] where the metal in parts comes from: judgement. The US imports about a quarter of its finished steel
 * and half of its aluminium, most of that from Canada (USGS Mineral Commodity Summaries 2025); Canada and Mexico buy about
 * half abroad, Canada from the US, Mexico from the US and overseas. Metals overseas are left alone.
 */
const baseShares: readonly number[] = [
  0.7, 0.15, 0.03, 0, 0.11, 0.01, 0.35, 0.53, 0.01, 0, 0.09, 0.02, 0.2, 0.02, 0.52, 0, 0.22, 0.04, 0, 0, 0, 0, 1, 0,
]

export interface Metals {
  /** [regime x place] cost factor of parts. */
  readonly factor: Float64Array
  /** [regime x place] duty on metals as a share of the value of parts before duty on the parts themselves. */
  readonly duty: Float64Array
  /** [regime x programme x place] factor on parts that meet the programme's floor on metals. */
  readonly premium: Float64Array
  /** [origin] weights A p^-theta of the place in hand, and the ladder that they meet a floor on. */
  readonly weights: Float64Array
  readonly ladder: Ladder
}

/** Drawn parameters of metals. */
export interface MetalsParameters {
  /** Share of metals in the value of parts. */
  readonly share: number
  readonly passThrough: number
  /** Rise of price, as a fraction, for each unit of supply withheld. */
  readonly limitElasticity: number
}

/** Tables at their values without any rule on metals. */
export function createMetals(regimes: number, programmes: number): Metals {
  return {
    factor: new Float64Array(regimes * places).fill(1),
    duty: new Float64Array(regimes * places),
    premium: new Float64Array(regimes * programmes * places).fill(1),
    weights: new Float64Array(origins),
    ladder: createLadder(origins),
  }
}

/** Fills the tables of all regimes, once a replicate. A policy without metals leaves them as they are created. */
export function priceMetals(policy: CompiledPolicy, parameters: MetalsParameters, theta: number, target: Metals): void {
  if (!policy.hasMetals) return
  const sets = ruleSetCount(policy)
  for (let r = 0; r < sets; r++) {
    for (let o = 0; o < overseasPlace; o++) pricePlace(policy, parameters, theta, r, o, target)
  }
}

/** Fills the tables of one regime at one place of the region. */
function pricePlace(
  policy: CompiledPolicy,
  parameters: MetalsParameters,
  theta: number,
  r: number,
  o: number,
  target: Metals,
): void {
  const { share } = parameters
  const total = weighMetals(policy, parameters, theta, r, o, target.weights)
  const level = 1 + parameters.limitElasticity * withheld(policy, r, o)
  const cost = (total === 1 ? 1 : pow(total, -1 / theta)) * level
  const factor = 1 + share * (cost - 1)
  target.factor[r * places + o] = factor
  let duty = 0
  for (let k = 0; k < origins; k++) {
    const rate = policy.metalsDuty[(r * places + o) * origins + k]
    duty += (target.weights[k] / total) * (rate / (1 + rate))
  }
  target.duty[r * places + o] = (share * cost * duty) / factor
  const programmes = policy.programmes.names.length
  for (let programme = 0; programme < programmes; programme++) {
    const floor = policy.programmes.metalsFloor[programme]
    const ratio = floor === 0 ? 1 : floorRatio(target, floor, theta)
    // Without a floor that binds the premium is exactly 1.
    const premium = ratio === 1 ? 1 : (1 + share * (cost * ratio - 1)) / factor
    target.premium[(r * programmes + programme) * places + o] = premium
  }
}

/** Fills `weights` with A p^-theta and returns their sum, 1 where nothing is charged. */
function weighMetals(
  policy: CompiledPolicy,
  { passThrough }: MetalsParameters,
  theta: number,
  r: number,
  o: number,
  weights: Float64Array,
): number {
  let imported = 0
  let charged = 0
  for (let k = 0; k < origins; k++) {
    if (k === o) continue
    imported += baseShares[o * origins + k]
    charged += baseShares[o * origins + k] * policy.metalsDuty[(r * places + o) * origins + k]
  }
  const rise = charged === 0 ? 0 : (passThrough * charged) / imported
  let total = 0
  for (let k = 0; k < origins; k++) {
    const dearer = k === o ? rise : policy.metalsDuty[(r * places + o) * origins + k]
    const before = baseShares[o * origins + k]
    weights[k] = dearer === 0 ? before : before * pow(1 + dearer, -theta)
    total += weights[k]
  }
  return charged === 0 ? 1 : total
}

/** Part of a place's base-year supply that exporters withhold. */
function withheld(policy: CompiledPolicy, r: number, o: number): number {
  let sum = 0
  for (let k = 0; k < origins; k++) {
    sum += baseShares[o * origins + k] * policy.metalsLimit[(r * places + o) * origins + k]
  }
  return sum
}

/**
 * Cost ratio of metals of which the share `floor` is melted in the three countries, at the weights of the place. The content
 * ladder of parts serves here; Chinese-owned suppliers in Mexico melt there.
 */
function floorRatio({ ladder, weights }: Metals, floor: number, theta: number): number {
  ladder.floors.fill(0)
  ladder.floors[origin.chineseInMexico] = floor
  return contentLadder(ladder, weights, 0, theta)
}

/** Factor on the cost of parts at place o of vehicles that claim the programme under regime r; 1 where it asks no metals. */
export function metalsPremium(policy: CompiledPolicy, metals: Metals, r: number, programme: number, o: number): number {
  return metals.premium[(r * policy.programmes.names.length + programme) * places + o]
}

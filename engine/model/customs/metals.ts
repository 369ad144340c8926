/**
 * Steel and aluminium as a small bundle of their own inside parts: duties on metals, limits on their export, and rules that
 * ask where metal was melted and poured. Section 3 of docs/model.md; figures in scenarios/data/metals.csv.
 *
 *   factor = 1 + share * coverage * (M - 1),   M = (sum_k A[k] p[k]^-theta)^(-1/theta) * (1 + e * supply withheld)
 *
 * A are shares by origin of the metal bought at a place. Domestic metal rises by a drawn part (pass-through) of the mean duty
 * on imports; metal of another country of the region by a drawn part of that country's own rise, and by the duty on it:
 * p[k] = (1 + duty) (1 + rise). Coverage is the part of the metal in parts that is at these prices: overseas parts that pay
 * duty as vehicle parts pay none on their metal. The factor is one for all parts at a place of assembly. Theta is that of parts.
 */
import { pow } from '../../math/elementary.ts'
import { type Ladder, createLadder, contentLadder } from '../content/content.ts'
import { type CompiledPolicy, ruleSetCount } from '../inputs/policy.ts'
import { origin, placeCount, originCount, overseasPlace } from '../inputs/sets.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount
const origins = originCount

/**
 * [place x origin] where the metal in parts comes from. The US imports a quarter of its steel, a quarter of that from Canada,
 * and half of its aluminium, most of it from Canada (metals.csv): by cost, 60% steel, two thirds are its own. The rest is
 * judgement: Canada and Mexico buy about half abroad, Canada from the US, Mexico from the US and overseas. Metals overseas
 * are left alone.
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
  /** [place] rise of the price of domestic metal under the regime in hand. */
  readonly rise: Float64Array
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
  /** Part of the metal in parts that is at the prices of the place of assembly. */
  readonly coverage: number
  /** Part of a country's rise that its metal carries to the other places of the region. */
  readonly neighbourRise: number
}

/** Tables at their values without any rule on metals. */
export function createMetals(regimes: number, programmes: number): Metals {
  return {
    factor: new Float64Array(regimes * places).fill(1),
    duty: new Float64Array(regimes * places),
    premium: new Float64Array(regimes * programmes * places).fill(1),
    rise: new Float64Array(places),
    weights: new Float64Array(origins),
    ladder: createLadder(origins),
  }
}

/** Fills the tables of all regimes, once a replicate. A policy without metals leaves them as they are created. */
export function priceMetals(policy: CompiledPolicy, parameters: MetalsParameters, theta: number, target: Metals): void {
  if (!policy.hasMetals) return
  const sets = ruleSetCount(policy)
  for (let r = 0; r < sets; r++) {
    for (let o = 0; o < overseasPlace; o++) target.rise[o] = domesticRise(policy, parameters.passThrough, r, o)
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
  const share = parameters.share * parameters.coverage
  const total = weighMetals(policy, parameters.neighbourRise, theta, r, o, target)
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

/** Rise of the price of a place's own metal: the drawn part of the mean duty on what it imports. */
function domesticRise(policy: CompiledPolicy, passThrough: number, r: number, o: number): number {
  let imported = 0
  let charged = 0
  for (let k = 0; k < origins; k++) {
    if (k === o) continue
    imported += baseShares[o * origins + k]
    charged += baseShares[o * origins + k] * policy.metalsDuty[(r * places + o) * origins + k]
  }
  return charged === 0 ? 0 : (passThrough * charged) / imported
}

/** Fills the weights of place o with A p^-theta and returns their sum, 1 where nothing is dearer. */
function weighMetals(
  policy: CompiledPolicy,
  neighbourRise: number,
  theta: number,
  r: number,
  o: number,
  { rise, weights }: Metals,
): number {
  let total = 0
  let changed = false
  for (let k = 0; k < origins; k++) {
    // The first origins are the places of the region, in the same order.
    const own = k < overseasPlace ? rise[k] : 0
    const price =
      k === o ? 1 + own : (1 + policy.metalsDuty[(r * places + o) * origins + k]) * (1 + neighbourRise * own)
    const before = baseShares[o * origins + k]
    if (price !== 1) changed = true
    weights[k] = price === 1 ? before : before * pow(price, -theta)
    total += weights[k]
  }
  return changed ? total : 1
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

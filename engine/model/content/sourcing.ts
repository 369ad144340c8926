/**
 * Parts by origin at every place a line could be built, before any content rule. Section 3 of docs/model.md.
 *
 * The share of origin k is proportional to A[k] = T[k] * c[k]^-theta. The base-year shares already hold T and the base
 * costs, so a regime changes them only through its duties on parts: A[k] = share[k] * ((1+duty)/(1+base duty))^-theta.
 * So does a regime's multiple of T for Chinese-owned suppliers in Mexico. The unconstrained cost of the bundle,
 * relative to the base policy, is (sum of A)^(-1/theta).
 */
import { pow } from '../../math/elementary.ts'
import { origin, placeCount, originCount } from '../inputs/sets.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount
const origins = originCount

export interface Sourcing {
  /** [regime x line x place x origin] shares without a content rule, sum 1. */
  readonly weights: Float64Array
  /** [regime x line x place] cost of the unconstrained bundle relative to the base policy at that place. */
  readonly partsCost: Float64Array
  /** [origin] scratch: ((1+duty)/(1+base duty))^-theta of the regime and place at hand. */
  readonly dutyPower: Float64Array
}

/** Room for the parts of so many regimes and lines; `sourceParts` fills it. */
export function createSourcing(regimes: number, lines: number): Sourcing {
  return {
    weights: new Float64Array(regimes * lines * places * origins),
    partsCost: new Float64Array(regimes * lines * places),
    dutyPower: new Float64Array(origins),
  }
}

/** Powers of one place's duties in regime r, and suppliers' reach; returns whether any differs from the base policy. */
function powersOfDuties(
  charge: Float64Array,
  r: number,
  o: number,
  theta: number,
  chineseSuppliers: number,
  dutyPower: Float64Array,
): boolean {
  let differs = false
  for (let k = 0; k < origins; k++) {
    const now = charge[(r * places + o) * origins + k]
    const base = charge[o * origins + k]
    dutyPower[k] = now === base ? 1 : pow((1 + now) / (1 + base), -theta)
    if (now !== base) differs = true
  }
  if (chineseSuppliers !== 1) {
    dutyPower[origin.chineseInMexico] *= chineseSuppliers
    differs = true
  }
  return differs
}

/**
 * Fills weights and parts costs of regime r. `chineseSuppliers` multiplies the weight T that Chinese-owned suppliers in
 * Mexico have in the base year: more of them make the bundle cheaper, fewer dearer.
 *
 * @param charge [regime x place x origin] what parts pay above their price, a share of it: see `partsClaims`
 * @param chineseSuppliers reach of Chinese-owned suppliers in Mexico under r as a multiple of the base year
 * @param baseShares [line x place x origin] shares under the base policy
 * @param theta dispersion of part costs
 */
export function sourceParts(
  charge: Float64Array,
  chineseSuppliers: number,
  r: number,
  baseShares: Float64Array,
  theta: number,
  sourcing: Sourcing,
): void {
  const { weights, partsCost, dutyPower } = sourcing
  const cells = baseShares.length / origins
  const lines = cells / places
  weights.set(baseShares, r * cells * origins)
  partsCost.fill(1, r * cells, (r + 1) * cells)
  for (let o = 0; o < places; o++) {
    if (!powersOfDuties(charge, r, o, theta, chineseSuppliers, dutyPower)) continue
    for (let j = 0; j < lines; j++) sourceLine(theta, r * cells + j * places + o, sourcing)
  }
}

/** Raises the cost of parts at a place by a factor that meets all origins alike. */
export function raiseParts(factor: number, r: number, o: number, lines: number, { partsCost }: Sourcing): void {
  if (factor === 1) return
  for (let j = 0; j < lines; j++) partsCost[(r * lines + j) * places + o] *= factor
}

/** Turns the base shares in one cell's weights into those under the duties of `dutyPower`. */
function sourceLine(theta: number, cell: number, { weights, partsCost, dutyPower }: Sourcing): void {
  const start = cell * origins
  let total = 0
  for (let k = 0; k < origins; k++) {
    weights[start + k] *= dutyPower[k]
    total += weights[start + k]
  }
  // A place where the line may not go has no shares.
  if (total === 0) return
  for (let k = 0; k < origins; k++) weights[start + k] /= total
  partsCost[cell] = pow(total, -1 / theta)
}

/**
 * Parts by origin at every place a line could be built, before any content rule. Section 3 of docs/model.md.
 *
 * The share of origin k is proportional to A[k] = T[k] * c[k]^-theta. The base-year shares already hold T and the base
 * costs, so a regime changes them only through its duties on parts: A[k] = share[k] * ((1+duty)/(1+base duty))^-theta.
 * The unconstrained cost of the bundle, relative to the base policy, is (sum of A)^(-1/theta).
 */
import { pow } from '../math/elementary.ts'
import { originCount, placeCount } from './sets.ts'

export interface Sourcing {
  /** [regime x line x place x origin] shares without a content rule, sum 1. */
  readonly weights: Float64Array
  /** [regime x line x place] cost of the unconstrained bundle relative to the base policy at that place. */
  readonly partsCost: Float64Array
  /** [place x origin] scratch: ((1+duty)/(1+base duty))^-theta of the regime at hand. */
  readonly dutyPower: Float64Array
}

export function createSourcing(regimes: number, lines: number): Sourcing {
  return {
    weights: new Float64Array(regimes * lines * placeCount * originCount),
    partsCost: new Float64Array(regimes * lines * placeCount),
    dutyPower: new Float64Array(placeCount * originCount),
  }
}

/** Returns whether any duty differs from the base policy. */
function powersOfDuties(partsDuty: Float64Array, r: number, theta: number, dutyPower: Float64Array): boolean {
  let differs = false
  const size = placeCount * originCount
  for (let cell = 0; cell < size; cell++) {
    const now = partsDuty[r * size + cell]
    const base = partsDuty[cell]
    dutyPower[cell] = now === base ? 1 : pow((1 + now) / (1 + base), -theta)
    if (now !== base) differs = true
  }
  return differs
}

/** Fills weights and parts costs of regime r from the base shares `[line x place x origin]`. */
export function sourceParts(
  partsDuty: Float64Array,
  r: number,
  lines: number,
  baseShares: Float64Array,
  theta: number,
  sourcing: Sourcing,
): void {
  const { weights, partsCost, dutyPower } = sourcing
  const differs = powersOfDuties(partsDuty, r, theta, dutyPower)
  const cells = lines * placeCount
  const start = r * cells * originCount
  if (!differs) {
    weights.set(baseShares, start)
    partsCost.fill(1, r * cells, (r + 1) * cells)
    return
  }
  for (let cell = 0; cell < cells; cell++) {
    const place = cell % placeCount
    let total = 0
    for (let k = 0; k < originCount; k++) {
      const weight = baseShares[cell * originCount + k] * dutyPower[place * originCount + k]
      weights[start + cell * originCount + k] = weight
      total += weight
    }
    if (total === 0) {
      partsCost[r * cells + cell] = 1
      continue
    }
    for (let k = 0; k < originCount; k++) {
      weights[start + cell * originCount + k] = weights[start + cell * originCount + k] / total
    }
    partsCost[r * cells + cell] = pow(total, -1 / theta)
  }
}

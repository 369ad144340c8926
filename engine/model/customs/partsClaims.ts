/**
 * Which parts from partner countries claim the agreement's preference, and what parts cost above their price. Section 3 of
 * docs/model.md.
 *
 * Of the parts of an origin a part g meets the rules of origin. To prove it costs each its own share c of value, lognormal
 * over parts with median m and dispersion s. Where those that do not claim pay d, whoever has c < d claims:
 *
 *   claimed = g Phi(x),   x = (ln d - ln m) / s,   duty = d (1 - claimed),   papers = g m exp(s^2/2) Phi(x - s)
 *
 * each as a share of the price before duty, the mean over the origin's parts; where wages or exchange rates change that price, the
 * charge holds the change, and all are shares of the price of the base year. The duty goes to the treasury, papers are work.
 * The more there is to save, the more claim, which is what customs statistics show (usmca_claims.csv in scenarios/data).
 */
import { exp, log } from '../../math/elementary.ts'
import { normalCdf } from '../../math/normalQuantile.ts'
import type { LocalCosts } from './localCosts.ts'
import { type CompiledPolicy, type SpellTable, isMean, ruleSetCount } from '../inputs/policy.ts'
import { origin, originCount, placeCount } from '../inputs/sets.ts'

const cellsPerSet = placeCount * originCount

/** Drawn parameters of claims. */
export interface ClaimParameters {
  /** Median over parts of the cost of proving origin, a share of value; and the dispersion of its logarithm. */
  readonly median: number
  readonly spread: number
  /** Parts of Canada and of Mexico that meet the rules of origin, shares of value. */
  readonly originatingCA: number
  readonly originatingMX: number
}

/** All are [set of rules x place x origin]. */
export interface PartsCharges {
  /** What parts cost above their price of the base year: duty, papers, and what wages and exchange rates add; a share of it. */
  readonly charge: Float64Array
  /** The duty alone, on the mean of those that claim and those that do not. */
  readonly duty: Float64Array
  /** Share of value that claims a preference; 0 where there is nothing to save. */
  readonly claimed: Float64Array
}

/** Room for so many sets of rules. */
export function createPartsCharges(sets: number): PartsCharges {
  const cells = sets * cellsPerSet
  return { charge: new Float64Array(cells), duty: new Float64Array(cells), claimed: new Float64Array(cells) }
}

/** Fills the charges of all sets of rules, once a replicate. Without a duty on what does not claim they are the duties as written. */
export function chargeParts(
  policy: CompiledPolicy,
  claims: ClaimParameters,
  { parts: price }: LocalCosts,
  charges: PartsCharges,
): void {
  const sets = ruleSetCount(policy)
  charges.charge.set(policy.partsDuty)
  charges.duty.set(policy.partsDuty)
  for (let cell = 0; cell < sets * cellsPerSet; cell++) {
    const unclaimed = policy.unclaimedPartsDuty[cell]
    if (unclaimed > 0) claim(unclaimed, originating(claims, cell % originCount), claims, cell, charges)
    else charges.claimed[cell] = 0
    const factor = price[Math.floor(cell / cellsPerSet) * originCount + (cell % originCount)]
    if (factor !== 1) reprice(factor, cell, charges)
  }
  const { spells } = policy
  if (spells === undefined) return
  for (let r = 0; r < policy.regimes.length; r++) if (isMean(spells, r)) meanOfSpells(policy, spells, r, charges)
}

/** Counts duty and charge on a price that is a multiple of the base year's, as shares of that of the base year. */
function reprice(factor: number, cell: number, { charge, duty }: PartsCharges): void {
  duty[cell] *= factor
  charge[cell] = factor * (1 + charge[cell]) - 1
}

/** Part of an origin's parts that meets the rules. Chinese-owned suppliers in Mexico are in the statistics of Mexico. */
function originating(claims: ClaimParameters, k: number): number {
  if (k === origin.CA) return claims.originatingCA
  return k === origin.MX || k === origin.chineseInMexico ? claims.originatingMX : 1
}

/** Adds what the margin of claims comes to in one cell, at the duty d on what does not claim. */
function claim(
  d: number,
  share: number,
  { median, spread }: ClaimParameters,
  cell: number,
  charges: PartsCharges,
): void {
  const { charge, duty, claimed } = charges
  const all = median <= 0 || (spread === 0 && median < d)
  const x = all ? Infinity : spread === 0 ? -Infinity : (log(d) - log(median)) / spread
  const part = share * normalCdf(x)
  const papers = share * median * exp((spread * spread) / 2) * normalCdf(x - spread)
  claimed[cell] = part
  duty[cell] += d * (1 - part)
  charge[cell] += d * (1 - part) + papers
}

/** A year within which rules change has the means over its spells by days, where any of them has a margin of claims. */
function meanOfSpells(policy: CompiledPolicy, spells: SpellTable, r: number, charges: PartsCharges): void {
  const { off, sets, weights } = spells
  for (let n = 0; n < cellsPerSet; n++) {
    if (policy.unclaimedPartsDuty[r * cellsPerSet + n] === 0 && !policy.hasEconomy) continue
    const cell = r * cellsPerSet + n
    charges.charge[cell] = 0
    charges.duty[cell] = 0
    charges.claimed[cell] = 0
    for (let s = off[r]; s < off[r + 1]; s++) {
      const from = sets[s] * cellsPerSet + n
      charges.charge[cell] += weights[s] * charges.charge[from]
      charges.duty[cell] += weights[s] * charges.duty[from]
      charges.claimed[cell] += weights[s] * charges.claimed[from]
    }
  }
}

/** How much of a line's parts are core parts, and how much of those is regional. Section 3 of docs/model.md. */

/** What a replicate draws about core parts. */
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

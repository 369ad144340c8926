/**
 * Location efficiency, drawn so that every draw reproduces the map of the base year. Section 7 of docs/model.md.
 *
 * A line would be built at place o with probability pi[o] (the prior). With Frechet efficiencies of dispersion thetaLoc
 * the log attraction of o is ln pi[o] + Gumbel noise; the observed place has the greatest. Two facts make the conditional
 * draw exact: the maximum of Gumbel variables is a Gumbel variable independent of which one attains it, and given the
 * maximum M the others are Gumbel variables truncated below M. (Tintelnot 2017 and Head and Mayer 2019 use the same
 * distribution of plant efficiencies; the truncation is the standard inverse-distribution argument.)
 */
import { log } from '../../math/elementary.ts'
import { placeCount } from '../inputs/sets.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount

/**
 * Log attraction of a place, drawn below the maximum: x = v - ln(exp(v - M) - ln u), with v = ln prior.
 * Written with the prior itself, exp(v - M) = prior * exp(-M), and exp(-M) = -ln(uMaximum).
 */
function gapBelowMaximum(prior: number, minusLogMaximum: number, uniform: number): number {
  // exp(-(x - v)) = prior * exp(-M) - ln u, so M - x = ln(prior*exp(-M) - ln u) - ln(prior) + M.
  return log((prior * minusLogMaximum - log(uniform)) / (prior * minusLogMaximum))
}

/**
 * Log cost gaps of one line's places to the place where it is built. `prior` and `gaps` are [line x place]; the line's
 * places begin at `offset` in both.
 *
 * @param prior probabilities that sum to 1 over the places it may go to; 0 elsewhere
 * @param observed the place where it is built: gap 0
 * @param uniforms [1 + place] the first draws the maximum, the others a place each
 * @param thetaLocation Frechet dispersion
 * @param gaps receives ln(delivered cost there / delivered cost at the observed place) under the base policy:
 *   never negative, Infinity where the line may not go
 */
export function drawLocationGaps(
  prior: Float64Array,
  offset: number,
  observed: number,
  uniforms: Float64Array,
  thetaLocation: number,
  gaps: Float64Array,
): void {
  const minusLogMaximum = -log(uniforms[0])
  for (let o = 0; o < places; o++) {
    const share = prior[offset + o]
    if (o === observed) gaps[offset + o] = 0
    else if (share === 0) gaps[offset + o] = Infinity
    else gaps[offset + o] = gapBelowMaximum(share, minusLogMaximum, uniforms[1 + o]) / thetaLocation
  }
}

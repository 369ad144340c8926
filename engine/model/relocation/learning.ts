/**
 * Belief in threats that do not land fades: after n years in which a threatened regime could have come and did not, its
 * believed yearly chance p is p * weight / (weight + n). That is the posterior mean of a chance whose Beta prior has mean p and
 * the weight of so many years (DeGroot and Schervish, Probability and Statistics, section 7.3). Section 8 of docs/model.md.
 *
 * `scenarios/compile` writes the chains, one for each n; this file counts the years.
 */
import { type Beliefs, prepareBeliefs } from './beliefs.ts'
import { longestCycle } from '../inputs/sets.ts'
import type { CompiledPolicy } from '../inputs/policy.ts'

/** What makers who learn would believe after any number of quiet years, and how many there have been. */
export interface Learning {
  /** [quiet years 0..years] what makers expect then. */
  readonly beliefs: readonly Beliefs[]
  /** [year 0..years x regime] 1 where makers thought that a threat might come in the year, from the regime before it. */
  readonly atRisk: Uint8Array
  /** [regime x regime] 1 where going from the first to the second is a threat that lands. */
  readonly lands: Uint8Array
  /** Years at risk in a row, up to now, in which no threat landed. */
  quietYears: number
}

/**
 * Expectations after every number of quiet years, worked out once a scenario.
 *
 * @param prior the expectations before any, of `policy.belief`
 * @returns undefined where makers do not learn
 */
export function createLearning({ belief, learning }: CompiledPolicy, prior: Beliefs): Learning | undefined {
  if (learning === undefined) return undefined
  const { regimes, years } = prior
  const after = learning.chains.map((chain) => prepareBeliefs(chain, regimes, years))
  const atRisk = new Uint8Array((years + 1) * regimes)
  // A year can teach something where one quiet year would have changed what was believed of it.
  for (let n = 0; n < years * regimes; n++) {
    const differs = (to: number): boolean => {
      const cell = n * regimes + to
      return learning.chains[0].yearly[cell] !== belief.yearly[cell]
    }
    for (let to = 0; to < regimes; to++) if (differs(to)) atRisk[regimes + n] = 1
  }
  return { beliefs: [prior, ...after], atRisk, lands: learning.lands, quietYears: 0 }
}

/** Starts a history with no quiet years; returns what makers expect at first. */
export function resetLearning(learning: Learning): Beliefs {
  learning.quietYears = 0
  return learning.beliefs[0]
}

/**
 * Counts year t, in which regime `to` followed `from`: a threat that lands is believed again as at first, a year at risk
 * that passes without it is one more quiet year. Returns what makers expect now.
 */
export function learnFromYear(learning: Learning, from: number, to: number, t: number): Beliefs {
  const { regimes } = learning.beliefs[0]
  if (learning.lands[from * regimes + to] === 1) learning.quietYears = 0
  else if (learning.atRisk[t * regimes + from] === 1) learning.quietYears += 1
  return learning.beliefs[learning.quietYears]
}

/** Believed chance that a threat lands in the year after t, under regime r. */
export function believedThreat({ beliefs, lands, quietYears }: Learning, r: number, t: number): number {
  const { regimes, ahead } = beliefs[quietYears]
  const nextYear = ((t * (longestCycle + 1) + 1) * regimes + r) * regimes
  let chance = 0
  for (let to = 0; to < regimes; to++) if (lands[r * regimes + to] === 1) chance += ahead[nextYear + to]
  return chance
}

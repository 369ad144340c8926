/**
 * What makers come to believe of threats that do not land: the believed chain after every number of quiet years. Section 8
 * of docs/model.md; the rule and its source are in engine/model/learning.
 */
import type { CompiledLearning } from '../../engine/model/inputs/policy.ts'
import type { LearningRule, Transitions, Transition } from '../file/scenario.ts'
import { type ChainRules, keepStates, stateChain } from './chains.ts'
import type { PolicyStates } from './states.ts'

/**
 * @param believed what makers believe before any quiet year
 * @param met [year 0..last x state] states that the believed chain can be in
 * @param kept states that the compiled policy has
 * @param horizon first and last simulated year of the calendar
 */
export function compileLearning(
  learning: LearningRule,
  believed: ChainRules,
  policy: PolicyStates,
  met: readonly (readonly boolean[])[],
  kept: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): CompiledLearning {
  const { weight = 0 } = learning
  const quietYears = Array.from({ length: to - from + 1 }, (_, n) => n + 1)
  return {
    chains: quietYears.map((n) => {
      const transitions = fadedThreats(believed.transitions, learning, weight / (weight + n))
      return keepStates(stateChain({ ...believed, transitions }, policy, from, to), met, kept, policy.states.length)
    }),
    lands: Uint8Array.from(
      kept.flatMap((s) =>
        kept.map((next) => (isThreat(learning, policy.states[s].regime, policy.states[next].regime) ? 1 : 0)),
      ),
    ),
  }
}

function isThreat({ threats }: LearningRule, from: string | undefined, to: string | undefined): boolean {
  return from !== undefined && to !== undefined && (threats?.[from] ?? []).includes(to)
}

/** Probabilities of the threats times `factor`; staying is the rest, as everywhere. */
function fadedThreats(transitions: Transitions, learning: LearningRule, factor: number): Transitions {
  return Object.fromEntries(
    Object.entries(transitions).map(([from, row]) => [
      from,
      Object.fromEntries(
        Object.entries(row ?? {}).map(([to, transition]) => [
          to,
          transition !== null && isThreat(learning, from, to) ? scaled(transition, factor) : transition,
        ]),
      ),
    ]),
  )
}

function scaled(transition: Transition, factor: number): Transition {
  if (typeof transition === 'number') return transition * factor
  return { ...transition, probability: transition.probability * factor }
}

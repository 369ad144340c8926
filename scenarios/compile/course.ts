/** The course of a policy: its states, how it moves between them in truth and in belief, and which can be met in which year. */
import type { ResolvedScenario } from '../file/resolved.ts'
import { type ChainRules, reachableStates, type Reach, stateChain, type StateChain } from './chains.ts'
import { type Calendars, createCalendars } from './calendar.ts'
import { type PolicyStates, policyStates } from './states.ts'

export interface Course {
  readonly states: PolicyStates
  readonly truth: StateChain
  readonly belief: StateChain
  /** What makers reckon with: the truth, where the scenario says nothing else. */
  readonly believed: ChainRules
  readonly reach: Reach
}

/** What of a scenario decides its course. */
export type CourseRules = Pick<ResolvedScenario, 'policy' | 'baseRegime' | 'from' | 'to'>

/**
 * States and chains of a policy over the simulated years.
 *
 * @param calendars of regimes that other policies have as well
 */
export function courseOf(
  { policy, baseRegime, from, to }: CourseRules,
  calendars: Calendars = createCalendars(),
): Course {
  const { regimes, start, events, transitions, beliefs } = policy
  const believed = { start, events: beliefs?.events ?? events, transitions: beliefs?.transitions ?? transitions }
  const states = policyStates({ baseRegime, regimes, start, events: [events, believed.events], from, to, calendars })
  const truth = stateChain({ start, events, transitions }, states, from, to)
  const belief = stateChain(believed, states, from, to)
  return { states, truth, belief, believed, reach: reachableStates(truth, belief, states.states.length) }
}

/**
 * Regimes that may come: made from the rules in force on a day, with the chances of going there and back that makers reckon with, and
 * that hold in truth where it is so. Where a chance is 0 the regime is written down all the same, and charges nobody.
 */
import { yearOf } from '../compile/dates.ts'
import type { Regime, ScenarioFile, Transition, Transitions } from '../file/scenario.ts'
import { firstDay } from './days.ts'
import { regimeNameOn } from './regimes.ts'

/** A regime that may come. */
export interface Possible {
  readonly name: string
  /** Its rules; undefined where they are those of the scenario already. */
  readonly rules?: Regime
  /** Yearly chance that it comes, and that it goes again. */
  readonly chance: number
  readonly back: number
  /** Full years from the day before it can come. */
  readonly lag: number
  /** Last year in which it can come; none if left out. */
  readonly last?: number
  /** Whether it comes in truth with these chances, or is only feared. */
  readonly isReal: boolean
}

/** What a scenario says of a regime that may come. */
export type Foreseen = Omit<Possible, 'name' | 'rules' | 'last'>

/** The chances that lead to a regime, as `withPossible` wrote them; none where the scenario has no such regime. */
export function foreseen({ policy = {} }: ScenarioFile, name: string, day: string): Foreseen | undefined {
  if (policy.regimes?.[name] === undefined) return undefined
  const from = regimeNameOn(policy, day)
  const believed = policy.beliefs?.transitions ?? policy.transitions ?? {}
  const step = believed[from]?.[name]
  const start = typeof step === 'object' && step !== null ? step.from : undefined
  return {
    chance: chanceOf(step),
    back: chanceOf(believed[name]?.[from]),
    lag: start === undefined ? 0 : yearOf(start) - yearOf(day),
    isReal: policy.transitions?.[from]?.[name] !== undefined,
  }
}

function chanceOf(step: Transition | null | undefined): number {
  return typeof step === 'object' && step !== null ? step.probability : (step ?? 0)
}

/** The scenario in which the regime may come from the rules that are in force on the day. */
export function withPossible(content: ScenarioFile, possible: Possible, day: string): ScenarioFile {
  const { policy = {} } = content
  const { name, rules, isReal } = possible
  const from = regimeNameOn(policy, day)
  const steps = (transitions: Transitions): Transitions => withSteps(transitions, from, possible, day)
  const believed = policy.beliefs?.transitions ?? policy.transitions ?? {}
  return {
    ...content,
    policy: {
      ...policy,
      regimes: rules === undefined ? policy.regimes : { ...policy.regimes, [name]: rules },
      transitions: isReal ? steps(policy.transitions ?? {}) : withoutSteps(policy.transitions ?? {}, name),
      beliefs: { ...policy.beliefs, transitions: steps(believed) },
    },
  }
}

function withSteps(transitions: Transitions, from: string, possible: Possible, day: string): Transitions {
  const { name, chance, back, lag, last } = possible
  const there: Transition = {
    probability: chance,
    from: firstDay(yearOf(day) + lag),
    ...(last === undefined ? {} : { to: `${last}-12-31` }),
  }
  return {
    ...transitions,
    [from]: { ...transitions[from], [name]: there },
    [name]: { ...transitions[name], [from]: back },
  }
}

function withoutSteps(transitions: Transitions, name: string): Transitions {
  const others = Object.entries(transitions).filter(([from]) => from !== name)
  return Object.fromEntries(
    others.map(([from, row]) => [from, Object.fromEntries(Object.entries(row ?? {}).filter(([to]) => to !== name))]),
  )
}

/** A scenario with everything it extends joined in, as `compile` takes it. */
import type { Regime, PolicyEvent, Transitions, BeliefBlock, ScenarioFile } from './scenario.ts'
import { type StatedForms, usualForms } from '../parameters/forms.ts'
import type { Problem } from './problem.ts'

/** Regimes by name, each whole: nothing is extended, nothing is null. */
export type Regimes = Readonly<Record<string, Regime>>

export interface ResolvedPolicy {
  readonly regimes: Regimes
  readonly start: string
  readonly events: readonly PolicyEvent[]
  readonly transitions: Transitions
  /** Undefined where makers believe what is true. */
  readonly beliefs: BeliefBlock | undefined
}

/** The policy of a scenario whose regimes are whole. */
export function policyOf({ policy = {} }: ScenarioFile): ResolvedPolicy {
  const regimes = Object.entries(policy.regimes ?? {}).flatMap(([name, regime]) =>
    regime === null ? [] : [[name, regime] as const],
  )
  return {
    regimes: Object.fromEntries(regimes),
    start: policy.start ?? '',
    events: policy.events ?? [],
    transitions: policy.transitions ?? {},
    beliefs: policy.beliefs ?? undefined,
  }
}

export interface ResolvedScenario {
  readonly name: string
  readonly kind: 'scenario' | 'replication'
  readonly title: string
  readonly question: string
  /** All that the scenario says, joined, as it can be written to a file again. */
  readonly content: ScenarioFile
  readonly policy: ResolvedPolicy
  /** Policy of the base year, under which the industry is calibrated. */
  readonly baseRegime: Regime
  /** First and last simulated year. */
  readonly from: number
  readonly to: number
  /** Files that were read, in joining order. */
  readonly files: readonly string[]
  /** What is unusual but allowed. */
  readonly warnings: readonly Problem[]
}

export const defaults: {
  readonly from: number
  readonly to: number
  readonly demand: NonNullable<StatedForms['demand']>
  readonly closure: NonNullable<StatedForms['closure']>
  readonly incomeGroups: number
  readonly closeAfter: number
} = {
  from: 2025,
  to: 2036,
  ...usualForms,
  incomeGroups: 3,
  closeAfter: 3,
}

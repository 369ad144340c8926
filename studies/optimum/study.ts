import type { Optimum } from '../../engine/analysis/optimum/optimum.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import type { SweepCurve } from '../../reports/data/parts.ts'
import type { PlanPoint, SweepLever } from '../plan/runPlan.ts'

/** The curve at one combination of the other levers, and its top. */
export interface CurveOptimum {
  readonly others: PlanPoint['levers']
  /** Of the outcome, with its sign turned where the least is sought. */
  readonly optimum: Optimum
  /** As reports draw it, in the outcome's own sign. */
  readonly curve: SweepCurve
}

export interface OptimumStudy {
  readonly sweep: string
  readonly lever: SweepLever
  readonly outcome: OutcomeDefinition
  readonly year: number
  /** Baseline whose outcome is taken off in the same replicate, or undefined where the level is looked at. */
  readonly against: string | undefined
  readonly least: boolean
  readonly optima: readonly CurveOptimum[]
  readonly seed: number
  readonly reproduce: string
}

/** What is sought along which lever. */
export type OptimumQuestion = Pick<OptimumStudy, 'lever' | 'outcome' | 'year' | 'against' | 'least'>

import type { Optimum } from '../../engine/analysis/optimum/optimum.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import type { PlanPoint, SweepLever } from '../plan/runPlan.ts'

/** The curve at one combination of the other levers, and its top. */
export interface CurveOptimum {
  readonly others: PlanPoint['levers']
  /** Of the outcome, with its sign turned where the least is sought. */
  readonly optimum: Optimum
  /** [level] in the order of `optimum.levels`. */
  readonly levels: readonly CurveLevel[]
}

/** The outcome at one level of the lever, in its own unit and sign, over the replicates that are good at all levels. */
export interface CurveLevel {
  readonly level: number
  readonly mean: number
  /** Of the mean. */
  readonly standardError: number
  /** 5% and 95% of replicates. */
  readonly low: number
  readonly high: number
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
  /** What was there of a result that was not whole, as in `9 of 12 blocks of replicates`; absent where all was there. */
  readonly partial?: string
  readonly seed: number
  readonly reproduce: string
}

/** What is sought along which lever. */
export type OptimumQuestion = Pick<OptimumStudy, 'lever' | 'outcome' | 'year' | 'against' | 'least'>

/** Values of the other levers, as in `penalty 0.225, labour 0.4`; empty where there are none. */
export function othersText(others: PlanPoint['levers']): string {
  return Object.entries(others)
    .map(([lever, value]) => `${lever} ${String(value)}`)
    .join(', ')
}

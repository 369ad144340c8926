/** What `optimise` found of several outcomes at once: plain data that text, tables and reports are made from. */
import type { Interval } from '../../engine/math/samplingError.ts'
import type { FrontRow } from '../../engine/analysis/optimum/front.ts'
import type { RegretRow, SatisfyingRow } from '../../engine/analysis/optimum/robust.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import type { PlanPoint, SweepLever } from '../plan/runPlan.ts'

/** An outcome, in a calendar year, and the direction that is sought. */
export interface Goal {
  readonly outcome: OutcomeDefinition
  readonly year: number
  readonly sought: 'most' | 'least'
}

/** An outcome of a point in its own unit and sign. */
export interface GoalFigure {
  readonly mean: number
  readonly standardError: number
  /** 5% and 95% of replicates. */
  readonly spread: Interval
}

/** A point of the sweep, or the baseline beside them. */
export interface FrontPoint {
  /** Number in text, table and picture: 0 is the baseline. */
  readonly number: number
  /** Values of the levers; undefined for the baseline. */
  readonly levers: PlanPoint['levers'] | undefined
  /** [goal] */
  readonly figures: readonly GoalFigure[]
  readonly front: FrontRow
  readonly regret: RegretRow
  /** Undefined where no threshold is asked for. */
  readonly satisfying: SatisfyingRow | undefined
}

/** All points under the same laws. */
export interface Front {
  /** Values of levers that hold parameters, which are no choice; empty where there are none. */
  readonly laws: PlanPoint['levers']
  readonly points: readonly FrontPoint[]
  /** Replicates that are good at all points, and others. */
  readonly n: number
  readonly failed: number
}

export interface FrontStudy {
  readonly sweep: string
  /** Those that are chosen: without levers that hold parameters. */
  readonly levers: readonly SweepLever[]
  readonly goals: readonly Goal[]
  /** Conditions that a future must keep. */
  readonly thresholds: readonly string[]
  readonly baseline: string
  /** Whether outcomes are differences from the baseline. */
  readonly isDifference: boolean
  readonly fronts: readonly Front[]
  /** What was there of a result that was not whole; absent where all was there. */
  readonly partial?: string
  readonly seed: number
  readonly reproduce: string
}

/** On the front, or not, as surely as resamples can say; else it is not settled. */
export type Standing = 'on the front' | 'not settled' | 'dominated'

/** Share of resamples from which a standing is called settled. */
const settledShare = 0.95

/** How surely the point is on the front. */
export function standingOf({ front }: FrontPoint): Standing {
  if (front.chance >= settledShare) return 'on the front'
  return front.chance > 1 - settledShare ? 'not settled' : 'dominated'
}

/**
 * A sweep as plain data: its levers, its points, and for each point what every kept outcome is and how it differs from the
 * baseline in the same replicates. Each part of the sweep (points under the same laws) is a report of its own; this joins them.
 */
import type { Failure } from '../../engine/run/failures.ts'
import type { DecisionStudy } from './decisions.ts'
import type { PrecisionReport } from '../../studies/plan/precisionQuestion.ts'
import { lostPart, type MayLack } from './lost.ts'
import type { SummaryRow, ComparisonRow, Report } from './report.ts'
import type { TargetRow } from './targets.ts'
import type { PlanPoint, SweepLever, RunPlanFile } from '../../studies/plan/runPlan.ts'

export interface SweepPoint {
  /** Name of its scenario. */
  readonly name: string
  readonly levers: PlanPoint['levers']
  readonly part: number
  readonly replicates: number
  readonly goodReplicates: number
}

/** A replicate that failed, with the name of its scenario. */
export interface SweepFailure extends Omit<Failure, 'scenario'> {
  readonly scenario: string
}

/** Lost replicates are those of all parts. */
export interface SweepReport extends MayLack {
  readonly name: string
  readonly title: string
  readonly question: string
  readonly baseline: string
  readonly seed: number
  readonly reproduce: string
  readonly caveats: readonly string[]
  readonly levers: readonly SweepLever[]
  readonly points: readonly SweepPoint[]
  readonly years: readonly number[]
  /** In the order of points; the baselines of the parts are left out. */
  readonly summaries: readonly SummaryRow[]
  readonly comparisons: readonly ComparisonRow[]
  readonly failures: readonly SweepFailure[]
  /** Of each part that was begun: see `Report`. */
  readonly precision?: readonly PrecisionReport[]
  readonly decisions?: readonly (readonly DecisionStudy[])[]
  /** How likely every point, and the baseline, is to miss what was asked of its outcomes. */
  readonly targets?: readonly TargetRow[]
  readonly interrupted: boolean
  readonly seconds: number
}

/** @param parts a report for each part that was begun, in order */
export function sweepReport(
  plan: RunPlanFile,
  levers: readonly SweepLever[],
  baseline: string,
  reproduce: string,
  parts: readonly Report[],
): SweepReport {
  const points = (plan.points ?? [])
    .filter(({ part }) => part < parts.length)
    .map((point): SweepPoint => ({
      name: plan.scenarios[point.scenario].name,
      levers: point.levers,
      part: point.part,
      replicates: parts[point.part].replicates,
      goodReplicates: parts[point.part].goodReplicates,
    }))
  const rowsOf = <Row extends { readonly scenario: string }>(
    rows: (report: Report) => readonly Row[],
  ): readonly Row[] => points.flatMap(({ name, part }) => rows(parts[part]).filter(({ scenario }) => scenario === name))
  return {
    name: plan.name,
    title: plan.title,
    question: plan.question,
    baseline,
    seed: plan.seed,
    reproduce,
    caveats: parts[0].caveats,
    levers,
    points,
    years: plan.years,
    summaries: rowsOf(({ summaries }) => summaries),
    comparisons: rowsOf(({ comparisons }) => comparisons),
    failures: parts.flatMap(({ scenarios, failures }) =>
      failures.map((failure) => ({ ...failure, scenario: scenarios[failure.scenario].name })),
    ),
    ...lostPart(parts.reduce((sum, part) => sum + (part.lostReplicates ?? 0), 0)),
    interrupted: parts.length < plan.parts.length || parts.some(({ interrupted }) => interrupted),
    seconds: parts.reduce((sum, { seconds }) => sum + seconds, 0),
  }
}

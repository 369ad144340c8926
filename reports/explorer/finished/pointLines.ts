/** A line for each point of a sweep: the values of its levers, and how far the means of its outcomes are from the baseline's. */
import type { OpenedResult } from '../../../studies/folder/columns.ts'
import type { PlanPoint, SweepLever } from '../../../studies/plan/runPlan.ts'
import type { Report } from '../../data/report.ts'
import type { FinishedAxis, Lines } from '../data/finishedStudy.ts'
import { outcomeAxis, rounded, shownOutcomes } from './axes.ts'

/** @param report of the sweep, whose rows are named by point */
export function pointLines({ plan }: OpenedResult, report: Report): Lines {
  const there = new Set(report.scenarios.map(({ name }) => name))
  const points = (plan.points ?? []).filter(({ scenario }) => there.has(plan.scenarios[scenario].name))
  const year = report.years.at(-1)
  const outcomes = shownOutcomes(report, plan.outcomes).map((outcome) => {
    const rows = new Map(
      report.comparisons
        .filter((row) => row.outcome.id === outcome.id && row.year === year)
        .map(({ scenario, paired }) => [scenario, paired.difference.mean]),
    )
    const values = Float64Array.from(points, ({ scenario }) => rows.get(plan.scenarios[scenario].name) ?? NaN)
    return outcomeAxis(report, outcome, values, true)
  })
  return {
    kind: 'points',
    axes: [...(plan.levers ?? []).map((lever) => leverAxis(lever, points)), ...outcomes],
    lineScenario: Int32Array.from(points, ({ scenario }) => scenario),
    told: [
      `A line is a point of the sweep: what its levers are set to, and the mean of each outcome over ${report.replicates} ` +
        `replicates, less that of the baseline in the same replicates.`,
    ],
  }
}

/** A lever whose values are numbers has an axis of numbers; of words, a place for each. */
function leverAxis({ name, title, unit }: SweepLever, points: readonly PlanPoint[]): FinishedAxis {
  const values = points.map(({ levers }) => levers[name])
  const axis = { id: name, title, kind: 'lever', isFirst: true } as const
  if (values.every((value) => typeof value === 'number')) {
    return { ...axis, unit, values: rounded(Float64Array.from(values)) }
  }
  const words = [...new Set(values.map(String))]
  return { ...axis, unit, words, values: Float64Array.from(values, (value) => words.indexOf(String(value))) }
}

/** Tidy tables of a sweep: the design, a row a point; and the results, a row a figure with the levers of its point beside it. */
import { csv, type Cell, summaryCells, comparisonCells } from './csv.ts'
import type { SweepReport } from '../data/sweepReport.ts'

/** `design.csv`: point, levers, replicates. */
export function designCsv({ levers, points }: SweepReport): string {
  const header = ['point', ...levers.map(({ name }) => name), 'part', 'replicates', 'goodReplicates']
  const rows = points.map(({ name, levers: values, part, replicates, goodReplicates }) => [
    name,
    ...levers.map((lever) => String(values[lever.name] ?? '')),
    part,
    replicates,
    goodReplicates,
  ])
  return csv(header, rows)
}

const figureColumns = [
  'outcome',
  'place',
  'year',
  'unit',
  'statistic',
  'value',
  'monteCarloError',
  'low',
  'high',
  'n',
  'failed',
]

/**
 * `sweep.csv`: levels (mean, median, standard deviation), then paired differences from the baseline (mean, median, relative
 * change, probability of being better), of every point.
 */
export function sweepCsv(report: SweepReport): string {
  const leverNames = report.levers.map(({ name }) => name)
  const values = new Map(
    report.points.map(({ name, levers }) => [name, leverNames.map((lever) => String(levers[lever] ?? ''))]),
  )
  const withLevers = (scenario: Cell, figures: readonly Cell[]): readonly Cell[] => [
    scenario,
    ...(values.get(String(scenario)) ?? []),
    ...figures,
  ]
  // Row by row: a sweep of hundreds of points has tens of thousands.
  const rows = function* (): Generator<readonly Cell[]> {
    for (const summary of report.summaries) {
      for (const [scenario, ...figures] of summaryCells([summary])) yield withLevers(scenario, figures)
    }
    for (const comparison of report.comparisons) {
      for (const [scenario, _baseline, ...figures] of comparisonCells([comparison])) yield withLevers(scenario, figures)
    }
  }
  return csv(['point', ...leverNames, ...figureColumns], rows())
}

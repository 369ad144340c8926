/** `optimum.json`: the whole finding, with curves as reports draw them. `optimum.csv`: a row a level. */
import { figure, csv } from './csv.ts'
import type { OptimumStudy } from '../../studies/optimum/study.ts'

/** What is not finite is null. Where the least is sought, figures of `optimum` are those of the outcome's negative. */
export function optimumJson({ optima, outcome, ...asked }: OptimumStudy): string {
  return `${JSON.stringify({ ...asked, outcome: outcome.id, unit: outcome.unit, optima }, null, 1)}\n`
}

const header = [
  'mean',
  'monteCarloError',
  'low',
  'high',
  'shortfall',
  'shortfallError',
  'peak',
  'peakLow',
  'peakHigh',
  'n',
  'failed',
]

/**
 * Levels with the mean outcome (`low` and `high`: 5% and 95% of replicates), how far it falls short of the best level,
 * and the peak of the curve, empty where there is none between the levels.
 */
export function optimumCsv({ optima, lever }: OptimumStudy): string {
  const others = Object.keys(optima[0]?.others ?? {})
  const rows = optima.flatMap(({ others: values, optimum: { levels, n, failed }, curve: { points, peak } }) =>
    levels.map(({ level, standardError, shortfall, shortfallStandardError }, l) => [
      ...others.map((name) => String(values[name])),
      level,
      figure(points[l].mean, standardError),
      figure(standardError, standardError),
      figure(points[l].spread.low, standardError),
      figure(points[l].spread.high, standardError),
      figure(shortfall, shortfallStandardError),
      figure(shortfallStandardError, shortfallStandardError),
      ...[peak?.level, peak?.interval.low, peak?.interval.high].map((value) => figure(value ?? NaN, NaN)),
      n,
      failed,
    ]),
  )
  return csv([...others, lever.name, ...header], rows)
}

/** `optimum.json`: the whole finding, with curves as reports draw them. `optimum.csv`: a row a level. */
import { figure } from '../words/figures.ts'
import { csv } from './csv.ts'
import { sweepCurve } from '../text/optimum/curve.ts'
import { sealed } from '../../studies/plan/seal.ts'
import type { OptimumStudy } from '../../studies/optimum/study.ts'

/** What is not finite is null. Where the least is sought, figures of `optimum` are those of the outcome's negative. */
export function optimumJson(study: OptimumStudy): string {
  const { optima, outcome, ...asked } = study
  const drawn = optima.map((one) => ({ others: one.others, optimum: one.optimum, curve: sweepCurve(one, study) }))
  const finding = { ...asked, outcome: outcome.id, unit: outcome.unit, optima: drawn }
  return `${JSON.stringify(sealed(finding), null, 1)}\n`
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
export function optimumCsv({ optima, lever, partial }: OptimumStudy): string {
  const others = Object.keys(optima[0]?.others ?? {})
  const rows = optima.flatMap(({ others: values, optimum: { levels: found, n, failed, top, interval }, levels }) => {
    const peak = top.shape === 'interior' ? [top.at, interval.low, interval.high] : [NaN, NaN, NaN]
    return found.map(({ level, standardError, shortfall, shortfallStandardError }, l) => [
      ...others.map((name) => String(values[name])),
      level,
      figure(levels[l].mean, standardError),
      figure(standardError, standardError),
      figure(levels[l].low, standardError),
      figure(levels[l].high, standardError),
      figure(shortfall, shortfallStandardError),
      figure(shortfallStandardError, shortfallStandardError),
      ...peak.map((value) => figure(value, NaN)),
      n,
      failed,
      ...(partial === undefined ? [] : [partial]),
    ])
  })
  return csv([...others, lever.name, ...header, ...(partial === undefined ? [] : ['partial'])], rows)
}

/** `convergence.csv`: each target's estimate and half width at the ends of batches, beside the half width wanted. */
import { figure } from '../words/figures.ts'
import { csv } from './csv.ts'
import type { PrecisionReport } from '../../studies/plan/precisionQuestion.ts'

/** How each figure settled, a row for each look at it, with the half width that was wanted. */
export function convergenceCsv(reports: readonly PrecisionReport[]): string {
  const subject = ['scenario', 'outcome', 'place', 'year', 'unit', 'statistic', 'confidence']
  const figures = ['replicates', 'n', 'value', 'halfWidth', 'wanted']
  const rows = reports.flatMap(({ targets, convergence }) =>
    targets.flatMap(({ target, statistic, outcome }, t) => {
      const unit = statistic === 'probabilityBetter' ? 'share' : outcome.unit
      const { scenario = '', year = '', confidence } = target
      const common = [scenario, outcome.family, outcome.place, year, unit, statistic, confidence]
      return convergence[t].map(({ replicates, n, estimate, halfWidth }) => [
        ...common,
        replicates,
        n,
        figure(estimate, halfWidth),
        figure(halfWidth, halfWidth),
        target.halfWidth,
      ])
    }),
  )
  return csv([...subject, ...figures], rows)
}

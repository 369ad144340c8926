import { quantile } from '../../../engine/math/accumulate.ts'
import { normalQuantile } from '../../../engine/math/normalQuantile.ts'
import type { Optimum } from '../../../engine/analysis/optimum/optimum.ts'
import type { SweepCurve } from '../../data/parts.ts'
import type { OptimumQuestion } from '../../../studies/optimum/study.ts'
import { curveOutcome, curveTop } from './subject.ts'
import type { PointColumn } from '../../../studies/optimum/curves.ts'

const errorConfidence = 0.9

export function curveOf(
  points: readonly PointColumn[],
  optimum: Optimum,
  asked: OptimumQuestion,
): Omit<SweepCurve, 'others'> {
  const { lever, outcome, least } = asked
  const reach = normalQuantile((1 + errorConfidence) / 2)
  const good = (d: number): boolean => points.every(({ status }) => status[d] === 0)
  return {
    lever: lever.title,
    leverUnit: lever.unit,
    outcome: curveOutcome(asked),
    unit: outcome.unit,
    points: optimum.levels.map(({ level, mean, standardError }, l) => {
      const value = least ? -mean : mean
      const sorted = points[l].values.filter((_, d) => good(d)).toSorted()
      return {
        level,
        mean: value,
        error: { low: value - reach * standardError, high: value + reach * standardError },
        spread: { low: quantile(sorted, 0.05), high: quantile(sorted, 0.95) },
      }
    }),
    ...curveTop(asked, optimum),
  }
}

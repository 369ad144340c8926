/** The curve of an outcome along a lever, and its top, as reports draw and say them. */
import { normalQuantile } from '../../../engine/math/normalQuantile.ts'
import type { SweepCurve } from '../../data/parts.ts'
import {
  type CurveOptimum,
  type OptimumQuestion,
  type OptimumStudy,
  othersText,
} from '../../../studies/optimum/study.ts'
import { onlyPart } from '../../words/partial.ts'
import { curveOutcome, curveTop } from './subject.ts'

const errorConfidence = 0.9

/** One combination of the other levers: means with their Monte Carlo error at 90%, and 5% to 95% of replicates. */
export function sweepCurve(
  { others, optimum, levels }: CurveOptimum,
  asked: OptimumQuestion & Pick<OptimumStudy, 'partial'>,
): SweepCurve {
  const { lever, outcome, partial } = asked
  const top = curveTop(asked, optimum)
  const reach = normalQuantile((1 + errorConfidence) / 2)
  return {
    lever: lever.title,
    leverUnit: lever.unit,
    outcome: curveOutcome(asked),
    unit: outcome.unit,
    replicates: optimum.n + optimum.failed,
    points: levels.map(({ level, mean, standardError, low, high }) => ({
      level,
      mean,
      error: { low: mean - reach * standardError, high: mean + reach * standardError },
      spread: { low, high },
    })),
    ...top,
    words: partial === undefined ? top.words : [...top.words, `This is ${onlyPart(partial)}.`],
    others: othersText(others),
  }
}

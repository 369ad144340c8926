/** Several outcomes at once as reports show them. */
import { normalQuantile } from '../../../engine/math/normalQuantile.ts'
import type { FrontPart } from '../../data/parts.ts'
import { type FrontPoint, type FrontStudy, standingOf } from '../../../studies/optimum/frontStudy.ts'
import { othersText } from '../../../studies/optimum/study.ts'
import { onlyPart } from '../../words/partial.ts'
import { curveOutcome } from './subject.ts'
import { frontSentences, lawsText } from './frontText.ts'

/** Of a mean: 90% to both sides, as in curves. */
const reach = normalQuantile(0.95)

/** A part for each set of laws. */
export function frontParts(study: FrontStudy): readonly FrontPart[] {
  const against = study.isDifference ? study.baseline : undefined
  return study.fronts.map((front, k) => ({
    laws: lawsText(front, k, study),
    goals: study.goals.map(({ outcome, year, sought }) => ({
      outcome: curveOutcome({ outcome, year, against }),
      unit: outcome.unit,
      sought,
    })),
    words: [
      ...frontSentences(study, front),
      ...(study.partial === undefined ? [] : [`This is ${onlyPart(study.partial)}.`]),
    ],
    points: front.points.map((point) => partPoint(point, study)),
    replicates: front.n + front.failed,
    reproduce: study.reproduce,
  }))
}

function partPoint(point: FrontPoint, study: FrontStudy): FrontPart['points'][number] {
  const { number, levers, figures, front, regret, satisfying } = point
  return {
    number,
    title: levers === undefined ? study.baseline : othersText(levers),
    figures: figures.map(({ mean, standardError, spread }) => ({
      mean,
      error: { low: mean - reach * standardError, high: mean + reach * standardError },
      spread,
    })),
    standing: standingOf(point),
    chance: front.chance,
    isOnFront: front.isOnFront,
    inReplicates: front.inReplicates.value,
    worstRegret: regret.worst,
    ...(satisfying === undefined ? {} : { keepsAll: satisfying.all }),
  }
}

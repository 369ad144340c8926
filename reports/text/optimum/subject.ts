/** The words of what `optimise` was asked, and where the outcome of one curve peaks. */
import type { Optimum } from '../../../engine/analysis/optimum/optimum.ts'
import { magnitude } from '../../words/numbers.ts'
import { type OptimumSubject, optimumSentences } from './topText.ts'
import type { CurveTop } from '../../data/parts.ts'
import { after, inBrackets, insideSentence } from '../../words/words.ts'
import type { OptimumQuestion } from '../../../studies/optimum/study.ts'

/** As in `parts jobs, US, 2036, less base`. */
export function curveOutcome({ outcome, year, against }: Omit<OptimumQuestion, 'lever' | 'least'>): string {
  return `${insideSentence(outcome.label)}${after(outcome.place)}, ${year}${against === undefined ? '' : `, less ${against}`}`
}

/** Levels are shown to a hundredth of the smallest step, or nearly: no parabola knows its top better. */
export function optimumSubject(asked: OptimumQuestion, { levels }: Pick<Optimum, 'levels'>): OptimumSubject {
  const steps = levels.slice(1).map(({ level }, l) => level - levels[l].level)
  return {
    lever: asked.lever.name,
    outcome: `${curveOutcome(asked)}${inBrackets(asked.outcome.unit)}`,
    place: magnitude(Math.min(...steps)) - 1,
    least: asked.least,
  }
}

/** The top, or the bottom, as reports say and draw it. */
export function curveTop(asked: OptimumQuestion, optimum: Optimum): CurveTop {
  const { top, interval } = optimum
  const words = optimumSentences(optimum, optimumSubject(asked, optimum))
  const kind = asked.least ? 'trough' : 'peak'
  return top.shape === 'interior' ? { words, peak: { kind, level: top.at, interval } } : { words }
}

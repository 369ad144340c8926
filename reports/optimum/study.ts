/** The levels of a lever that peak an outcome, one for each combination of the other levers: plain data. */
import type { Optimum } from '../../engine/analysis/optimum/optimum.ts'
import type { OutcomeDefinition } from '../../engine/model/outcomes.ts'
import { magnitude } from '../numbers.ts'
import { optimumSentences, type OptimumSubject } from '../optimumText.ts'
import type { CurveTop, SweepCurve } from '../parts.ts'
import type { PlanPoint } from '../runPlan.ts'
import type { SweepLever } from '../sweepReport.ts'
import { insideSentence } from '../words.ts'

/** The curve at one combination of the other levers, and its top. */
export interface CurveOptimum {
  readonly others: PlanPoint['levers']
  /** Of the outcome, with its sign turned where the least is sought. */
  readonly optimum: Optimum
  /** As reports draw it, in the outcome's own sign. */
  readonly curve: SweepCurve
}

export interface OptimumStudy {
  readonly sweep: string
  readonly lever: SweepLever
  readonly outcome: OutcomeDefinition
  readonly year: number
  /** Baseline whose outcome is taken off in the same replicate, or undefined where the level is looked at. */
  readonly against: string | undefined
  readonly least: boolean
  readonly optima: readonly CurveOptimum[]
  readonly seed: number
  readonly reproduce: string
}

/** What is sought along which lever. */
export type OptimumQuestion = Pick<OptimumStudy, 'lever' | 'outcome' | 'year' | 'against' | 'least'>

/** As in `parts jobs, US, 2036, less base`. */
export function curveOutcome({ outcome, year, against }: Omit<OptimumQuestion, 'lever' | 'least'>): string {
  const place = outcome.place === '' ? '' : `, ${outcome.place}`
  return `${insideSentence(outcome.label)}${place}, ${year}${against === undefined ? '' : `, less ${against}`}`
}

/** Levels are shown to a hundredth of the smallest step, or nearly: no parabola knows its top better. */
export function optimumSubject(asked: OptimumQuestion, { levels }: Pick<Optimum, 'levels'>): OptimumSubject {
  const steps = levels.slice(1).map(({ level }, l) => level - levels[l].level)
  return {
    lever: asked.lever.name,
    outcome: `${curveOutcome(asked)} (${asked.outcome.unit})`,
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

/** As in `penalty 0.225, labour 0.4`. */
export function othersText(others: PlanPoint['levers']): string {
  return Object.entries(others).map(([lever, value]) => `${lever} ${String(value)}`).join(', ')
}

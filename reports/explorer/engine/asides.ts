/**
 * What the page can ask beside its study, of a worker of its own, so that neither waits for the other: one replicate with all its
 * years, why plants and lines move, and an outcome along a lever. Questions and answers are plain data.
 *
 * A long answer is asked for bit by bit: each question says how many replicates the answer is to rest on, the worker goes on from
 * where it was, and whoever has lost interest asks no more.
 */
import type { Explanation } from '../../../engine/model/explain/explain.ts'
import type { ReplicateTrace } from '../../../engine/model/explain/trace.ts'
import type { Future } from '../../../engine/model/explain/future.ts'
import type { CurveOptimum, OptimumQuestion } from '../../../studies/optimum/study.ts'
import type { PageScenario } from '../data/pageData.ts'
import type { StudySettings } from './protocol.ts'

/** As many as a curve may rest on: what is kept of them stays below 60 MB. */
export const mostCurveReplicates = 200

/** What each kind of question says. */
export interface AsideQuestions {
  readonly subjects: { readonly kind: 'subjects' }
  /** @param replicate its number, from 0 */
  readonly future: { readonly kind: 'future'; readonly settings: StudySettings; readonly replicate: number }
  /** @param word a plant, a nameplate, a line or a maker. @param isBeside whether the baseline is to be laid beside the option */
  readonly explain: {
    readonly kind: 'explain'
    readonly settings: StudySettings
    readonly word: string
    readonly isBeside: boolean
    readonly replicates: number
  }
  /** @param scenario its position in the finished study. @param replicate its number, from 0 */
  readonly replay: { readonly kind: 'replay'; readonly scenario: number; readonly replicate: number }
  /** @param year calendar year; the last where it is undefined */
  readonly curve: {
    readonly kind: 'curve'
    readonly settings: StudySettings
    readonly lever: string
    readonly outcome: string
    readonly year: number | undefined
    readonly replicates: number
  }
}

/** What is answered to each. */
export interface AsideAnswers {
  /** Names of what can be explained. */
  readonly subjects: SubjectNames
  readonly future: FutureAnswer
  readonly explain: ExplainAnswer
  readonly curve: CurveAnswer
  readonly replay: ReplicateTrace
}

export type AsideKind = keyof AsideQuestions
export type AsideQuestion = AsideQuestions[AsideKind]

export interface SubjectNames {
  readonly plants: readonly string[]
  readonly nameplates: readonly string[]
  readonly makers: readonly string[]
}

/** A replicate of the baseline, which is the first, and of the option. */
export interface FutureAnswer {
  readonly future: Future
  /** [plant slot], [line], [line] maker */
  readonly plants: readonly string[]
  readonly lines: readonly string[]
  readonly makers: readonly string[]
  /** The command that tells the same replicate. */
  readonly reproduce: string
}

export interface ExplainAnswer {
  /** Name of the plant, nameplate, line or maker. */
  readonly subject: string
  readonly scenario: string
  readonly explanation: Explanation
  /** The baseline, on the same draws, where it was asked for; a replicate that fails under one counts for neither. */
  readonly compared?: { readonly scenario: string; readonly explanation: Explanation }
  /** The command that gives the same figures. */
  readonly reproduce: string
  /** False where the command tells of the option alone. */
  readonly isReproduced: boolean
}

/** An outcome of the option less that of the baseline, at each level of a lever. */
export interface CurveAnswer {
  readonly asked: OptimumQuestion
  readonly optimum: CurveOptimum
  /** Where the lever stands in the option, as it is chosen; absent where it has no such rule. */
  readonly stands?: number
}

/** To the worker of the asides. */
export type ToAsides =
  | { readonly kind: 'data'; readonly data: string; readonly given: string }
  /** Scenarios that somebody gives the page, beside the library from now on. */
  | { readonly kind: 'add'; readonly scenarios: readonly PageScenario[] }
  | { readonly kind: 'ask'; readonly number: number; readonly question: AsideQuestion }

/** From it. */
export type FromAsides =
  | { readonly kind: 'answer'; readonly number: number; readonly answer: unknown }
  | { readonly kind: 'unanswered'; readonly number: number; readonly message: string }

/** What the page can ask beside the study itself: a kind of question, and what is answered. */
import { errorOfKind } from '../../../engine/run/errors.ts'
import type { Report } from '../../data/report.ts'
import type { GrowingStudy } from './growing.ts'
import type { Question } from './protocol.ts'

/** The study that runs, for whoever answers. */
export interface Asked {
  readonly growing: GrowingStudy
  readonly seconds: number
  readonly workers: number
}

/** @throws an error of kind `usage` where nothing runs that the question could be about */
export function answerTo(question: Question, asked: Asked | undefined): Report {
  if (asked === undefined) throw errorOfKind('usage', 'no study runs, so that there is nothing to ask about')
  switch (question.kind) {
    case 'report':
      return asked.growing.report(() => true, asked.seconds, asked.workers)
    default:
      return question.kind satisfies never
  }
}

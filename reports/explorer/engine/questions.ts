/** What the page can ask beside the study itself: a kind of question, and what is answered. */
import { errorOfKind } from '../../../engine/run/errors.ts'
import type { Report } from '../../data/report.ts'
import type { GrowingStudy } from './growing.ts'
import type { Library } from './library.ts'
import type { Question } from './protocol.ts'
import { type ScenarioFiles, scenarioFiles } from './scenarioFiles.ts'

/** The study that runs, for whoever answers. */
export interface Asked {
  readonly growing: GrowingStudy
  readonly seconds: number
  readonly workers: number
}

/** @throws an error of kind `usage` where nothing runs that the question could be about, or what it asks for is not allowed */
export function answerTo(question: Question, asked: Asked | undefined, library: Library): Report | ScenarioFiles {
  switch (question.kind) {
    case 'report':
      return reportOf(asked)
    case 'scenario files':
      return scenarioFiles(library, question.settings)
    default:
      return question satisfies never
  }
}

function reportOf(asked: Asked | undefined): Report {
  if (asked === undefined) throw errorOfKind('usage', 'no study runs, so that there is nothing to ask about')
  return asked.growing.report(() => true, asked.seconds, asked.workers)
}

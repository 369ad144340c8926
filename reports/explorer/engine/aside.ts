/** The worker of the asides: answers one question after another, and keeps what it may be asked to go on with. */
import { requireArithmetic } from '../../../engine/math/arithmetic.ts'
import { errorOfKind } from '../../../engine/run/errors.ts'
import { type Given, type PageData } from '../data/pageData.ts'
import { unpack } from '../data/pack.ts'
import type { AsideAnswers, AsideQuestion, FromAsides, ToAsides } from './asides.ts'
import { curveTeller } from './curveTeller.ts'
import { explainTeller } from './explainTeller.ts'
import { futureTeller, subjectNames } from './futureTeller.ts'
import { messageOf } from './hand.ts'
import { type Library, libraryOf } from './library.ts'
import type { Port } from './protocol.ts'

type Tellers = (question: AsideQuestion) => AsideAnswers[keyof AsideAnswers]

/** Answers what comes through the port, as long as its worker lives. */
export function serveAsides(page: Port): void {
  let tell: Tellers | undefined
  let problem = ''
  page.listen((message) => {
    const told = message as ToAsides
    const post = (reply: FromAsides): void => page.post(reply)
    if (told.kind === 'data') {
      try {
        requireArithmetic()
        tell = tellersOf(libraryOf(unpack(told.data) as PageData, unpack(told.given) as Given))
      } catch (error) {
        problem = messageOf(error)
      }
      return
    }
    const { number, question } = told
    try {
      if (tell === undefined) throw errorOfKind('usage', problem)
      post({ kind: 'answer', number, answer: tell(question) })
    } catch (error) {
      post({ kind: 'unanswered', number, message: messageOf(error) })
    }
  })
}

function tellersOf(library: Library): Tellers {
  const future = futureTeller(library)
  const explain = explainTeller(library)
  const curve = curveTeller(library)
  return (question) => {
    switch (question.kind) {
      case 'subjects':
        return subjectNames(library.industry)
      case 'future':
        return future(question)
      case 'explain':
        return explain(question)
      case 'curve':
        return curve(question)
      default:
        return question satisfies never
    }
  }
}

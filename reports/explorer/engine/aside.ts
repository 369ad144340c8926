/** The worker of the asides: answers one question after another, and keeps what it may be asked to go on with. */
import { requireArithmetic } from '../../../engine/math/arithmetic.ts'
import { errorOfKind } from '../../../engine/run/errors.ts'
import type { Given, PageData, PageScenario } from '../data/pageData.ts'
import { unpack } from '../data/pack.ts'
import type { AsideAnswers, AsideQuestion, FromAsides, ToAsides } from './asides.ts'
import { curveTeller } from './curveTeller.ts'
import { explainTeller } from './explainTeller.ts'
import { futureTeller, subjectNames } from './futureTeller.ts'
import { messageOf } from './hand.ts'
import { type Library, libraryOf } from './library.ts'
import type { Port } from './protocol.ts'
import { replayTeller } from './replayTeller.ts'

type Tellers = (question: AsideQuestion) => AsideAnswers[keyof AsideAnswers]

/** Answers what comes through the port, as long as its worker lives. */
export function serveAsides(page: Port): void {
  let tell: Tellers | undefined
  let known: { readonly data: PageData; readonly given: Given } | undefined
  let problem = ''
  const added: PageScenario[] = []
  const learn = (): void => {
    if (known !== undefined) tell = tellersOf(libraryOf(known.data, known.given, added), known.given)
  }
  page.listen((message) => {
    const told = message as ToAsides
    const post = (reply: FromAsides): void => page.post(reply)
    if (told.kind === 'data') {
      try {
        requireArithmetic()
        known = { data: unpack(told.data) as PageData, given: unpack(told.given) as Given }
        learn()
      } catch (error) {
        problem = messageOf(error)
      }
      return
    }
    if (told.kind === 'add') {
      added.unshift(...told.scenarios)
      return learn()
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

function tellersOf(library: Library, given: Given): Tellers {
  const replay = replayTeller(library.industry, given.kind === 'finished' ? given.study.replayed : undefined)
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
      case 'replay':
        return replay(question)
      default:
        return question satisfies never
    }
  }
}

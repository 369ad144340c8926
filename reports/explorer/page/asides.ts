/**
 * The worker of the asides as the page sees it: started when something is asked, and again where it has died or is silent. What it
 * was asked is asked once more then.
 */
import type { AsideAnswers, AsideKind, AsideQuestion, AsideQuestions, FromAsides, ToAsides } from '../engine/asides.ts'
import type { PageScenario } from '../data/pageData.ts'
import { holdBack } from './heldBack.ts'
import type { Sources } from './sources.ts'
import { stoppedText, troubleText } from './trouble.ts'

export type AskAside = <Kind extends AsideKind>(question: AsideQuestions[Kind]) => Promise<AsideAnswers[Kind]>

export interface Asides {
  readonly ask: AskAside
  /** Scenarios that somebody gives the page. */
  readonly add: (scenarios: readonly PageScenario[]) => void
}

interface Waiting {
  readonly question: AsideQuestion
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
  /** Times that it has been asked. */
  tries: number
}

/** A worker that has said nothing for so long, while it was asked, counts as dead, milliseconds: no answer takes a tenth of it. */
const longestSilence = 60_000
const mostTries = 2

/** Asks; no worker is started before the first question. */
export function startAsides(sources: Sources): Asides {
  const waiting = new Map<number, Waiting>()
  const added: PageScenario[] = []
  let worker: Worker | undefined
  let address: string | undefined
  let questions = 0
  let since = 0

  const hear = (told: FromAsides): void => {
    since = Date.now()
    const found = waiting.get(told.number)
    waiting.delete(told.number)
    curves.restThenAsk()
    if (told.kind === 'answer') found?.resolve(told.answer as never)
    else found?.reject(new Error(troubleText(told.message)))
  }
  const start = (): Worker => {
    address ??= URL.createObjectURL(new Blob([sources.worker], { type: 'text/javascript' }))
    const started = new Worker(address)
    started.addEventListener('message', ({ data }) => hear(data as FromAsides))
    started.addEventListener('error', (event) => {
      event.preventDefault()
      if (worker === started) died(event.message || 'no reason is given')
    })
    started.postMessage({ kind: 'aside' })
    started.postMessage({ kind: 'data', data: sources.data, given: sources.given } satisfies ToAsides)
    if (added.length > 0) started.postMessage({ kind: 'add', scenarios: added } satisfies ToAsides)
    return started
  }
  const died = (why: string): void => {
    worker?.terminate()
    worker = undefined
    for (const [number, one] of waiting) {
      if (one.tries < mostTries) put(number, one)
      else {
        waiting.delete(number)
        one.reject(new Error(stoppedText(why)))
      }
    }
    curves.restThenAsk()
  }
  const put = (number: number, one: Waiting): void => {
    worker ??= start()
    if (waiting.size === 0 || one.tries > 0) since = Date.now()
    one.tries += 1
    waiting.set(number, one)
    worker.postMessage({ kind: 'ask', number, question: one.question } satisfies ToAsides)
  }
  // A curve is made without anybody's asking, bit by bit, for up to a minute.
  const curves = holdBack<Waiting>(() => waiting.size > 0, put)
  // A browser may end a worker without a word.
  setInterval(() => {
    if (waiting.size > 0 && Date.now() - since > longestSilence) died('it did not answer')
  }, longestSilence / 10)
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        questions += 1
        const one = { question, resolve, reject, tries: 0 }
        if (question.kind === 'curve' && waiting.size > 0) curves.hold(questions, one)
        else put(questions, one)
      }),
    add: (scenarios) => {
      added.unshift(...scenarios)
      worker?.postMessage({ kind: 'add', scenarios } satisfies ToAsides)
    },
  }
}

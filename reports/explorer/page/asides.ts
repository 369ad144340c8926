/** The worker of the asides as the page sees it: started when something is asked, and again where it has died. */
import type { AsideAnswers, AsideKind, AsideQuestions, FromAsides, ToAsides } from '../engine/asides.ts'
import type { PageScenario } from '../data/pageData.ts'
import type { Sources } from './sources.ts'

export type AskAside = <Kind extends AsideKind>(question: AsideQuestions[Kind]) => Promise<AsideAnswers[Kind]>

export interface Asides {
  readonly ask: AskAside
  /** Scenarios that somebody gives the page. */
  readonly add: (scenarios: readonly PageScenario[]) => void
}

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

/** Asks; no worker is started before the first question. */
export function startAsides(sources: Sources): Asides {
  const waiting = new Map<number, Waiting>()
  const added: PageScenario[] = []
  let worker: Worker | undefined
  let address: string | undefined
  let questions = 0

  const hear = (told: FromAsides): void => {
    const found = waiting.get(told.number)
    waiting.delete(told.number)
    if (told.kind === 'answer') found?.resolve(told.answer as never)
    else found?.reject(new Error(told.message))
  }
  const start = (): Worker => {
    address ??= URL.createObjectURL(new Blob([sources.worker], { type: 'text/javascript' }))
    const started = new Worker(address)
    started.addEventListener('message', ({ data }) => hear(data as FromAsides))
    started.addEventListener('error', (event) => {
      event.preventDefault()
      started.terminate()
      if (worker === started) worker = undefined
      const why = `the worker that was asked stopped: ${event.message || 'no reason is given'}`
      for (const { reject } of waiting.values()) reject(new Error(why))
      waiting.clear()
    })
    started.postMessage({ kind: 'aside' })
    started.postMessage({ kind: 'data', data: sources.data, given: sources.given } satisfies ToAsides)
    if (added.length > 0) started.postMessage({ kind: 'add', scenarios: added } satisfies ToAsides)
    return started
  }
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        questions += 1
        waiting.set(questions, { resolve, reject })
        worker.postMessage({ kind: 'ask', number: questions, question } satisfies ToAsides)
      }),
    add: (scenarios) => {
      added.unshift(...scenarios)
      worker?.postMessage({ kind: 'add', scenarios } satisfies ToAsides)
    },
  }
}

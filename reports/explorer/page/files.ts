/** The worker for files as the page sees it: started when it is first asked, and again after it has died. */
import type { FileAnswers, FileQuestion, FromFiles, ToFiles } from '../files/messages.ts'
import type { Sources } from './sources.ts'

/** @throws what is answered where it cannot be done, in words for people */
export type AskFiles = <Kind extends keyof FileAnswers>(
  question: FileQuestion & { kind: Kind },
) => Promise<FileAnswers[Kind]>

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

/** Asks a worker that is started when the first question comes. */
export function fileAsker({ data, later }: Sources): AskFiles {
  const waiting = new Map<number, Waiting>()
  let worker: Promise<Worker> | undefined
  let asked = 0
  const settle = (number: number): Waiting | undefined => {
    const found = waiting.get(number)
    waiting.delete(number)
    return found
  }
  const start = async (): Promise<Worker> => {
    const [script, library] = await Promise.all([later('files'), later('library')])
    const started = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
    started.addEventListener('message', ({ data: told }: MessageEvent<FromFiles>) => {
      if (told.kind === 'answer') settle(told.number)?.resolve(told.answer as never)
      else settle(told.number)?.reject(new Error(told.message))
    })
    started.addEventListener('error', (event) => {
      event.preventDefault()
      worker = undefined
      started.terminate()
      const why = event.message || 'it gave no reason'
      for (const number of waiting.keys()) settle(number)?.reject(new Error(`the worker for files stopped: ${why}`))
    })
    started.postMessage({ kind: 'begin', data, library } satisfies ToFiles)
    return started
  }
  return async (question) => {
    worker ??= start()
    const own = worker
    // A worker that could not be loaded is tried again with the next question.
    own.catch(() => {
      if (worker === own) worker = undefined
    })
    const ready = await own
    asked += 1
    const number = asked
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve, reject })
      ready.postMessage({ kind: 'ask', number, question } satisfies ToFiles)
    })
  }
}

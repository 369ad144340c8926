/** The worker for files as the page sees it: started when it is first asked, and again after it has died. */
import type { FileAnswers, FileQuestion, FromFiles, ToFiles } from '../files/messages.ts'
import type { Sources } from './sources.ts'
import { stoppedText, troubleText } from './trouble.ts'

/** @throws what is answered where it cannot be done, in words for people */
export type AskFiles = <Kind extends keyof FileAnswers>(
  question: FileQuestion & { kind: Kind },
) => Promise<FileAnswers[Kind]>

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

/** A worker that has not answered for so long counts as dead, milliseconds. */
const longestSilence = 60_000

/** Asks a worker that is started when the first question comes. */
export function fileAsker({ data, later }: Sources): AskFiles {
  const waiting = new Map<number, Waiting>()
  let worker: Promise<Worker> | undefined
  let asked = 0
  let stop: ((why: string) => void) | undefined
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
      else settle(told.number)?.reject(new Error(troubleText(told.message)))
    })
    const died = (why: string): void => {
      worker = undefined
      started.terminate()
      for (const number of waiting.keys()) settle(number)?.reject(new Error(stoppedText(why)))
    }
    started.addEventListener('error', (event) => {
      event.preventDefault()
      died(event.message || 'no reason is given')
    })
    stop = died
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
      // A browser may end a worker without a word.
      setTimeout(() => {
        if (waiting.has(number)) stop?.('it did not answer')
      }, longestSilence)
    })
  }
}

/** The engine as the page sees it: workers that are started, replaced where they die, and asked. */
import type { FromConductor, Question, StudySettings, ToConductor } from '../engine/protocol.ts'
import type { PageScenario } from '../data/pageData.ts'
import type { Sources } from './sources.ts'
import { isOfMemory, noWorkers } from './trouble.ts'

/** Who hears of what. */
export interface EngineListener {
  readonly ready: (told: FromConductor & { kind: 'ready' }) => void
  readonly begun: (told: FromConductor & { kind: 'begun' }) => void
  readonly listed: (told: FromConductor & { kind: 'listed' }) => void
  readonly picture: (told: FromConductor & { kind: 'picture' }) => void
  readonly refused: (told: FromConductor & { kind: 'refused' }) => void
  /** Nothing can be computed. @param message in words for people */
  readonly unable: (message: string) => void
}

export interface Engine {
  /** Fulfilled when the conductor needs no turn of the page's thread to begin, or it is known that it cannot. */
  readonly awake: Promise<void>
  /** Who hears from now on; what has come before is told at once. */
  readonly listen: (listener: EngineListener) => void
  /** Begins a study and drops the one before. @param families of outcomes that its pictures need; all where there are none */
  readonly study: (study: number, settings: StudySettings, families: readonly string[]) => void
  /** Lets scenarios be chosen that somebody gave the page. */
  readonly add: (scenarios: readonly PageScenario[]) => void
  /** Shows the study with the rows of these families from now on. */
  readonly show: (families: readonly string[]) => void
  /** @throws what the engine answers where it cannot, in words for people */
  readonly ask: (question: Question) => Promise<unknown>
  /** The workers themselves: the conductor first. */
  readonly workers: () => readonly Worker[]
}

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

/** Workers of one crew that may die before nothing more is tried: a page that starts them for ever helps nobody. */
const mostReplaced = 50

/**
 * Starts the workers: one that conducts, and hands for the cores but one. That one is left for the page and for the browser, which compiles
 * the program on its way: with a second hand on two cores the first picture after a lever took half as long again.
 */
export function startEngine(sources: Sources): Engine {
  if (typeof Worker === 'undefined') throw new Error(noWorkers)
  const address = URL.createObjectURL(new Blob([sources.worker], { type: 'text/javascript' }))
  const hands = Math.max(1, (navigator.hardwareConcurrency || 2) - 1)
  const sleeping: (() => void)[] = []
  const awake = new Promise<void>((resolve) => sleeping.push(resolve))
  const wake = (): void => sleeping.splice(0).forEach((resolve) => resolve())
  const early: Told[] = []
  const waiting = new Map<number, Waiting>()
  const crew = new Map<number, Worker>()
  const added: PageScenario[] = []
  let listener: EngineListener | undefined
  let replaced = 0
  let questions = 0
  let last: (ToConductor & { kind: 'study' }) | undefined

  const hear = (told: FromConductor): void => {
    wake()
    if (told.kind === 'awake') return
    if (told.kind === 'silent') startHand(told.hand)
    else if (told.kind === 'answer') settle(waiting, told.number)?.resolve(told.answer)
    else if (told.kind === 'unanswered') settle(waiting, told.number)?.reject(new Error(told.message))
    else if (listener === undefined) early.push(told)
    else tellPage(listener, told)
    if (told.kind !== 'ready') return
    rest()
    // A conductor that took the place of another goes on with its study.
    if (last !== undefined) tell(last)
  }

  const start = (dies: (why: string) => void): Worker => {
    const worker = new Worker(address)
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      wake()
      replaced += 1
      if (replaced <= mostReplaced) return dies(event.message)
      const why = event.message || 'no reason is given'
      hear({ kind: 'unable', message: `the workers of this page stop again and again: ${why}` })
    })
    return worker
  }

  const startConductor = (link?: string): Worker => {
    const worker = start((why) => {
      if (isOfMemory(why)) {
        // The same study would end in the same way.
        last = undefined
        hear({ kind: 'unable', message: why })
      }
      conductor.terminate()
      for (const one of waiting.keys()) settle(waiting, one)?.reject(new Error('the worker that was asked died'))
      conductor = startConductor()
      for (const hand of crew.keys()) startHand(hand)
    })
    worker.addEventListener('message', ({ data }) => hear(data as FromConductor))
    worker.postMessage({ kind: 'conduct', link })
    worker.postMessage({ kind: 'data', data: sources.data, given: sources.given } satisfies ToConductor)
    if (added.length > 0) worker.postMessage({ kind: 'add', scenarios: added } satisfies ToConductor)
    return worker
  }

  const startHand = (hand: number): void => {
    crew.get(hand)?.terminate()
    const { port1, port2 } = new MessageChannel()
    const worker = start(() => startHand(hand))
    crew.set(hand, worker)
    worker.postMessage({ kind: 'serve' }, [port1])
    conductor.postMessage({ kind: 'hand', hand } satisfies ToConductor, [port2])
  }

  const tell = (message: ToConductor): void => conductor.postMessage(message)
  /** Nothing is computed for a page that nobody sees. */
  const rest = (): void => tell({ kind: 'rest', isResting: document.hidden })

  let conductor = startConductor(location.hash)
  for (let hand = 0; hand < hands; hand++) startHand(hand)
  document.addEventListener('visibilitychange', rest)
  return {
    awake,
    listen: (from) => {
      listener = from
      for (const told of early.splice(0)) tellPage(from, told)
    },
    study: (study, settings, families) => {
      last = { kind: 'study', study, settings, families }
      tell(last)
    },
    add: (scenarios) => {
      added.unshift(...scenarios)
      tell({ kind: 'add', scenarios })
    },
    show: (families) => {
      if (last === undefined) return
      last = { ...last, families }
      tell({ kind: 'families', study: last.study, families })
    },
    ask: (question) =>
      new Promise((resolve, reject) => {
        questions += 1
        waiting.set(questions, { resolve, reject })
        tell({ kind: 'question', number: questions, question })
      }),
    workers: () => [conductor, ...crew.values()],
  }
}

type Told = Exclude<FromConductor, { readonly kind: 'awake' | 'silent' | 'answer' | 'unanswered' }>

function tellPage(listener: EngineListener, told: Told): void {
  if (told.kind === 'ready') listener.ready(told)
  else if (told.kind === 'listed') listener.listed(told)
  else if (told.kind === 'begun') listener.begun(told)
  else if (told.kind === 'picture') listener.picture(told)
  else if (told.kind === 'refused') listener.refused(told)
  else listener.unable(told.message)
}

function settle(waiting: Map<number, Waiting>, number: number): Waiting | undefined {
  const found = waiting.get(number)
  waiting.delete(number)
  return found
}

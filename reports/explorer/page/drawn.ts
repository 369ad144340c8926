/** The futures that somebody has drawn: replicates of the study, in their order, each kept with its outcomes and told in full where it is shown. */
import { outcomeIndex } from '../../../engine/model/accounts/outcomes.ts'
import type { FutureAnswer } from '../engine/asides.ts'
import { type ReadonlySignal, type Signal, useComputed, useSignal, useSignalEffect } from './kit.ts'
import { studyOf } from './settings.ts'
import type { Store } from './store.ts'

/** What is kept of every future. */
export interface DrawnFuture {
  readonly replicate: number
  /** [scenario][year][outcome] the baseline first */
  readonly outcomes: readonly (readonly Float64Array[])[]
  /** Why it failed; empty for a good one. */
  readonly failure: string
}

export interface Drawing {
  /** Good and bad ones, in the order in which they were drawn. */
  readonly futures: ReadonlySignal<readonly DrawnFuture[]>
  /** The one that is told in full. */
  readonly told: ReadonlySignal<FutureAnswer | undefined>
  readonly isDrawing: ReadonlySignal<boolean>
  readonly problem: ReadonlySignal<string>
  /** Draws so many more, one after another, and tells the last. */
  readonly draw: (count: number) => void
  readonly stop: () => void
  /** Tells one that was drawn. @param position in `futures` */
  readonly show: (position: number) => void
  readonly beginAgain: () => void
}

/** What is kept of them stays below 25 MB. */
export const mostDrawn = 500

/** Drawing that begins again whenever what decides the numbers is another. */
export function useDrawing(store: Store): Drawing {
  const futures: Signal<readonly DrawnFuture[]> = useSignal([])
  const told: Signal<FutureAnswer | undefined> = useSignal(undefined)
  const wanted = useSignal(0)
  const problem = useSignal('')
  const isBusy = useSignal(false)
  // What belongs to other settings, or was stopped, is thrown away.
  const round = useSignal(0)
  const study = useComputed(() => {
    const now = store.settings.value
    return now === undefined ? '' : JSON.stringify({ ...studyOf(now), replicates: 0 })
  })
  const forget = (): void => {
    round.value = round.peek() + 1
    futures.value = []
    told.value = undefined
    wanted.value = 0
    problem.value = ''
    isBusy.value = false
  }
  const ask = async (replicate: number): Promise<FutureAnswer | undefined> => {
    const now = store.settings.peek()
    const mine = round.peek()
    if (now === undefined) return undefined
    const found = await store.aside<'future'>({ kind: 'future', settings: studyOf(now), replicate })
    return round.peek() === mine ? found : undefined
  }
  const fail = (mine: number) => (error: unknown) => {
    if (round.peek() !== mine) return
    forget()
    problem.value = error instanceof Error ? error.message : String(error)
  }
  const goOn = async (): Promise<void> => {
    isBusy.value = true
    while (wanted.peek() > 0 && futures.peek().length < mostDrawn) {
      const found = await ask(futures.peek().length)
      if (found === undefined) return
      told.value = found
      futures.value = [...futures.peek(), keptOf(found)]
      wanted.value -= 1
    }
    wanted.value = 0
    isBusy.value = false
  }
  useSignalEffect(() => {
    if (study.value !== '') forget()
  })
  return {
    futures,
    told,
    problem,
    isDrawing: useComputed(() => isBusy.value),
    draw: (count) => {
      // Nothing can be drawn before it is known of what.
      if (store.settings.peek() === undefined) return
      wanted.value = wanted.peek() + count
      if (!isBusy.peek()) goOn().catch(fail(round.peek()))
    },
    stop: () => {
      wanted.value = 0
    },
    show: (position) => {
      const future = futures.peek()[position]
      if (future === undefined) return
      ask(future.replicate).then((found) => {
        if (found !== undefined) told.value = found
      }, fail(round.peek()))
    },
    beginAgain: forget,
  }
}

function keptOf({ future: { replicate, scenarios } }: FutureAnswer): DrawnFuture {
  return {
    replicate,
    outcomes: scenarios.map(({ years }) => years.map(({ outcomes }) => Float64Array.from(outcomes))),
    failure: scenarios.find(({ status }) => status !== 'good')?.status ?? '',
  }
}

/** [future][year] an outcome of the option less that of the baseline, of the good ones. */
export function differencesOf(futures: readonly DrawnFuture[], outcome: string): readonly (readonly number[])[] {
  const c = outcomeIndex(outcome)
  return futures
    .filter(({ failure }) => failure === '')
    .map(({ outcomes: [baseline, option] }) => option.map((row, t) => row[c] - baseline[t][c]))
}

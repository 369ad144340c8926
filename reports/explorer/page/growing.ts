/** Long answers of the worker of the asides, asked for bit by bit, each bit resting on more replicates than the one before. */
import type { AsideAnswers, AsideQuestions } from '../engine/asides.ts'
import { effect, type ReadonlySignal, type Signal, useComputed, useSignal, useSignalEffect } from './kit.ts'
import type { Store } from './store.ts'

/** What grows. */
export type GrowingKind = 'explain' | 'curve'

/** A question without its number of replicates. */
export type Asked<Kind extends GrowingKind> = Omit<AsideQuestions[Kind], 'replicates'>

export interface Growing<Answer> {
  /** As far as it is; of the question before until there is one of this. */
  readonly answer: ReadonlySignal<Answer | undefined>
  /** Whether it is whole, and of the question that is asked. */
  readonly isWhole: ReadonlySignal<boolean>
  /** What is wrong, in words; empty where nothing is. */
  readonly problem: ReadonlySignal<string>
}

/** When and how far to ask. */
export interface GrowingWay {
  /** Replicates of one bit after another. */
  readonly counts: readonly number[]
  /** Whether it lets the study go first. */
  readonly waits: boolean
}

/** Asks whenever the question is another; undefined asks nothing. */
export function useGrowing<Kind extends GrowingKind>(
  store: Store,
  question: () => Asked<Kind> | undefined,
  { counts, waits }: GrowingWay,
): Growing<AsideAnswers[Kind]> {
  const answer: Signal<AsideAnswers[Kind] | undefined> = useSignal(undefined)
  const isWhole = useSignal(false)
  const problem = useSignal('')
  // A text, so that an equal question is no other one.
  const asked = useComputed(() => JSON.stringify(question()) ?? '')
  useSignalEffect(() => {
    const text = asked.value
    let isGone = false
    isWhole.value = false
    problem.value = ''
    const ask = async (): Promise<void> => {
      const said = JSON.parse(text) as Asked<Kind>
      for (const replicates of counts) {
        if (waits) await whenIdle(store)
        if (isGone) return
        const found = await store.aside<Kind>({ ...said, replicates } as unknown as AsideQuestions[Kind])
        if (isGone) return
        answer.value = found
      }
      isWhole.value = true
    }
    if (text === '') answer.value = undefined
    else
      ask().catch((error: unknown) => {
        if (isGone) return
        answer.value = undefined
        problem.value = error instanceof Error ? error.message : String(error)
      })
    return () => {
      isGone = true
    }
  })
  return { answer, isWhole, problem }
}

/** Replicates after which the study counts as done enough. */
const enough = 200

/** Once the study is whole, or far enough. */
async function whenIdle({ picture, isOld }: Store): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      const now = picture.value
      if (isOld.value || now === undefined || !(now.isWhole || now.report.replicates >= enough)) return
      resolve()
      queueMicrotask(() => stop())
    })
  })
}

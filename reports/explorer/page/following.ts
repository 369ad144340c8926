/**
 * The parts of the page follow the study one after another, each in a turn of its own: a picture changes words and tables of all of
 * them, and all at once would keep the page's thread for a tenth of a second.
 */
import type { Picture } from '../engine/protocol.ts'
import { batch, effect, signal, type Signal } from './kit.ts'
import type { Store } from './store.ts'
import { takeTurn } from './turns.ts'

interface Seen {
  readonly picture: Signal<Picture | undefined>
  readonly isOld: Signal<boolean>
}

/** The store as each of so many followers sees it, in the order in which a picture comes to them: the last has it when all have. */
export function followersOf(store: Store, count: number): readonly Store[] {
  const all: readonly Seen[] = Array.from({ length: count }, () => ({
    picture: signal(store.picture.peek()),
    isOld: signal(store.isOld.peek()),
  }))
  const lags = ({ picture, isOld }: Seen): boolean =>
    picture.peek() !== store.picture.peek() || isOld.peek() !== store.isOld.peek()
  let isCalled = false
  let next = 0
  const call = (): void => {
    isCalled = all.some(lags)
    if (isCalled) takeTurn('words', follow)
    else next = 0
  }
  // Round and round: where a new picture comes before all have the last, those that wait for one come first.
  const follow = (): void => {
    const order = [...all.slice(next), ...all.slice(0, next)]
    const found = order.find(lags)
    if (found !== undefined) {
      next = all.indexOf(found) + 1
      batch(() => {
        found.picture.value = store.picture.peek()
        found.isOld.value = store.isOld.peek()
      })
    }
    call()
  }
  effect(() => {
    const isOld = store.isOld.value
    // What is old is so at once.
    if (store.picture.value !== undefined && isOld) batch(() => all.forEach((one) => (one.isOld.value = true)))
    if (!isCalled) call()
  })
  return all.map((seen) => ({ ...store, ...seen }))
}

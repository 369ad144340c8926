/** In which order the worker of the asides is asked: nobody who presses a button waits for a curve that nobody asked for. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { holdBack, restBefore } from '../../../reports/explorer/page/heldBack.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('bits of a curve are asked for when nothing else is, and not between two futures of which one follows the other', () => {
  const asked: string[] = []
  let isBusy = true
  const { hold, restThenAsk } = holdBack<string>(
    () => isBusy,
    (_, question) => asked.push(question),
  )
  hold(1, 'curve')
  restThenAsk()
  vi.advanceTimersByTime(10 * restBefore)
  expect(asked).toEqual([])
  // A future is there, and the next is asked for at once.
  isBusy = false
  restThenAsk()
  isBusy = true
  vi.advanceTimersByTime(10 * restBefore)
  expect(asked).toEqual([])
  isBusy = false
  restThenAsk()
  vi.advanceTimersByTime(restBefore - 1)
  expect(asked).toEqual([])
  vi.advanceTimersByTime(1)
  expect(asked).toEqual(['curve'])
  restThenAsk()
  vi.advanceTimersByTime(10 * restBefore)
  expect(asked).toEqual(['curve'])
})

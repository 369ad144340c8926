import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { speedometer } from '../../engine/run/forecast.ts'

/** What is said after the last of some updates: each a time in milliseconds and the replicates computed by then. */
function after(start: number, updates: readonly (readonly [now: number, computed: number])[]): number {
  const speed = speedometer(start)
  return updates.map(([now, computed]) => speed(now, computed)).at(-1) ?? NaN
}

describe('the time a replicate takes', () => {
  test('is the time over the replicates where each takes as long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 2, max: 60 }), (each, blocks) => {
        const updates = Array.from({ length: blocks }, (_, n) => [1000 + each * 4 * (n + 1), 4 * (n + 1)] as const)
        expect(after(1000, updates)).toBeCloseTo(each / 1000, 9)
      }),
    )
  })

  test('leaves out what was found, however long that took', () => {
    const found = [2000, 5000, 9000].map((now) => [now, 0] as const)
    expect(after(0, [...found, [9500, 1], [10_000, 2]])).toBeCloseTo(0.5, 9)
  })

  test('is that of the second half, since the first replicates are slow', () => {
    expect(
      after(0, [
        [8000, 2],
        [9000, 4],
        [10_000, 6],
        [11_000, 8],
      ]),
    ).toBeCloseTo(0.5, 9)
  })

  test('is not known before anything is computed', () => {
    expect(after(0, [[9000, 0]])).toBe(0)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecaster, speedometer } from '../../engine/run/forecast.ts'

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

/** What is told of a run of 100 units whose n-th block of 2 takes so many milliseconds, and after which block it is told. */
function toldOf(
  milliseconds: (block: number) => number,
): { readonly seconds: number; readonly block: number } | undefined {
  let now = 0
  let told: { readonly seconds: number; readonly block: number } | undefined
  let block = 0
  const hear = forecaster(100, 1, (seconds) => (told = { seconds, block }), {
    now: () => now,
    processor: () => now / 1000,
  })
  for (block = 1; block <= 50; block++) {
    now += milliseconds(block)
    hear(block * 2)
  }
  return told
}

describe('a forecast', () => {
  test('of a run of even speed is the time that it takes, told once and early', () => {
    const told = toldOf(() => 500)
    expect(told?.seconds).toBeCloseTo(25, 9)
    expect(told?.block).toBeLessThanOrEqual(8)
  })

  test('waits until the first slow blocks are past, and counts them as the time they took', () => {
    const told = toldOf((block) => (block <= 4 ? 2000 : 250))
    const taken = (4 * 2000 + 46 * 250) / 1000
    expect(told?.seconds).toBeGreaterThan(0.9 * taken)
    expect(told?.seconds).toBeLessThan(1.1 * taken)
  })

  test('of a run that never settles is told before half of it is past', () => {
    expect(toldOf((block) => 1000 / block)?.block).toBeLessThanOrEqual(25)
  })

  test('of nothing to do is nothing, at once', () => {
    let told: number | undefined
    forecaster(0, 2, (seconds) => (told = seconds))
    expect(told).toBe(0)
  })
})

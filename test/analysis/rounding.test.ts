/** What differs by rounding alone is taken for the same; anything else stays as it is, to the bit. */
import { expect, test } from 'vitest'
import { realDifference, withoutRounding } from '../../engine/analysis/rounding.ts'

test('a difference of a billionth of the figures is none', () => {
  expect(realDifference(1_000_000.000_9, 1_000_000)).toBe(0)
  expect(realDifference(-1_000_000.01, -1_000_000)).toBe(-1_000_000.01 + 1_000_000)
  expect(realDifference(1e-12, 0)).toBe(1e-12)
  expect(realDifference(NaN, 1)).toBeNaN()
})

test('figures that are the same but for rounding become the same, and failures stay failures', () => {
  expect([...withoutRounding(Float64Array.of(1, 1 + 1e-12, NaN, 1 - 1e-11))]).toEqual([
    1 + 1e-12,
    1 + 1e-12,
    NaN,
    1 + 1e-12,
  ])
  const real = Float64Array.of(1, 1 + 1e-12, 1 + 1e-6)
  expect(withoutRounding(real)).toBe(real)
  expect([...withoutRounding(Float64Array.of(0, 1e-300))]).toEqual([0, 1e-300])
})

/** Where most of a handful of replicates lie. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadOf } from '../../engine/analysis/spread.ts'
import { summariseGood } from '../../engine/analysis/summary.ts'

test('is what the summary of the same replicates says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 }),
      (values) => {
        const { mean, interval, n } = spreadOf(values)
        const summary = summariseGood(Float64Array.from(values).toSorted(), 0)
        expect([n, interval.low, interval.high]).toEqual([values.length, summary.low, summary.high])
        expect(mean).toBeCloseTo(summary.mean, 6)
      },
    ),
  )
})

test('of a hundred different values ninety lie between its ends, and the mean is as sure as its standard error', () => {
  const values = Array.from({ length: 100 }, (_, n) => (n * 37) % 100)
  const { inside, meanReach } = spreadOf(values)
  expect(inside).toBe(90)
  expect(meanReach).toBeCloseTo((1.6448536 * Math.sqrt(100 * 101)) / Math.sqrt(12) / 10, 5)
})

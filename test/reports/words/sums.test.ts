/** Sums that add up as they are printed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ruleUnder, sumPlace, unitText, wholeParts } from '../../../reports/words/sums.ts'
import { signedText } from '../../../reports/words/numbers.ts'

describe('parts in whole units', () => {
  test('sum to their rounded total, each within one unit of what it is, and nothing stays nothing', () => {
    const figures = fc.array(fc.oneof(fc.constant(0), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
      maxLength: 9,
    })
    fc.assert(
      fc.property(figures, (parts) => {
        const whole = wholeParts(parts)
        const exact = parts.reduce((sum, part) => sum + part, 0)
        expect(Math.abs(whole.reduce((sum, part) => sum + part, 0) - exact)).toBeLessThanOrEqual(0.5 + 1e-6)
        whole.forEach((one, n) => {
          expect(Number.isInteger(one)).toBe(true)
          expect(Math.abs(one - parts[n])).toBeLessThan(1)
          if (parts[n] === 0) expect(one).toBe(0)
        })
      }),
    )
  })

  test('round those up that lose most', () => {
    expect(wholeParts([0.4, 0.4, 0.4, -0.2])).toEqual([1, 0, 0, 0])
    expect(wholeParts([33.4, 33.4, 33.2])).toEqual([34, 33, 33])
  })
})

test('figures have three digits of the greatest, and no fewer than whole units', () => {
  expect([0, 4321, 12.3, 1.234, 0.0001].map(sumPlace)).toEqual([0, 0, -1, -2, -3])
  expect(unitText(-321, 1, signedText)).toBe('-3,210')
  expect(unitText(321, -2, signedText)).toBe('+3.21')
  expect(ruleUnder(['1', '-1,000'])).toBe('------')
})

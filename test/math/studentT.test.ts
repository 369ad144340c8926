import { describe, expect, it } from 'vitest'
import { studentReach } from '../../engine/math/studentT.ts'

describe("the reach of Student's t", () => {
  // scipy.stats.t.ppf((1 + confidence) / 2, degrees)
  it.each([
    [1, 0.9, 6.313751514675037],
    [3, 0.95, 3.1824463052837078],
    [9, 0.9, 1.833112932656237],
    [15, 0.95, 2.131449545559776],
    [99, 0.99, 2.626405457280827],
    [5000, 0.95, 1.9604385517065073],
  ])('with %i degrees of freedom and confidence %f is %f', (degrees, confidence, reach) => {
    expect(studentReach(degrees, confidence)).toBeCloseTo(reach, 9)
  })

  it('is that of the normal law for many degrees, and infinite for none', () => {
    expect(studentReach(1e6, 0.95)).toBeCloseTo(1.959963984540054, 12)
    expect(studentReach(0, 0.95)).toBe(Infinity)
  })

  it('refuses a confidence of 1', () => {
    expect(() => studentReach(9, 1)).toThrow(/strictly between 0 and 1 is needed; given: 1/)
  })
})

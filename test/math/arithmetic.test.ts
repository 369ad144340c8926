import { describe, expect, test } from 'vitest'
import { failureLines, exitCodeOf } from '../../cli/console/failure.ts'
import { arithmeticFault, requireArithmetic } from '../../engine/math/arithmetic.ts'
import { exp, log } from '../../engine/math/elementary.ts'

/** The next double, away from 0. */
function oneBitMore(x: number): number {
  const double = Float64Array.of(x)
  new BigInt64Array(double.buffer)[0] += 1n
  return double[0]
}

/** As if shared memory of a double did not show its words: the exponent is always that of 1. */
function withoutExponent(x: number): number {
  const mantissa = x / 2 ** Math.floor(Math.log2(x))
  return log(mantissa)
}

const single = (x: number): number => Math.fround(exp(x))

describe('an engine', () => {
  test('that computes as ours does is taken', () => {
    expect(arithmeticFault({ exp, log })).toBeUndefined()
    expect(requireArithmetic).not.toThrow()
  })

  test.each([
    ['one bit more in any exp', { exp: (x: number) => (exp(x) < 1e300 ? exp(x) : oneBitMore(exp(x))), log }],
    [
      'one bit more in small logs',
      { exp, log: (x: number) => (Math.abs(log(x)) < 1e-15 ? oneBitMore(log(x)) : log(x)) },
    ],
    ['numbers of half the length', { exp: single, log }],
    ['words of a double that are not its own', { exp, log: withoutExponent }],
    ['nothing at all', { exp: () => NaN, log: () => NaN }],
    ['the wrong sign of 0', { exp, log: (x: number) => (x === 1 ? -0 : log(x)) }],
    ['tables of zeros', { exp: () => 0, log: () => 0 }],
    ['subnormal numbers that are 0', { exp, log: (x: number) => (x < 2 ** -1022 ? -Infinity : log(x)) }],
  ])('that has %s is refused', (_, functions) => {
    expect(arithmeticFault(functions)).toMatch(/^(exp|log)\(\S+\) is \S+, not \S+$/)
  })

  test('is refused in a sentence, which is no fault of the program, with the first value that differs', () => {
    try {
      requireArithmetic({ exp: single, log })
      expect.unreachable()
    } catch (error) {
      expect(exitCodeOf(error)).toBe(78)
      expect(failureLines(error)).toEqual([
        'this JavaScript engine computes other numbers than Plantshift was tested with, and every result would differ: ' +
          'exp(-708) is 0, not 3.307553003638408e-308. Nothing is run; take Node 20, 22 or 24, or a browser of today',
      ])
    }
  })

  test('is looked at in less than ten thousand operations: each value once', () => {
    const asked: number[] = []
    const counted = (function_: (x: number) => number) => (x: number) => {
      asked.push(x)
      return function_(x)
    }
    expect(arithmeticFault({ exp: counted(exp), log: counted(log) })).toBeUndefined()
    expect(asked.length).toBeGreaterThan(40)
    expect(asked.length).toBeLessThan(100)
  })
})

import { describe, expect, it } from 'vitest'
import { bitsOf, drawNames } from './bits.ts'

// The same numbers on Node 20, 22 and 24. A change here changes every result that was ever published with the engine:
// say so in the changelog.
const stored: Record<string, string> = {
  'exp': '942172c31998f415',
  'log': '99b1201b11ba39a7',
  'log near 1': '500ba7a8e9faf029',
  'pow': '88f928650666b5ef',
  'normalQuantile': '8e308fa77b745afa',
  'normalQuantile, tails': 'f14a2176704cdbe4',
  'normalCdf': 'fc3578821d21c5a7',
  'betaQuantile': '77fa5a20bfc51652',
  'streams': '47a2101aeeb24483',
}

describe('results are the same to the bit, whatever machine and Node version runs them', () => {
  it.each(drawNames)('%s', (name) => {
    expect(bitsOf(name)).toBe(stored[name])
  })
})

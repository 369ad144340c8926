import { describe, expect, it } from 'vitest'
import { bitsOf, drawNames } from './bits.ts'

// The same numbers on Node 20, 22 and 24. A change here changes every result that was ever published with the engine:
// say so in the changelog.
const stored: Record<string, string> = {
  exp: 'f60cee2664521301',
  log: 'bcdef00691bdc194',
  'log near 1': '4b751c4c797842fd',
  pow: '9783e6cfe48cf59f',
  normalQuantile: '7993883cc65ae4ca',
  'normalQuantile, tails': 'aa0c6378610f8601',
  normalCdf: 'a4b06930112f3202',
  betaQuantile: 'd93cef1fd35ca63d',
  streams: '10d8c48158c560c4',
  'scrambled points': '23194f641bf876ab',
  'shuffled positions': '04b0b070f1a1b645',
}

describe('results are the same to the bit, whatever machine and Node version runs them', () => {
  it.each(drawNames)('%s', (name) => {
    expect(bitsOf(name)).toBe(stored[name])
  })
})

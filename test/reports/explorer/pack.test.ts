/** Data on their way into the page. */
import { expect, test } from 'vitest'
import { libraryData } from '../../../reports/explorer/data/libraryData.ts'
import { pack, unpack } from '../../../reports/explorer/data/pack.ts'

test('numbers, arrays and texts come back to the bit', () => {
  const value = {
    numbers: [0.1, -0, NaN, Infinity, -Infinity, 1e-323, 2 ** 53],
    doubles: Float64Array.of(0.1, -0, NaN, 5e-324),
    bytes: Uint8Array.of(0, 255),
    nothing: null,
    text: '</script>\u2028"\\',
    nested: [{ a: [{ b: true }] }],
  }
  expect(unpack(pack(value))).toEqual(value)
})

test('what is there many times is written once, and read as one thing', () => {
  const regime = { name: 'a regime with a name that is long enough', rates: [0.1, 0.2, 0.3] }
  const text = pack([regime, { ...regime, rates: [...regime.rates] }, { inside: regime }])
  expect(text.split('long enough').length).toBe(2)
  const read = unpack(text) as [unknown, unknown, { inside: unknown }]
  expect(read).toEqual([regime, regime, { inside: regime }])
  expect(read[0]).toBe(read[2].inside)
})

test('what JSON would lose without a word is refused', () => {
  expect(() => pack({ map: new Map() })).toThrow(/cannot be packed: Map/)
  expect(() => pack([() => 1])).toThrow(/cannot be packed/)
})

test('the library and the industry come through whole, without the paths of who built it', () => {
  const data = libraryData()
  const text = pack(data)
  expect(unpack(text)).toEqual(data)
  expect(data.scenarios.length).toBeGreaterThan(70)
  expect(text).not.toContain(process.cwd())
})

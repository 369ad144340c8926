import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newStream, nextUniform, nextWord, rootKey, startStream, threefry } from '../../engine/math/streams.ts'
import { nextNormal } from '../reference/normal.ts'

const root = rootKey(2024)

function hex(words: Uint32Array): string {
  return [...words].map((word) => word.toString(16).padStart(8, '0')).join(' ')
}

/** The first `count` uniforms of the stream at an address. */
function uniforms(count: number, replicate: number, purpose: number, entity: number, key = root): number[] {
  const stream = newStream()
  startStream(stream, key, replicate, purpose, entity)
  return Array.from({ length: count }, () => nextUniform(stream))
}

/** The first word of the stream at an address. */
function firstWord(replicate: number, purpose: number, entity: number): number {
  const stream = newStream()
  startStream(stream, root, replicate, purpose, entity)
  return nextWord(stream)
}

function correlation(a: readonly number[], b: readonly number[]): number {
  return (a.reduce((sum, u, n) => sum + (u - 0.5) * (b[n] - 0.5), 0) * 12) / a.length
}

describe('the Threefry-4x32-20 hash', () => {
  // Known answers published with Random123, the reference implementation (file kat_vectors).
  it.each([
    ['00000000', '00000000', '9c6ca96a e17eae66 fc10ecd4 5256a7d8'],
    ['ffffffff', 'ffffffff', '2a881696 57012287 f6c7446e a16a6732'],
  ])('of %s under %s is the published one', (word, key, answer) => {
    const block = new Uint32Array(4).fill(parseInt(word, 16))
    threefry(block, new Uint32Array(4).fill(parseInt(key, 16)))
    expect(hex(block)).toBe(answer)
  })

  it('of the digits of pi is the published one', () => {
    const block = Uint32Array.of(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344)
    threefry(block, Uint32Array.of(0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89))
    expect(hex(block)).toBe('59cd1dbb b8879579 86b5d00c ac8b6d84')
  })

  it('changes half of the 128 bits when one bit of the address or of the key changes', () => {
    const flips: number[] = []
    for (let bit = 0; bit < 256; bit++) {
      const [block, other, key, otherKey] = [1, 1, 7, 7].map((n) => Uint32Array.of(n, n + 1, n + 2, 0))
      const changed = bit < 128 ? other : otherKey
      changed[(bit % 128) >> 5] ^= 1 << (bit & 31)
      threefry(block, key)
      threefry(other, otherKey)
      flips.push([...block].reduce((sum, word, n) => sum + bitsIn(word ^ other[n]), 0))
    }
    expect(Math.min(...flips)).toBeGreaterThan(64 - 5 * Math.sqrt(32))
    expect(Math.max(...flips)).toBeLessThan(64 + 5 * Math.sqrt(32))
    expect(flips.reduce((a, b) => a + b) / flips.length).toBeCloseTo(64, 0)
  })
})

function bitsIn(word: number): number {
  return (word >>> 0).toString(2).replaceAll('0', '').length
}

function cut(x: bigint): bigint {
  return BigInt.asUintN(32, x)
}

describe('sfc32', () => {
  it('draws as its definition says, in whole numbers without end', () => {
    const stream = Uint32Array.of(0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xfffffffe)
    let [a, b, c, counter] = [...stream].map(BigInt)
    for (let n = 0; n < 1000; n++) {
      const word = cut(a + b + counter)
      counter = cut(counter + 1n)
      a = b ^ (b >> 9n)
      b = cut(c + (c << 3n))
      c = cut((cut(c << 21n) | (c >> 11n)) + word)
      expect(BigInt(nextWord(stream))).toBe(word)
    }
    expect([...stream].map(BigInt)).toEqual([a, b, c, counter])
  })

  it('gives a uniform from two words, the upper 26 bits of each, and leaves the same state', () => {
    assert(
      property(integer(), integer(), integer(), integer(), (...words) => {
        const stream = Uint32Array.from(words)
        const twin = Uint32Array.from(words)
        const [high, low] = [nextWord(twin) >>> 6, nextWord(twin) >>> 6]
        expect(nextUniform(stream)).toBe((high * 2 ** 26 + low + 0.5) / 2 ** 52)
        expect(stream).toEqual(twin)
      }),
    )
  })
})

describe('a uniform', () => {
  it('is strictly inside 0 and 1 even when all bits drawn are 0, or all are 1', () => {
    expect(nextUniform(Uint32Array.of(1, 0, 0, 0xffffffff))).toBe(2 ** -53)
    expect(nextUniform(Uint32Array.of(1, 0, 0, 0xfffffffe))).toBe(1 - 2 ** -53)
  })

  it('has the first four moments of the uniform law', () => {
    const u = uniforms(200_000, 1, 2, 3)
    for (const power of [1, 2, 3, 4]) {
      const moment = u.reduce((sum, x) => sum + x ** power, 0) / u.length
      const error = Math.sqrt((1 / (2 * power + 1) - 1 / (power + 1) ** 2) / u.length)
      expect(Math.abs(moment - 1 / (power + 1))).toBeLessThan(4 * error)
    }
  })
})

describe('a normal', () => {
  it('has mean 0, variance 1, no skew and a kurtosis of 3', () => {
    const stream = newStream()
    startStream(stream, root, 5, 6, 7)
    const z = Array.from({ length: 200_000 }, () => nextNormal(stream))
    const moment = (power: number): number => z.reduce((sum, x) => sum + x ** power, 0) / z.length
    // Standard errors of the raw moments of a normal: sqrt of 1, 2, 15 and 96 over n.
    const scale = 4 / Math.sqrt(z.length)
    expect(Math.abs(moment(1))).toBeLessThan(scale)
    expect(Math.abs(moment(2) - 1)).toBeLessThan(scale * Math.sqrt(2))
    expect(Math.abs(moment(3))).toBeLessThan(scale * Math.sqrt(15))
    expect(Math.abs(moment(4) - 3)).toBeLessThan(scale * Math.sqrt(96))
  })
})

describe('neighbouring streams', () => {
  const neighbours: readonly [string, (n: number) => number[]][] = [
    ['replicates', (n) => uniforms(1, n, 1, 1)],
    ['purposes', (n) => uniforms(1, 1, n, 1)],
    ['entities', (n) => uniforms(1, 1, 1, n)],
    ['seeds', (n) => uniforms(1, 1, 1, 1, rootKey(n))],
  ]

  it.each(neighbours)('of %s have first draws that are uniform and not correlated with the next', (name, draw) => {
    const count = name === 'seeds' ? 2_000 : 20_000
    const first = Array.from({ length: count }, (_, n) => draw(n)[0])
    const bins = new Float64Array(64)
    for (const u of first) bins[Math.floor(u * 64)] += 1
    const chiSquare = bins.reduce((sum, seen) => sum + (seen - count / 64) ** 2 / (count / 64), 0)
    expect(Math.abs(chiSquare - 63)).toBeLessThan(4 * Math.sqrt(2 * 63))
    for (const lag of [1, 2, 4, 16]) {
      expect(Math.abs(correlation(first.slice(lag), first))).toBeLessThan(4 / Math.sqrt(count - lag))
    }
  })

  it.each([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [1, 1, 1],
    [2, 0, 0],
    [256, 0, 0],
  ])('at a distance of (%i, %i, %i) are not correlated draw by draw', (replicate, purpose, entity) => {
    const here = uniforms(20_000, 100, 3, 40)
    const there = uniforms(20_000, 100 + replicate, 3 + purpose, 40 + entity)
    for (const lag of [0, 1, 2]) {
      expect(Math.abs(correlation(here.slice(lag), there))).toBeLessThan(4 / Math.sqrt(20_000))
      expect(Math.abs(correlation(there.slice(lag), here))).toBeLessThan(4 / Math.sqrt(20_000))
    }
  })

  it('have words whose bits are balanced, and whose exclusive-or in fours is as random as they are', () => {
    // The fault of shift-register generators seeded with 4, 5, 6, 7 is that the fours come out as zero.
    const singles = new Int32Array(32)
    const fours = new Int32Array(32)
    const count = 4_000
    for (let n = 0; n < count; n++) {
      const words = [0, 1, 2, 3].map((offset) => firstWord(4 * n + offset, 1, 1))
      const four = words.reduce((a, b) => a ^ b)
      for (let bit = 0; bit < 32; bit++) {
        singles[bit] += (words[0] >>> bit) & 1
        fours[bit] += (four >>> bit) & 1
      }
    }
    for (const ones of [...singles, ...fours]) {
      expect(Math.abs(ones - count / 2)).toBeLessThan(4.5 * Math.sqrt(count / 4))
    }
  })

  it('never start in the same state', () => {
    const states = new Set<string>()
    const stream = newStream()
    for (let n = 0; n < 8_000; n++) {
      startStream(stream, root, n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400))
      states.add(hex(stream))
    }
    expect(states.size).toBe(8_000)
  })
})

describe('a stream', () => {
  it('depends on its address alone, not on what was drawn before', () => {
    const stream = newStream()
    startStream(stream, root, 9, 9, 9)
    nextUniform(stream)
    startStream(stream, root, 1, 2, 3)
    expect(nextUniform(stream)).toBe(uniforms(1, 1, 2, 3)[0])
  })

  it('takes replicates and entities up to 2^32 - 1', () => {
    const addresses = [0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1]
    const first = addresses.flatMap((n) => [...uniforms(1, n, 1, 0), ...uniforms(1, 0, 1, n)])
    expect(new Set(first).size).toBe(2 * addresses.length - 1)
  })

  it('is the one it has always been', () => {
    expect(hex(rootKey(2024))).toMatchInlineSnapshot(`"de6123a8 fb894b34 30cb28e5 5131db8b"`)
    expect(hex(rootKey('a run of old'))).toMatchInlineSnapshot(`"e9cb9737 ca18f3c9 50c1a423 565308ff"`)
    const addresses = [
      [0, 0, 0],
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [123456, 16, 2 ** 31 - 1],
    ]
    expect(addresses.map(([replicate, purpose, entity]) => uniforms(2, replicate, purpose, entity).join(' ')))
      .toMatchInlineSnapshot(`
        [
          "0.19807755108078273 0.9720355010870142",
          "0.9735515775980396 0.460939253032563",
          "0.5211721447965983 0.3005081351703126",
          "0.07284170702666948 0.9463604391202328",
          "0.4260868763899367 0.8081200190455852",
        ]
      `)
  })
})

describe('a root key', () => {
  it('is the same for a number and its text, and another one for another seed', () => {
    expect(rootKey(7)).toEqual(rootKey('7'))
    const keys = Array.from({ length: 500 }, (_, seed) => hex(rootKey(seed)))
    expect(new Set(keys).size).toBe(500)
  })

  it('tells a seed from its repetitions, which seedrandom by itself does not', () => {
    expect(rootKey(7)).not.toEqual(rootKey(77))
    expect(rootKey('ab')).not.toEqual(rootKey('ababab'))
  })

  it('is refused for a seed that is none', () => {
    expect(() => rootKey(NaN)).toThrow('a seed must be a finite number or a text that is not empty')
    expect(() => rootKey('')).toThrow(RangeError)
  })
})

import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shuffledPosition, stratifiedUniform } from '../../engine/math/latinHypercube.ts'
import { newStream, rootKey, startStream } from '../../engine/math/streams.ts'

const root = rootKey('latin hypercube')
const stream = newStream()

function shuffle(count: number, key: number): number[] {
  return Array.from({ length: count }, (_, position) => {
    startStream(stream, root, key, 0, 0)
    return shuffledPosition(position, count, stream)
  })
}

describe('the shuffle', () => {
  it('sends all positions to all positions, for any number of cards', () => {
    assert(
      property(integer({ min: 1, max: 300 }), integer({ min: 0, max: 1e6 }), (count, key) => {
        expect(shuffle(count, key).toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n))
      }),
    )
  })

  it('of four cards gives each of the 24 orders equally often', () => {
    const seen = new Map<string, number>()
    for (let key = 0; key < 12_000; key++) {
      const order = shuffle(4, key).join('')
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    expect(seen.size).toBe(24)
    // Chi-square with 23 degrees of freedom; 49.7 is its 99.9% quantile.
    expect([...seen.values()].reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0)).toBeLessThan(49.7)
  })

  it('sends two neighbours of a deck of 100 to any two places', () => {
    const cells = new Float64Array(100)
    for (let key = 0; key < 10_000; key++) {
      const [one, other] = [17, 18].map((position) => {
        startStream(stream, root, key, 1, 0)
        return shuffledPosition(position, 100, stream)
      })
      cells[Math.floor(one / 10) * 10 + Math.floor(other / 10)] += 1
    }
    // Two different places: the same tenth has 90 of the 9900 pairs, two tenths have 100.
    const square = cells.reduce((sum, count, n) => {
      const expected = n % 11 === 0 ? 10_000 * (90 / 9900) : 10_000 * (100 / 9900)
      return sum + (count - expected) ** 2 / expected
    }, 0)
    // Chi-square with 99 degrees of freedom; 148.2 is its 99.9% quantile.
    expect(square).toBeLessThan(148.2)
  })
})

describe('a stratified uniform', () => {
  it('lies in its stratum and never at 0 or 1', () => {
    expect(stratifiedUniform(0.5, 3, 4)).toBe(0.875)
    expect(stratifiedUniform(2 ** -53, 0, 1000)).toBeGreaterThan(0)
    expect(stratifiedUniform(1 - 2 ** -53, 999_999, 1_000_000)).toBeLessThan(1)
    expect(stratifiedUniform(0.37, 0, 1)).toBe(0.37)
  })
})

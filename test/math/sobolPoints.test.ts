import { describe, expect, it } from 'vitest'
import { joeKuoRows } from '../../engine/math/sobolDirections.ts'
import { scrambleDigits, sobolDigits, sobolDimensions, sobolUniform } from '../../engine/math/sobolPoints.ts'
import { newStream, nextWord, rootKey, startStream } from '../../engine/math/streams.ts'

const root = rootKey('sobol')
const purpose = 9
const uniform = (scrambling: number, index: number, dimension: number): number =>
  sobolUniform(newStream(), root, purpose, scrambling, index, dimension)
const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n)

const ones = (count: number): number[] => range(count).map(() => 1)

/** Index of the n-th point in the order of a Gray code, in which most programs list a Sobol' sequence. */
const gray = (n: number): number => n ^ (n >>> 1)

/** Order of x modulo a polynomial over the integers modulo 2, written as binary digits. */
function orderOfX(polynomial: number, degree: number): number {
  let power = 2
  let order = 1
  if ((power >>> degree) & 1) power ^= polynomial
  for (; power !== 1; order++) {
    power <<= 1
    if ((power >>> degree) & 1) power ^= polynomial
  }
  return order
}

/** How many of the points fall in each of the boxes that cut dimension p into `sides[p]` equal parts. */
function counts(coordinates: readonly (readonly number[])[], sides: readonly number[]): number[] {
  const found = range(sides.reduce((product, side) => product * side, 1)).map(() => 0)
  for (const point of coordinates) {
    found[sides.reduce((box, side, p) => box * side + Math.floor(point[p] * side), 0)] += 1
  }
  return found
}

/** Number of first binary digits that two words share. */
const common = (one: number, other: number): number => Math.clz32(one ^ other)

/** Correlation of pairs of uniforms, whose means and variances are known. */
const correlation = (pairs: readonly (readonly [number, number])[]): number =>
  pairs.reduce((sum, [x, y]) => sum + (x - 0.5) * (y - 0.5) * 12, 0) / pairs.length

/** Where a number lies in its half of the interval from 0 to 1. */
const placeInHalf = (u: number): number => (2 * u) % 1

describe('the direction numbers of Joe and Kuo', () => {
  it('have primitive polynomials, all different, by degree', () => {
    const polynomials = joeKuoRows.map(([degree, inner]) => (1 << degree) | (inner << 1) | 1)
    expect(new Set(polynomials).size).toBe(199)
    expect(polynomials).toEqual(polynomials.toSorted((a, b) => a - b))
    joeKuoRows.forEach(([degree], row) => {
      expect(orderOfX(polynomials[row], degree), `row ${row}`).toBe(2 ** degree - 1)
    })
  })

  it('begin with odd numbers, the k-th below 2^k', () => {
    for (const [degree, , ...initial] of joeKuoRows) {
      expect(initial).toHaveLength(degree)
      initial.forEach((m, k) => expect(m % 2 === 1 && m < 2 ** (k + 1)).toBe(true))
    }
  })

  it('give the points that scipy.stats.qmc.Sobol gives', () => {
    const first = range(8).map((n) => range(5).map((p) => sobolDigits(gray(n), p) / 2 ** 32))
    expect(first).toEqual([
      [0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375],
      [0.875, 0.875, 0.125, 0.375, 0.875],
      [0.625, 0.125, 0.875, 0.625, 0.625],
      [0.125, 0.625, 0.375, 0.125, 0.125],
    ])
    expect([0, 1, 5, 20, 63, 128, 199].map((p) => sobolDigits(gray(37), p))).toEqual([
      3959422976, 2751463424, 1275068416, 4093640704, 3556769792, 1946157056, 3959422976,
    ])
  })
})

describe('scrambled Sobol points', () => {
  it('have 2^m points with one in each 2^m-th part of every dimension', () => {
    for (const size of [1, 2, 8, 64, 256]) {
      for (const p of range(sobolDimensions)) {
        const points = range(size).map((i) => [uniform(3, i, p)])
        expect(counts(points, [size]), `dimension ${p}, ${size} points`).toEqual(ones(size))
      }
    }
  })

  it('are a (0, 2)-sequence in the first two dimensions: one of 64 points in every box of volume 1/64', () => {
    for (const start of [0, 64, 640]) {
      const points = range(64).map((i) => [uniform(1, start + i, 0), uniform(1, start + i, 1)])
      for (const sides of [
        [64, 1],
        [32, 2],
        [16, 4],
        [8, 8],
        [4, 16],
        [2, 32],
        [1, 64],
      ]) {
        expect(counts(points, sides)).toEqual(ones(64))
      }
    }
  })

  it('share as many first digits after the scramble as before, and not one more', () => {
    const stream = newStream()
    startStream(stream, root, 0, 0, 0)
    for (let n = 0; n < 500; n++) {
      const key = Uint32Array.of(nextWord(stream), nextWord(stream))
      const one = nextWord(stream)
      const other = one ^ (nextWord(stream) >>> (n % 32))
      expect(common(scrambleDigits(one, key), scrambleDigits(other, key))).toBe(common(one, other))
    }
  })

  it('lie strictly between 0 and 1, with 53 binary digits', () => {
    const all = range(4000).map((i) => uniform(i % 4, i, i % 7))
    expect(Math.min(...all)).toBeGreaterThan(0)
    expect(Math.max(...all)).toBeLessThan(1)
    expect(all.every((u) => Number.isInteger(u * 2 ** 53) && (u * 2 ** 53) % 2 === 1)).toBe(true)
  })

  it('are each uniform over scramblings, the first and the last binary digits alike', () => {
    // Chi-square with 63 degrees of freedom; 103.4 is its 99.9% quantile.
    for (const [index, dimension] of [
      [0, 0],
      [1, 0],
      [5, 3],
      [77, 45],
      [1000, 199],
    ]) {
      for (const scale of [1, 2 ** 26, 2 ** 40]) {
        const points = range(6400).map((scrambling) => [(uniform(scrambling, index, dimension) * scale) % 1])
        const square = counts(points, [64]).reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0)
        expect(square, `point ${index}, dimension ${dimension}, times ${scale}`).toBeLessThan(103.4)
      }
    }
  })

  it('have nothing to do with each other in two scramblings, two dimensions, or two halves of an interval', () => {
    const limit = 3.5 / Math.sqrt(4000)
    const seen = range(4000)
    expect(Math.abs(correlation(seen.map((s) => [uniform(2 * s, 3, 5), uniform(2 * s + 1, 3, 5)])))).toBeLessThan(limit)
    expect(Math.abs(correlation(seen.map((s) => [uniform(s, 3, 5), uniform(s, 3, 6)])))).toBeLessThan(limit)
    // Points 0 and 1 lie in different halves; where in their halves is independent.
    const places = seen.map((s) => [placeInHalf(uniform(s, 0, 0)), placeInHalf(uniform(s, 1, 0))] as const)
    expect(Math.abs(correlation(places))).toBeLessThan(limit)
  })
})

/**
 * Scrambled Sobol' points: sets of points that fill the unit cube far more evenly than random ones, and are random
 * enough to say how far off their means are.
 *
 * I. M. Sobol', "On the distribution of points in a cube", USSR Computational Mathematics and Mathematical Physics 7
 * (1967), with the direction numbers of Joe and Kuo (see `sobolDirections`). The points are scrambled as A. B. Owen,
 * "Randomly permuted (t,m,s)-nets and (t,s)-sequences" (1995) does it: each binary digit of a coordinate is flipped or
 * not by a coin that belongs to the digits before it, so that the coins form a binary tree. Each point is then uniform
 * in the cube, and the set keeps its balance: every interval that halving makes gets its share of any 2^m points.
 *
 * No tree is stored. A coin is a hash of its node of the tree under a key of (root, scrambling, dimension), which makes
 * any point alone computable (the idea of S. Laine and T. Karras, "Stratified sampling for stochastic transparency",
 * 2011, and B. Burley, "Practical hash-based Owen scrambling", 2020). Their hash works on all digits of a number at
 * once and only comes near to independent coins. Here each node has a hash of its own, which is Owen's scramble to the
 * letter, at a price that does not show beside a replicate.
 */
import { joeKuoRows } from './sobolDirections.ts'
import { threefry, type Key } from './streams.ts'
import { hashUnder } from './wordHash.ts'

/** Dimensions of which direction numbers are known. */
export const sobolDimensions: number = joeKuoRows.length + 1

const digitCount = 32
/** Points of one sequence: more would repeat. */
export const sobolPointCount: number = 4_294_967_296

/** [dimension x digit of the index, last first] words that the digits of a point's index bring in. */
const directions = buildDirections()

/** Sobol's recurrence: P. Bratley and B. L. Fox, "Algorithm 659", ACM Trans. on Mathematical Software 14 (1988). */
function buildDirections(): Uint32Array {
  const words = new Uint32Array(sobolDimensions * digitCount)
  for (let k = 0; k < digitCount; k++) words[k] = 1 << (digitCount - 1 - k)
  joeKuoRows.forEach(([degree, coefficients, ...initial], row) => {
    const own = words.subarray((row + 1) * digitCount, (row + 2) * digitCount)
    for (let k = 0; k < degree; k++) own[k] = initial[k] << (digitCount - 1 - k)
    for (let k = degree; k < digitCount; k++) {
      own[k] = own[k - degree] ^ (own[k - degree] >>> degree)
      for (let i = 1; i < degree; i++) if ((coefficients >>> (degree - 1 - i)) & 1) own[k] ^= own[k - i]
    }
  })
  return words
}

/** First 32 binary digits of coordinate `dimension` of point `index`, before scrambling: a whole number below 2^32. */
export function sobolDigits(index: number, dimension: number): number {
  let digits = 0
  let at = dimension * digitCount
  for (let rest = index; rest !== 0; rest >>>= 1, at++) if ((rest & 1) === 1) digits ^= directions[at]
  return digits >>> 0
}

/**
 * The digits after scrambling: digit by digit, flipped where the coin of the node says so. Nodes are numbered as in a
 * heap: the root is 1, and the children of n are 2n and 2n + 1.
 */
export function scrambleDigits(digits: number, key: Uint32Array): number {
  const first = key[0] | 0
  const second = key[1] | 0
  let flips = 0
  let node = 1
  for (let level = digitCount - 1; level >= 0; level--) {
    flips = (flips << 1) | (hashUnder(node, first, second) >>> 31)
    node = (node << 1) | ((digits >>> level) & 1)
  }
  return (digits ^ flips) >>> 0
}

const tailValues = 1_048_576

/**
 * Coordinate `dimension` of point `index` of one scrambling, strictly between 0 and 1: one of the odd multiples of
 * 2^-53, as for `nextUniform`. Two points of a sequence differ in their first 32 digits, so Owen's coins for the digits
 * after them are never thrown twice: twenty random digits, hashed from the first 32, continue the scramble exactly.
 *
 * @param key [4] room for the key of the scrambled coordinate, overwritten
 * @param index from 0 to 2^32 - 1
 * @param purpose of the keys, as for `startStream`
 */
export function sobolUniform(
  key: Uint32Array,
  root: Key,
  purpose: number,
  scrambling: number,
  index: number,
  dimension: number,
): number {
  key[0] = scrambling
  key[1] = purpose
  key[2] = dimension
  key[3] = 0
  threefry(key, root)
  const digits = sobolDigits(index, dimension)
  const tail = hashUnder(digits, key[2] | 0, key[3] | 0) >>> 12
  return (scrambleDigits(digits, key) * tailValues + tail + 0.5) * Number.EPSILON
}

/**
 * Random streams: one for every (run, replicate, purpose, entity), and none that another one can disturb.
 *
 * A run has a root key, made from the user's seed by `seedrandom`. A stream starts from the Threefry-4x32 hash, with 20
 * rounds, of its own address (replicate, purpose, entity) under that key: J. K. Salmon, M. A. Moraes, R. O. Dror and
 * D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", Proceedings of SC11 (2011). Under one key the hash is a
 * bijection of the address, so two addresses never start in the same state; and since it was built as a block cipher,
 * neighbouring addresses have nothing in common.
 *
 * From there numbers come from sfc32, Chris Doty-Humphrey's "small fast chaotic" generator (PractRand): 128 bits
 * of state with a 32-bit counter inside, so that no stream repeats before 2^32 words. Its author starts it from a raw
 * seed with 12 to 15 rounds thrown away. After the hash that is caution, and it is cheap: we throw 12 away.
 *
 * Nothing here allocates but `rootKey` and `newStream`.
 */
import seedrandom from 'seedrandom'

/** [4] root of all streams of a run. */
export type Key = Uint32Array

/** [4] state of one stream, written in place. */
export type Stream = Uint32Array

const warmUpRounds = 12
const threefryParity = 0x1bd11bda

/**
 * The root key of a run. A number and its decimal text are the same seed: `rootKey(7)` equals `rootKey('7')`.
 *
 * @throws RangeError if the seed is an empty text, or a number that is not finite.
 */
export function rootKey(seed: number | string): Key {
  if (seed === '' || (typeof seed === 'number' && !Number.isFinite(seed))) {
    throw new RangeError(`a seed must be a finite number or a text that is not empty, as in 2024; given: "${seed}"`)
  }
  const text = String(seed)
  // The length goes in front because seedrandom takes a seed and its repetitions (7, 77, 777) for the same.
  const generator = seedrandom(`${text.length}:${text}`)
  return Uint32Array.from({ length: 4 }, () => generator.int32())
}

/** Room for one stream; `startStream` sets it. */
export function newStream(): Stream {
  return new Uint32Array(4)
}

/**
 * Set `stream` to the beginning of the stream at an address. The three numbers are whole, from 0 to 2^32 - 1.
 *
 * @param purpose what the draws are for, so that switching one use off leaves the others as they are.
 * @param entity who the draws are for (a line, a plant, a country).
 */
export function startStream(stream: Stream, root: Key, replicate: number, purpose: number, entity: number): void {
  stream[0] = replicate
  stream[1] = purpose
  stream[2] = entity
  stream[3] = 0
  threefry(stream, root)
  for (let round = 0; round < warmUpRounds; round++) nextWord(stream)
}

/** The next 32 bits, as a whole number from 0 to 2^32 - 1. */
export function nextWord(stream: Stream): number {
  const b = stream[1]
  const c = stream[2]
  const counter = stream[3]
  const word = (stream[0] + b + counter) | 0
  stream[0] = b ^ (b >>> 9)
  stream[1] = (c + (c << 3)) | 0
  stream[2] = (((c << 21) | (c >>> 11)) + word) | 0
  stream[3] = (counter + 1) | 0
  return word >>> 0
}

/**
 * A uniform number strictly between 0 and 1: the odd multiples of 2^-53, all with the same chance. They lie evenly
 * around 1/2, so that 1 - u is as good a draw as u, and exact.
 */
export function nextUniform(stream: Stream): number {
  // Two rounds of `nextWord` on local variables, which saves a third of the time of two calls.
  const b = stream[1] | 0
  const c = stream[2] | 0
  const counter = stream[3] | 0
  const high = (((stream[0] + b) | 0) + counter) | 0
  const nextB = (c + (c << 3)) | 0
  const nextC = (((c << 21) | (c >>> 11)) + high) | 0
  const low = ((((b ^ (b >>> 9)) + nextB) | 0) + counter + 1) | 0
  stream[0] = nextB ^ (nextB >>> 9)
  stream[1] = (nextC + (nextC << 3)) | 0
  stream[2] = (((nextC << 21) | (nextC >>> 11)) + low) | 0
  stream[3] = (counter + 2) | 0
  return ((high >>> 6) * 67108864 + (low >>> 6) + 0.5) * Number.EPSILON
}

/** Replace a block of four words by its Threefry-4x32-20 hash under a key: five times four rounds and a key added. */
export function threefry(block: Uint32Array, key: Key): void {
  const k0 = key[0] | 0
  const k1 = key[1] | 0
  const k2 = key[2] | 0
  const k3 = key[3] | 0
  const k4 = threefryParity ^ k0 ^ k1 ^ k2 ^ k3
  block[0] += k0
  block[1] += k1
  block[2] += k2
  block[3] += k3
  evenRounds(block)
  inject(block, k1, k2, k3, k4 + 1)
  oddRounds(block)
  inject(block, k2, k3, k4, k0 + 2)
  evenRounds(block)
  inject(block, k3, k4, k0, k1 + 3)
  oddRounds(block)
  inject(block, k4, k0, k1, k2 + 4)
  evenRounds(block)
  inject(block, k0, k1, k2, k3 + 5)
}

function inject(block: Uint32Array, k0: number, k1: number, k2: number, k3: number): void {
  block[0] += k0
  block[1] += k1
  block[2] += k2
  block[3] += k3
}

/** Rounds 0 to 3 of every eight: their rotations are constants of the cipher. */
function evenRounds(block: Uint32Array): void {
  twoRounds(block, 10, 26, 11, 21)
  twoRounds(block, 13, 27, 23, 5)
}

/** Rounds 4 to 7 of every eight. */
function oddRounds(block: Uint32Array): void {
  twoRounds(block, 6, 20, 17, 11)
  twoRounds(block, 25, 10, 18, 20)
}

/** Two rounds of add, rotate, exclusive-or; each pair of numbers is how far one round turns its two words. */
function twoRounds(block: Uint32Array, a0: number, b0: number, a1: number, b1: number): void {
  let x0 = block[0] | 0
  let x1 = block[1] | 0
  let x2 = block[2] | 0
  let x3 = block[3] | 0
  x0 = (x0 + x1) | 0
  x1 = ((x1 << a0) | (x1 >>> (32 - a0))) ^ x0
  x2 = (x2 + x3) | 0
  x3 = ((x3 << b0) | (x3 >>> (32 - b0))) ^ x2
  x0 = (x0 + x3) | 0
  x3 = ((x3 << a1) | (x3 >>> (32 - a1))) ^ x0
  x2 = (x2 + x1) | 0
  x1 = ((x1 << b1) | (x1 >>> (32 - b1))) ^ x2
  block[0] = x0
  block[1] = x1
  block[2] = x2
  block[3] = x3
}

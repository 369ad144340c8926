/**
 * Hashes of one 32-bit word, for coins that belong to a place (a node of a tree, a pair of cards) and not to a turn in
 * a stream. For what starts a stream, and must stand more, see `threefry` in `streams.ts`.
 */

/** Mixes the bits of a word, one to one: the finalizer of A. Appleby's MurmurHash3 (2011). Gives a signed number. */
export function mixWord(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** A hash of a word under two random words, the key; signed. */
export function hashUnder(word: number, first: number, second: number): number {
  return mixWord((mixWord(word ^ first) + second) | 0)
}

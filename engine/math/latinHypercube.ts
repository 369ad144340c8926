/**
 * Latin hypercubes: n points of which each dimension has exactly one in each of n strata of equal probability. M. D.
 * McKay, R. J. Beckman and W. J. Conover, "A comparison of three methods for selecting values of input variables in the
 * analysis of output from a computer code", Technometrics 21 (1979).
 *
 * Which stratum a point gets is a random permutation of its position in the batch, one for each dimension and batch.
 * The permutation is not stored: V. T. Hoang, B. Morris and P. Rogaway, "An enciphering scheme based on a card
 * shuffle", CRYPTO 2012, follow one card through a shuffle without looking at the others. Each round pairs cards by a
 * random fold of the deck and swaps each pair, or not, by a coin. In a round a card goes with chance 1/2 to a place
 * that is uniform, so that after 32 rounds its law differs from the uniform by less than 2^-32.
 */
import { nextWord, type Stream } from './streams.ts'
import { mixWord } from './wordHash.ts'

const rounds = 32
const words = 4_294_967_296
const largestBelowOne = 1 - Number.EPSILON / 2

/**
 * Where a card goes in a shuffle of `count` cards, by position from 0. The same stream state gives the same shuffle,
 * and all positions together a permutation. The stream moves on.
 */
export function shuffledPosition(position: number, count: number, stream: Stream): number {
  let place = position
  for (let round = 0; round < rounds; round++) {
    const fold = Math.floor((nextWord(stream) / words) * count)
    const coins = nextWord(stream)
    const partner = fold >= place ? fold - place : fold - place + count
    // Both cards of a pair look at the same coin: that of the higher place.
    if (mixWord((place > partner ? place : partner) ^ coins) < 0) place = partner
  }
  return place
}

/** The number at share `within` of a stratum, strictly between 0 and 1; `within` is too. */
export function stratifiedUniform(within: number, stratum: number, strata: number): number {
  return Math.min((stratum + within) / strata, largestBelowOne)
}

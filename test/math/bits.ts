/**
 * One number that stands for all bits of 100,000 results of each function of the `math` room. Whatever runs the tests
 * has to arrive at the same numbers, which is how every Node version is held to the same results.
 */
import { betaQuantile } from '../../engine/math/betaQuantile.ts'
import { exp, log, pow } from '../../engine/math/elementary.ts'
import { shuffledPosition } from '../../engine/math/latinHypercube.ts'
import { normalCdf, normalQuantile } from '../../engine/math/normalQuantile.ts'
import { sobolUniform } from '../../engine/math/sobolPoints.ts'
import { newStream, nextUniform, nextWord, rootKey, startStream, type Stream } from '../../engine/math/streams.ts'

const count = 100_000

/** Two rounds of FNV-1a (Fowler, Noll and Vo), a 32-bit word at a time, on the two halves of every double. */
function hashOf(values: Float64Array): string {
  let low = 0x811c9dc5
  let high = 0x811c9dc5
  const bytes = new DataView(values.buffer)
  for (let n = 0; n < values.length; n++) {
    low = Math.imul(low ^ bytes.getUint32(8 * n, true), 0x01000193)
    high = Math.imul(high ^ bytes.getUint32(8 * n + 4, true), 0x01000193) ^ (low >>> 15)
  }
  return [high, low].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

const sobolRoot = rootKey('bits of points')

const draws: Record<string, (stream: Stream) => number> = {
  exp: (stream) => exp((nextUniform(stream) - 0.5) * 1500),
  log: (stream) => log(nextUniform(stream) * exp((nextUniform(stream) - 0.5) * 100)),
  'log near 1': (stream) => log(1 + (nextUniform(stream) - 0.5) / 50),
  pow: (stream) => pow(nextUniform(stream) * 100, (nextUniform(stream) - 0.5) * 20),
  normalQuantile: (stream) => normalQuantile(nextUniform(stream)),
  'normalQuantile, tails': (stream) => normalQuantile(exp(-700 * nextUniform(stream))),
  normalCdf: (stream) => normalCdf((nextUniform(stream) - 0.5) * 80),
  betaQuantile: (stream) => betaQuantile(nextUniform(stream), 0.45, 2.55),
  streams: nextUniform,
  'scrambled points': (stream) =>
    sobolUniform(newStream(), sobolRoot, 51, nextWord(stream), nextWord(stream), nextWord(stream) % 200),
  'shuffled positions': (stream) => shuffledPosition(nextWord(stream) % 1000, 1000, stream),
}

export const drawNames: readonly string[] = Object.keys(draws)

/** Hash of 100,000 results: ten from each of 10,000 streams. Betas, which are slow, are a tenth of that. */
export function bitsOf(name: string): string {
  const root = rootKey('bits')
  const stream = newStream()
  const values = new Float64Array(name === 'betaQuantile' ? count / 10 : count)
  const draw = draws[name]
  if (draw === undefined) throw new RangeError(`unknown draw: ${name}; known: ${drawNames.join(', ')}`)
  for (let n = 0; n < values.length; n++) {
    if (n % 10 === 0) startStream(stream, root, n / 10, 1, 7)
    values[n] = draw(stream)
  }
  return hashOf(values)
}

/** Standard normal columns for tests of precision. */
import { newStream, rootKey, startStream } from '../../../engine/math/streams.ts'
import { nextNormal } from '../../reference/normal.ts'

const root = rootKey('precision')

export function normalSample(count: number, seed: number, entity: number = 0): Float64Array {
  const stream = newStream()
  startStream(stream, root, seed, 0, entity)
  return Float64Array.from({ length: count }, () => nextNormal(stream))
}

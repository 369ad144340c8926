import { normalQuantile } from '../../engine/math/normalQuantile.ts'
import { type Stream, nextUniform } from '../../engine/math/streams.ts'

/** A standard normal number, from one uniform. */
export function nextNormal(stream: Stream): number {
  return normalQuantile(nextUniform(stream))
}

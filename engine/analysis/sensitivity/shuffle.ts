/** A random order, all orders with the same chance (R. A. Fisher and F. Yates, in R. Durstenfeld's way, 1964). */
import { nextUniform, type Stream } from '../../math/streams.ts'

/** Fills `order` with the whole numbers from 0 in random order. */
export function fillShuffled(order: Int32Array, stream: Stream): void {
  for (let n = 0; n < order.length; n++) {
    const other = Math.floor((n + 1) * nextUniform(stream))
    order[n] = order[other]
    order[other] = n
  }
}

/** Chance of a case: the same numbers for the same seed, kind of case and number, whatever else is tried. */
import { newStream, nextUniform, rootKey, startStream, type Stream } from '../../engine/math/streams.ts'

export interface Chance {
  readonly stream: Stream
  /** A number from 0, below 1. */
  readonly share: () => number
  /** A whole number from 0, below `n`. */
  readonly below: (n: number) => number
  /** One of a list. */
  readonly one: <T>(list: readonly T[]) => T
}

function chanceFrom(stream: Stream): Chance {
  const share = (): number => nextUniform(stream)
  const below = (n: number): number => Math.floor(share() * n)
  return { stream, share, below, one: (list) => list[below(list.length)] }
}

export function chanceOf(seed: number, kind: string, number: number): Chance {
  const stream = newStream()
  startStream(stream, rootKey(`torture ${kind} ${seed}`), number, 0, 0)
  return chanceFrom(stream)
}

/** What comes next, again and again from here on. */
export function copyOf({ stream }: Chance): () => Chance {
  const from = stream.slice()
  return () => chanceFrom(from.slice())
}

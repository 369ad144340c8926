/** What holds where nobody says otherwise. */
import { usageError } from '../../engine/run/errors.ts'

/** Enough for the words; `run` gives the intervals. */
export const explainReplicates = 100

/** Enough for the large groups; the report says what it is not enough for. */
export const sensitivityReplicates = 3000

/** Fixed, so that the same request gives the same numbers. */
export const defaultSeed = 20240101
export const defaultReplicates = 500

/**
 * The seed of a study: what somebody asks for, else what the scenario states, else the usual one.
 *
 * @throws an error of kind `usage` for what is no whole number, or one that not every program can hold: above 2^53 - 1 two seeds
 *   would be read as one
 */
export function seedOf(asked: number | undefined, stated: number | null | undefined): number {
  const seed = asked ?? stated ?? defaultSeed
  if (Number.isSafeInteger(seed) && seed >= 0) return seed
  throw usageError(`a seed is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}; given ${seed}`)
}

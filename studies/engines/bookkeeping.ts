/**
 * What is to be done next of a run that others compute, from what is there and what the engine holds: nothing but data, so that
 * every engine keeps the same promise, and a simulated one can try it.
 *
 * The promise: a block is handed out again for as long as it is missing and nobody has it, so that it is computed at least once; it
 * counts once, by its file; and it ends, since every round writes a block, or begins one that then is tired a bit more, or is barren.
 */

/** Begun as often without being done, a block is taken for one that kills whoever computes it. */
export const mostAttempts = 3
/** So many rounds one after another in which no worker began anything, and the engine is taken for one that starts nothing. */
export const mostBarren = 3

/** What is known at one moment. */
export interface Situation {
  /** Blocks that are wanted now and are not there, rising. */
  readonly missing: readonly number[]
  /** Blocks of these that the engine has: waiting, running or held. */
  readonly held: ReadonlySet<number>
  /** [block] times that it was begun and not done. */
  readonly unfinished: ReadonlyMap<number, number>
  /** Rounds, at the end of those that are over, in which nothing was begun. */
  readonly barren: number
  /** Why workers will not go on, nor would others. */
  readonly refusals: readonly string[]
}

export type Decision =
  /** All that is wanted now is there. */
  | { readonly kind: 'complete' }
  /** The engine has all that can be had. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'hand out'; readonly blocks: readonly number[] }
  | { readonly kind: 'give up'; readonly blocks: readonly number[]; readonly why: string }

/** What is to be done next. */
export function decide({ missing, held, unfinished, barren, refusals }: Situation): Decision {
  if (refusals.length > 0) return { kind: 'give up', blocks: missing, why: refusals[0] }
  if (missing.length === 0) return { kind: 'complete' }
  const free = missing.filter((block) => !held.has(block))
  if (free.length === 0) return { kind: 'wait' }
  const fresh = free.filter((block) => (unfinished.get(block) ?? 0) < mostAttempts)
  if (fresh.length > 0 && barren < mostBarren) return { kind: 'hand out', blocks: fresh }
  // What is still at work may do well, and is not given up for the others.
  if (free.length < missing.length) return { kind: 'wait' }
  const why =
    fresh.length > 0
      ? `${barren} rounds one after another ended before a worker began anything`
      : `begun ${mostAttempts} times each, and never done`
  return { kind: 'give up', blocks: free, why }
}

/**
 * Rounds, at the end of those that are over, in which nothing was begun.
 *
 * @param ended numbers of the rounds that are over, rising
 * @param begun those in which a block was begun
 */
export function barrenRounds(ended: readonly number[], begun: ReadonlySet<number>): number {
  const last = ended.findLastIndex((round) => begun.has(round))
  return ended.length - 1 - last
}

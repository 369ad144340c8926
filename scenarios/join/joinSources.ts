/** A scenario's files laid one over the other, in the order in which they were read. */
import { merge } from '../file/merge.ts'
import { overlayPositions, type Positions } from '../file/position.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { withoutOldAnswer } from './designJoin.ts'
import { inheritable, type ScenarioSource } from './files.ts'

export interface Joined {
  /** All files joined; nulls are still there, since regimes that extend each other need them. */
  readonly content: ScenarioFile
  readonly positions: Positions
}

/** What it extends and is compared with is said by other scenarios, and is no part of what it is. */
export function joinSources(sources: readonly ScenarioSource[]): Joined {
  const content = sources.reduce<ScenarioFile>((joined, { value }, n) => {
    const { extends: _, baseline: __, ...said } = n === sources.length - 1 ? value : inheritable(value)
    return merge(withoutOldAnswer(joined, said), said) as ScenarioFile
  }, {})
  return { content, positions: overlayPositions(sources.map(({ positions }) => positions)) }
}

/**
 * A number of replicates and a wanted precision are two answers to one question: the file that is read later gives the
 * answer, so that a scenario may ask for precision though `base`, which it extends, states a number.
 */
import { isPlainObject } from '../file/merge.ts'
import type { DesignBlock } from '../parameters/sampling.ts'
import type { ScenarioFile } from '../file/scenario.ts'

const ofPrecision: readonly (keyof DesignBlock)[] = ['until', 'min', 'max', 'batch']

/** What was joined so far, without the answer that the next file replaces. */
export function withoutOldAnswer(joined: ScenarioFile, next: ScenarioFile): ScenarioFile {
  const { design } = joined
  if (!isPlainObject(design) || !isPlainObject(next.design)) return joined
  const old = [
    ...(states(next.design, 'until') ? ['replicates'] : []),
    ...(states(next.design, 'replicates') ? ofPrecision : []),
  ]
  return { ...joined, design: Object.fromEntries(Object.entries(design).filter(([key]) => !old.includes(key))) }
}

function states(design: DesignBlock, key: keyof DesignBlock): boolean {
  return design[key] !== undefined && design[key] !== null
}

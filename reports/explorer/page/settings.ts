/** All that somebody can choose on the page, as one thing that does not change: a change makes another. */
import type { View } from '../../data/view.ts'
import type { Listed, StudySettings } from '../engine/protocol.ts'

export interface Settings extends StudySettings {
  /** Calendar year that tables and maps show; the last where undefined. */
  readonly year: number | undefined
  /** Country that the answer is told for; the United States where undefined. */
  readonly view: View | undefined
  /** Id of the outcome that curves and single futures show. */
  readonly outcome: string | undefined
  /** Plant, nameplate or maker that is explained. */
  readonly why: string | undefined
  /** Id of the lever along which a curve is drawn. */
  readonly along: string | undefined
}

/** With which option a page opens that was opened with none. */
export const usualOption = 'tariff-25-from-2027'

/** Enough for a clear picture, and soon there. */
export const usualReplicates = 200
export const mostReplicates = 10_000

/** Where a page begins. @param option name of a scenario */
export function settingsFor(option: string, listed: readonly Listed[]): Settings {
  const found = listed.find(({ name }) => name === option) ?? listed[0]
  return {
    baseline: found.baseline,
    option: found.name,
    levers: {},
    held: {},
    narrowed: {},
    forms: {},
    seed: undefined,
    replicates: usualReplicates,
    year: undefined,
    view: undefined,
    outcome: undefined,
    why: undefined,
    along: undefined,
  }
}

/** What of the settings decides the numbers. */
export function studyOf({
  baseline,
  option,
  levers,
  held,
  narrowed,
  forms,
  seed,
  replicates,
}: Settings): StudySettings {
  return { baseline, option, levers, held, narrowed, forms, seed, replicates }
}

/** Whether both have the same numbers: they may differ in what is shown of them. */
export function isSameStudy(one: Settings, other: Settings): boolean {
  return JSON.stringify(studyOf(one)) === JSON.stringify(studyOf(other))
}

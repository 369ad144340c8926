/** Outcomes that a file makes by a formula from those of the catalogue, as it states them. */
import type { GoodDirection } from '../../engine/model/accounts/outcomeFamily.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import type { ByName } from './values.ts'

export interface StatedDerivedOutcome {
  /** As in `assemblyJobs.US / vehicleDuties.US`. */
  readonly formula: string
  readonly unit?: string | undefined
  /** In which direction most readers would call a change an improvement; neither unless given. */
  readonly good?: GoodDirection | undefined
  readonly title?: string | undefined
}

/** The formula alone, or with its unit, direction and title. */
export type StatedDerived = string | StatedDerivedOutcome

/** By name; null takes away what a file that it extends states. */
export type DerivedBlock = ByName<StatedDerived | null>

/** A derived outcome with all that it leaves out. */
export interface DerivedText {
  /** Its name, by which it is asked for. */
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly good: GoodDirection
  readonly formula: string
}

/** What a file states of derived outcomes, in its order. */
export function derivedTexts(stated: DerivedBlock | null | undefined): readonly DerivedText[] {
  return Object.entries(stated ?? {}).flatMap(([id, said]) => {
    if (said === null) return []
    const { formula, unit = '', good = 'neither', title = id } = typeof said === 'string' ? { formula: said } : said
    return [{ id, title, unit, good, formula }]
  })
}

/** A derived outcome as tables and reports name it: it is of no one place. */
export function derivedDefinition({ id, title, unit, good }: DerivedText): OutcomeDefinition {
  return { id, family: id, label: title, place: '', unit, good }
}

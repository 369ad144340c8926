/** What a scenario says of makers who learn from threats that do not land. Section 8 of docs/model.md. */
import type { ByName } from './values.ts'

/** Belief in the threats fades from one quiet year to the next. */
export interface Learning {
  /** By regime in force: those that are threatened. */
  readonly threats?: ByName<readonly string[] | null> | undefined
  /** Years of experience that the first belief is worth; above 0. */
  readonly weight?: number | undefined
}

/** What welfare carries from year to year. */
import { type Displacement, createDisplacement } from './displacement.ts'
import { type RetaliationState, createRetaliation } from './retaliation.ts'

/** Displaced workers and retaliation in one history. */
export interface WelfareState {
  readonly displacement: Displacement
  readonly retaliation: RetaliationState
}

/** @param slots number of plant slots */
export function createWelfareState(slots: number): WelfareState {
  return { displacement: createDisplacement(slots), retaliation: createRetaliation() }
}

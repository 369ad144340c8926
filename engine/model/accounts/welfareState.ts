import { type Displacement, createDisplacement } from './displacement.ts'
import { type RetaliationState, createRetaliation } from './retaliation.ts'

export interface WelfareState {
  readonly displacement: Displacement
  readonly retaliation: RetaliationState
}

export function createWelfareState(slots: number): WelfareState {
  return { displacement: createDisplacement(slots), retaliation: createRetaliation() }
}

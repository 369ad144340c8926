/** An outcome that a formula makes from those of the catalogue. */
import type { Formula } from '../../math/formula.ts'
import type { OutcomeDefinition } from './outcomes.ts'

export interface DerivedOutcome {
  readonly definition: OutcomeDefinition
  readonly formula: Formula
  /** [input of the formula] position in the catalogue. */
  readonly inputs: readonly number[]
}

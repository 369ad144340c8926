/** What a sensitivity analysis found, with what was asked: plain data that the text and the JSON are made from. */
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import type { SensitivityFinding } from '../plan/sensitivityMethods.ts'

export interface SensitivityStudy {
  readonly scenario: string
  /** Scenario whose outcome is taken off, or undefined where the level is analysed. */
  readonly against: string | undefined
  readonly outcome: OutcomeDefinition
  readonly year: number
  readonly seed: number
  /** Runs of the model in all. */
  readonly replicates: number
  readonly finding: SensitivityFinding
  /** The command that computes the same numbers again. */
  readonly reproduce: string
}

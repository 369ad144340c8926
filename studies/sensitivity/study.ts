/** What a sensitivity analysis found, with what was asked: plain data that the text and the JSON are made from. */
import type { BinnedResult } from '../../engine/analysis/sensitivity/binnedIndices.ts'
import type { MorrisResult } from '../../engine/analysis/sensitivity/morrisEffects.ts'
import type { PawnResult } from '../../engine/analysis/sensitivity/pawn.ts'
import type { SobolPair } from '../../engine/analysis/sensitivity/sobolPairs.ts'
import type { SobolResult } from '../../engine/analysis/sensitivity/sobolIndices.ts'
import type { TornadoResult } from '../../engine/analysis/sensitivity/tornado.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'

export const sensitivityMethods = ['sobol', 'morris', 'pawn', 'oat'] as const
export type SensitivityMethod = (typeof sensitivityMethods)[number]

export type SensitivityFinding =
  /** `pairs` where they were asked for. */
  | { readonly method: 'sobol'; readonly sobol: SobolResult; readonly pairs?: readonly SobolPair[] }
  | { readonly method: 'morris'; readonly morris: MorrisResult }
  /** A plain sample gives both. */
  | { readonly method: 'pawn'; readonly pawn: PawnResult; readonly binned: BinnedResult }
  | { readonly method: 'oat'; readonly tornado: TornadoResult }

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

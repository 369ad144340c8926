/** Methods of sensitivity analysis, and what each finds. */
import type { BinnedResult } from '../../engine/analysis/sensitivity/binnedIndices.ts'
import type { MorrisResult } from '../../engine/analysis/sensitivity/morrisEffects.ts'
import type { PawnResult } from '../../engine/analysis/sensitivity/pawn.ts'
import type { SobolPair } from '../../engine/analysis/sensitivity/sobolPairs.ts'
import type { SobolResult } from '../../engine/analysis/sensitivity/sobolIndices.ts'
import type { TornadoResult } from '../../engine/analysis/sensitivity/tornado.ts'
import type { FactorKind } from '../../scenarios/parameters/sensitivityFactors.ts'

export const sensitivityMethods = ['sobol', 'morris', 'pawn', 'oat'] as const
export type SensitivityMethod = (typeof sensitivityMethods)[number]

/** The design of a sensitivity analysis: its runs are rows of a table that follows from it, the seed and the scenario's laws. */
export interface SensitivityDesign {
  readonly method: SensitivityMethod
  readonly factors: FactorKind
  /** Whether second indices of pairs are asked for. */
  readonly pairs: boolean
  readonly lookedAt: readonly LookedAt[]
}

/** An outcome of the catalogue, a derived one or the condition that is looked at, in a calendar year. */
export interface LookedAt {
  readonly outcome: string
  readonly year: number
}

export type SensitivityFinding =
  /** `pairs` where they were asked for. */
  | { readonly method: 'sobol'; readonly sobol: SobolResult; readonly pairs?: readonly SobolPair[] }
  | { readonly method: 'morris'; readonly morris: MorrisResult }
  /** A plain sample gives both. */
  | { readonly method: 'pawn'; readonly pawn: PawnResult; readonly binned: BinnedResult }
  | { readonly method: 'oat'; readonly tornado: TornadoResult }

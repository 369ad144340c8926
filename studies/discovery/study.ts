import type { Failing } from '../../engine/analysis/discovery/cases.ts'
import type { Discovery } from '../../engine/analysis/discovery/discover.ts'
import type { Tree } from '../../engine/analysis/discovery/tree.ts'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'

/** A lever or a parameter by which cases differ. */
export interface DiscoveryFactor {
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly kind: 'lever' | 'parameter'
  /** Where it says whether a lever, or the form of the model, is one of several: 1 where it is, 0 where it is another. */
  readonly category?: { readonly of: string; readonly is: string }
}

export interface DiscoveryStudy {
  /** Scenario, or the sweep all of whose points are cases. */
  readonly option: string
  /** Points whose replicates are cases; 1 for a single scenario. */
  readonly points: number
  readonly replicates: number
  /** Scenario whose outcome is taken off in the same replicate, or undefined where the level is looked at. */
  readonly against: string | undefined
  readonly outcome: OutcomeDefinition
  readonly year: number
  readonly failing: Failing
  /** The condition that counts as failing, where one was given in place of an outcome and a figure. */
  readonly when?: string
  readonly factors: readonly DiscoveryFactor[]
  /** How the box was chosen, where somebody chose it. */
  readonly chosen?: string
  readonly discovery: Discovery
  /** Grown by the half that searches, pruned by the other. */
  readonly tree: Tree
  /** [factor] its part in what the tree tells apart. */
  readonly scores: readonly number[]
  /** What was there of a result that was not whole, as in `9 of 12 blocks of replicates`; absent where all was there. */
  readonly partial?: string
  readonly seed: number
  /** The command that finds the same again. */
  readonly reproduce: string
}

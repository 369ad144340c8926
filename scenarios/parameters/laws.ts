/** How a scenario states the law of an uncertain parameter, and how two parameters hang together. */
import type { FormName, ParameterName } from '../../engine/model/draws/parameters.ts'

/** What a scenario states of two parameters; it takes the place of what the table of parameters says of them. */
export interface Correlation {
  /** Two parameters. */
  readonly between: readonly StatedName[]
  readonly value: number
  readonly source?: string | undefined
}

/** Names of the numbers of the laws that a few numbers describe, in the order of `ParameterLaws`. */
export const lawNumbers = {
  constant: ['value'],
  uniform: ['low', 'high'],
  triangular: ['low', 'mode', 'high'],
  normal: ['mean', 'deviation'],
  truncatedNormal: ['mean', 'deviation', 'width'],
  lognormal: ['median', 'sigma'],
  logUniform: ['low', 'high'],
  choice: ['first', 'second', 'third'],
} as const

interface Sourced {
  readonly source?: string | undefined
}

/** A law that a few numbers describe, as in `{ law: triangular, low: 3, mode: 4, high: 6 }`. */
export type NumberLaw = {
  [K in keyof typeof lawNumbers]: { readonly law: K } & {
    readonly [N in (typeof lawNumbers)[K][number]]: number
  } & Sourced
}[keyof typeof lawNumbers]

/** The beta law, from 0 to 1 unless other ends are given. */
export interface BetaLaw extends Sourced {
  readonly law: 'beta'
  readonly alpha: number
  readonly beta: number
  readonly low?: number | undefined
  readonly high?: number | undefined
}

/** One of some values, with these chances; without any, all are as likely. */
export interface DiscreteLaw extends Sourced {
  readonly law: 'discrete'
  readonly values: readonly number[]
  readonly chances?: readonly number[] | undefined
}

/** A law that may be cut. */
export type WholeLaw =
  | Extract<NumberLaw, { readonly law: 'uniform' | 'triangular' | 'normal' | 'lognormal' | 'logUniform' }>
  | BetaLaw

/** Another law of which only what lies between two ends is drawn; an end that is left out is that of the law. */
export interface TruncatedLaw extends Sourced {
  readonly law: 'truncated'
  readonly of: WholeLaw
  readonly low?: number | undefined
  readonly high?: number | undefined
}

/** The values of a column of a CSV file beside the scenario; where the file is read it becomes a discrete law. */
export interface EmpiricalLaw extends Sourced {
  readonly law: 'empirical'
  readonly csv: string
  /** Name of the column of values; may be left out where there is one column. */
  readonly column?: string | undefined
  /** Name of a column of weights; all values count alike without it. */
  readonly weights?: string | undefined
}

/** The law of an uncertain parameter. */
export type Law = NumberLaw | BetaLaw | DiscreteLaw | TruncatedLaw

/** A law that a scenario can state of a number; which form a model has is said by `demand` and `closure`. */
export type StatedLaw = Exclude<Law, { readonly law: 'choice' }> | EmpiricalLaw

/** A law, or a number at which the parameter is held. */
export type Uncertainty = number | StatedLaw

/** Parameters of which a scenario can state a law. */
export type StatedName = Exclude<ParameterName, FormName>

/** What a scenario states of parameters, by name; null takes away what a file that it extends states. */
export type Uncertainties = { readonly [name in StatedName]?: Uncertainty | null | undefined }

/** Laws of all parameters that a scenario states or chooses. */
export type Laws = { readonly [name in ParameterName]?: number | Law | EmpiricalLaw | null | undefined }

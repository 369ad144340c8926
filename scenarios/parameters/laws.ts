/** How a scenario states the law of an uncertain parameter, and how two parameters hang together. */
import type { FormName, ParameterName } from '../../engine/model/draws/parameters.ts'
import type { LawKind } from '../../engine/model/draws/parameterLaws.ts'

/** What a scenario states of two parameters; it takes the place of what the table of parameters says of them. */
export interface Correlation {
  /** Two parameters. */
  readonly between: readonly StatedName[]
  readonly value: number
  readonly source?: string | undefined
}

/** Names of the numbers that each law needs, in the order of `ParameterLaws`. */
export const lawNumbers = {
  constant: ['value'],
  uniform: ['low', 'high'],
  triangular: ['low', 'mode', 'high'],
  normal: ['mean', 'deviation'],
  truncatedNormal: ['mean', 'deviation', 'width'],
  lognormal: ['median', 'sigma'],
  choice: ['first', 'second', 'third'],
} as const

/** The law of an uncertain parameter, as in `{ law: triangular, low: 3, mode: 4, high: 6 }`. */
export type Law = {
  [K in LawKind]: { readonly law: K } & { readonly [N in (typeof lawNumbers)[K][number]]: number } & {
    readonly source?: string | undefined
  }
}[LawKind]

/** A law that a scenario can state of a number; which form a model has is said by `demand` and `closure`. */
export type StatedLaw = Exclude<Law, { readonly law: 'choice' }>

/** A law, or a number at which the parameter is held. */
export type Uncertainty = number | StatedLaw

/** Parameters of which a scenario can state a law. */
export type StatedName = Exclude<ParameterName, FormName>

/** What a scenario states of parameters, by name; null takes away what a file that it extends states. */
export type Uncertainties = { readonly [name in StatedName]?: Uncertainty | null | undefined }

/** Laws of all parameters that a scenario states or chooses. */
export type Laws = { readonly [name in ParameterName]?: number | Law | null | undefined }

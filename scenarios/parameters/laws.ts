/** How a scenario states the law of an uncertain parameter, and how two parameters hang together. */
import type { ParameterName } from '../../engine/model/draws/parameters.ts'
import type { LawKind } from '../../engine/model/draws/parameterLaws.ts'

/** What a scenario states of two parameters; it takes the place of what the table of parameters says of them. */
export interface Correlation {
  /** Two parameters. */
  readonly between: readonly ParameterName[]
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
} as const

/** The law of an uncertain parameter, as in `{ law: triangular, low: 3, mode: 4, high: 6 }`. */
export type Law = {
  [K in LawKind]: { readonly law: K } & { readonly [N in (typeof lawNumbers)[K][number]]: number } & {
    readonly source?: string | undefined
  }
}[LawKind]

/** A law, or a number at which the parameter is held. */
export type Uncertainty = number | Law

/** What a scenario states of parameters, by name; null takes away what a file that it extends states. */
export type Uncertainties = { readonly [name in ParameterName]?: Uncertainty | null | undefined }

/**
 * The uncertain parameters: one table of law, unit, range and source. It makes the schema, the documentation and the
 * draws. Section 14 of docs/model.md. Its rows stand in a file for each subject.
 *
 * Where three numbers are given they are the least, the most likely and the greatest value of a triangular law.
 */
import { type ParameterName, parameterNames } from '../../engine/model/draws/parameters.ts'
import { closureParameters } from './closure.ts'
import { contentParameters } from './content.ts'
import { demandParameters } from './demand.ts'
import { formParameters } from './forms.ts'
import { entrantsParameters } from './entrants.ts'
import { productionParameters } from './production.ts'
import { relocationParameters } from './relocation.ts'
import { welfareParameters } from './welfare.ts'
import type { StatedName } from './laws.ts'
import type { Parameter } from './parameter.ts'

export const parameters: Readonly<Record<ParameterName, Parameter>> = {
  ...demandParameters,
  ...productionParameters,
  ...closureParameters,
  ...contentParameters,
  ...relocationParameters,
  ...entrantsParameters,
  ...welfareParameters,
  ...formParameters,
}

/** Correlations of the parameters' normal scores; all others are 0. */
export const correlations: readonly (readonly [ParameterName, ParameterName, number])[] = [
  ['ownElasticity', 'cesElasticity', 0.8],
]

/** In the order in which the model keeps them. */
export const parameterTable: readonly (Parameter & { readonly name: ParameterName })[] = parameterNames.map((name) => ({
  name,
  ...parameters[name],
}))

/** Those of which a scenario can state a law: all but the forms of the model. */
export const statedTable: readonly (Parameter & { readonly name: StatedName })[] = parameterTable.flatMap((row) =>
  isStated(row.name) ? [{ ...row, name: row.name }] : [],
)

function isStated(name: ParameterName): name is StatedName {
  return !Object.hasOwn(formParameters, name)
}

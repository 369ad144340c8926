/**
 * The laws of a scenario's parameters, flattened for the draws: what the scenario says of a parameter, else the
 * table's.
 */
import { type ParameterLaws, lawKinds } from '../../engine/model/draws/parameterLaws.ts'
import { parameterCount, parameterNames } from '../../engine/model/draws/parameters.ts'
import { correlationFactor } from './correlations.ts'
import { parameters } from './parameters.ts'
import { type Laws, type Law, lawNumbers, type Correlation } from './laws.ts'

/** A number stands for the law that always gives it. */
export function lawOf(uncertainty: number | Law): Law {
  return typeof uncertainty === 'number' ? { law: 'constant', value: uncertainty } : uncertainty
}

/** The numbers of a law in the order of `lawNumbers`. */
export function numbersOf(law: Law): readonly number[] {
  return lawNumbers[law.law].map((name): number => {
    const value: unknown = Reflect.get(law, name)
    if (typeof value !== 'number') throw new TypeError(`law ${law.law} needs a number ${name}; given: ${String(value)}`)
    return value
  })
}

/**
 * Flat arrays of all parameters' laws and their correlations.
 *
 * @param correlation factor of the same correlations, where it is known
 * @throws RangeError for correlations that no numbers can have with each other
 */
export function flattenLaws(
  uncertainties: Laws = {},
  stated: readonly Correlation[] = [],
  correlation: Float64Array | undefined = correlationFactor(stated),
): ParameterLaws {
  if (correlation === undefined)
    throw new RangeError('the correlations contradict each other: their matrix is not positive definite')
  const laws: ParameterLaws = {
    kinds: new Uint8Array(parameterCount),
    a: new Float64Array(parameterCount),
    b: new Float64Array(parameterCount),
    c: new Float64Array(parameterCount),
    correlation,
  }
  parameterNames.forEach((name, p) => {
    const law = lawOf(uncertainties[name] ?? parameters[name].law)
    laws.kinds[p] = lawKinds.indexOf(law.law)
    const numbers = numbersOf(law)
    laws.a[p] = numbers[0] ?? 0
    laws.b[p] = numbers[1] ?? 0
    laws.c[p] = numbers[2] ?? 0
  })
  return laws
}

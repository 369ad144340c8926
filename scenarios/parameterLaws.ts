/**
 * The laws of a scenario's parameters, flattened for the draws: what the scenario says of a parameter, else the
 * table's.
 */
import { lawKinds, type ParameterLaws } from '../engine/model/parameterLaws.ts'
import { parameterCount, parameterIndex, parameterNames } from '../engine/model/parameters.ts'
import { correlations, parameters } from './parameters.ts'
import { lawNumbers, type Law, type ScenarioFile, type Uncertainty } from './scenario.ts'

type Uncertainties = NonNullable<ScenarioFile['uncertainties']>

/** A number stands for the law that always gives it. */
export function lawOf(uncertainty: Uncertainty): Law {
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

/** Flat arrays of all parameters' laws and their correlations. */
export function flattenLaws(uncertainties: Uncertainties = {}): ParameterLaws {
  const laws: ParameterLaws = {
    kinds: new Uint8Array(parameterCount),
    a: new Float64Array(parameterCount),
    b: new Float64Array(parameterCount),
    c: new Float64Array(parameterCount),
    correlation: correlationFactor(),
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

/** Lower Cholesky factor L of the correlation matrix R = L L': L[p,q] = (R[p,q] - sum_k L[p,k] L[q,k]) / L[q,q]. */
function correlationFactor(): Float64Array {
  const factor = new Float64Array(parameterCount * parameterCount)
  for (let p = 0; p < parameterCount; p++) factor[p * parameterCount + p] = 1
  for (const [one, other, correlation] of correlations) {
    factor[parameterIndex(one) * parameterCount + parameterIndex(other)] = correlation
    factor[parameterIndex(other) * parameterCount + parameterIndex(one)] = correlation
  }
  for (let p = 0; p < parameterCount; p++) {
    for (let q = 0; q <= p; q++) {
      let rest = factor[p * parameterCount + q]
      for (let k = 0; k < q; k++) rest -= factor[p * parameterCount + k] * factor[q * parameterCount + k]
      factor[p * parameterCount + q] = p === q ? Math.sqrt(rest) : rest / factor[q * parameterCount + q]
    }
    for (let q = p + 1; q < parameterCount; q++) factor[p * parameterCount + q] = 0
  }
  return factor
}
